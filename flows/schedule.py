"""When scheduled runs start: a cron expression in this machine's time zone, or every so many seconds."""

import math
import os
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rashomon.errors import UsageError

if TYPE_CHECKING:
    from prefect.schedules import Schedule


def check_one(cron: str | None, every: float | None) -> None:
    """Raise UsageError unless exactly one of the two is given and `every` is a positive number of seconds."""
    if (cron is None) == (every is None):
        raise UsageError("give either --cron EXPR or --every SECONDS", hint='for example: --cron "*/30 * * * *"')
    if every is not None and not (math.isfinite(every) and every >= 1):
        raise UsageError(f"--every {every:g}: must be at least 1 second")


def local_zone() -> str:
    """The IANA name of this machine's time zone; 'UTC' where it has none."""
    where = os.environ.get("TZ", "").lstrip(":") or str(Path("/etc/localtime").resolve()).partition("zoneinfo/")[2]
    try:
        return ZoneInfo(where).key
    except (ValueError, OSError, KeyError):
        return "UTC"


def make_schedule(cron: str | None, every: float | None) -> "Schedule":
    """Prefect's schedule. Imports Prefect. Raises UsageError for wrong values, a bad cron expression included."""
    check_one(cron, every)
    from prefect.client.schemas.schedules import CronSchedule
    from prefect.schedules import Cron, Interval

    if cron is None:
        return Interval(timedelta(seconds=every or 1))
    zone = local_zone()
    try:
        CronSchedule(cron=cron, timezone=zone)
    except ValueError as error:
        raise UsageError(
            f"--cron {cron!r} is no cron expression",
            hint="five fields: minute, hour, day of month, month, day of week; for example */30 * * * *",
        ) from error
    return Cron(cron, timezone=zone)
