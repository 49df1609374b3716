"""Times as readers see them: never more exact than they are known."""

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time for a `<time>` element: `iso` for machines, `text` in words, `short` without the year."""

    iso: str
    text: str
    short: str


def stamp(time: datetime | None, precision: str | None = "minute") -> Stamp | None:
    """The time with its precision: a day stays a day."""
    return None if time is None else known(time, precision)


def known(time: datetime, precision: str | None = "minute") -> Stamp:
    """The same of a time that is known."""
    utc = time.astimezone(UTC)
    day = f"{utc.day} {utc:%b}"
    if precision == "day":
        return Stamp(f"{utc:%Y-%m-%d}", f"{day} {utc.year}", day)
    clock = f"{utc:%H:%M}"
    return Stamp(f"{utc:%Y-%m-%dT%H:%M:%SZ}", f"{day} {utc.year}, {clock} UTC", f"{day} {clock}")


def day_range(first: datetime | None, last: datetime | None) -> str:
    """'24 Apr 2025', '24–28 Apr 2025', '30 Apr – 2 May 2025', 'undated'."""
    if first is None or last is None:
        one = first or last
        return "undated" if one is None else f"{one.day} {one:%b %Y}"
    a, b = first.astimezone(UTC), last.astimezone(UTC)
    end = f"{b.day} {b:%b %Y}"
    if a.date() == b.date():
        return end
    if (a.year, a.month) == (b.year, b.month):
        return f"{a.day}–{end}"
    return f"{a.day} {a:%b} – {end}" if a.year == b.year else f"{a.day} {a:%b %Y} – {end}"
