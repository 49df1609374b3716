"""Pages of an event as it could be known at a time: their names, and which of them a folder holds."""

import re
from datetime import UTC, datetime
from pathlib import Path

from reports.hostile import safe_event_id
from reports.parts import Link
from reports.times import known

_NAME = re.compile(r"(?P<event>.+)--as-of-(?P<time>\d{4}-\d{2}-\d{2}t\d{6}z)\.html")
_TIME = "%Y-%m-%dt%H%M%Sz"


def replay_file(event_id: str, at: datetime) -> str:
    """The file's name: `e_1--as-of-2025-04-24t130000z.html`; the time is in UTC."""
    return f"{event_id}--as-of-{at.astimezone(UTC):{_TIME}}.html"


def is_replay(path: Path) -> str | None:
    """The event that a file is a replay of, by its name; None for another file."""
    found = _NAME.fullmatch(path.name)
    return found["event"] if found else None


def replays_in(events: Path) -> dict[str, list[Link]]:
    """Links, from beside them, to the replays in the folder of event pages: by event, in the order of their times."""
    made: dict[str, list[Link]] = {}
    for path in sorted(events.glob("*--as-of-*.html")):
        found = _NAME.fullmatch(path.name)
        if found and safe_event_id(found["event"]):
            at = known(datetime.strptime(found["time"], _TIME).replace(tzinfo=UTC))
            made.setdefault(found["event"], []).append(Link(at.text, path.name))
    return made
