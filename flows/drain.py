"""Wait until the history of this process' flow runs stands in Prefect's database.

Task runs reach the database by a detour: the client sends events, the server queues them, a recorder writes what it has
once a second. A server stopped right after the flow loses what is still on the way, and says so with a traceback.
"""

import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

_FINAL = ["COMPLETED", "FAILED", "CRASHED", "CANCELLED"]
_UNFINISHED = ["SCHEDULED", "PENDING", "RUNNING", "PAUSED", "CANCELLING"]


class Counter(Protocol):
    """Counts what an API holds: `count("task_runs", filters)`."""

    def count(self, what: str, filters: Mapping[str, Any]) -> int:
        """Rows of `what` that match."""
        ...


@dataclass(frozen=True, slots=True)
class Params:
    """Seconds. `steady` must be longer than the recorder's interval between two writes."""

    client: float = 5.0
    steady: float = 1.15
    unfinished: float = 3.0
    total: float = 20.0
    poll: float = 0.05


DEFAULTS = Params()


def drain(api: Counter, since: datetime, params: Params = DEFAULTS) -> bool:
    """Wait for the task runs of flow runs started at `since` or later that are over by now; False when time ran out.

    Done when the count of task runs has been steady for longer than the recorder needs. Tasks that a crashed flow left
    unfinished will not change any more: for them a longer steadiness is enough. Where Prefect was not even imported,
    nothing ran.
    """
    if "prefect" not in sys.modules:
        return True
    send_what_is_queued(params.client)
    over = {"flow_runs": {"start_time": {"after_": since.isoformat()}, "state": {"type": {"any_": _FINAL}}}}
    unfinished = over | {"task_runs": {"state": {"type": {"any_": _UNFINISHED}}}}
    start = changed = time.monotonic()
    seen = (-1, -1)
    while (now := time.monotonic()) < start + params.total:
        counts = (api.count("task_runs", over), api.count("task_runs", unfinished))
        if counts != seen:
            seen, changed = counts, now
        if now >= changed + (params.unfinished if seen[1] else params.steady):
            return True
        time.sleep(params.poll)
    return False


def send_what_is_queued(timeout: float = DEFAULTS.client) -> None:
    """Events and logs still in this process: sent now, since at interpreter exit the server will be gone."""
    if "prefect" not in sys.modules:
        return
    from prefect.events.worker import EventsWorker
    from prefect.logging.handlers import APILogWorker

    EventsWorker.drain_all(timeout=timeout, at_exit=False)
    APILogWorker.drain_all(timeout=timeout, at_exit=False)
