"""ISO 8601 dates and times with the precision they were written with."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

import polars as pl

from expectations.contracts.vocabulary import Precision

_DAY = re.compile(r"\d{4}-?(?:\d{2}-?\d{2}|W\d{2}-?\d)")
_SECONDS = re.compile(r"\d{2}:?\d{2}:?\d{2}")

PARSED_SCHEMA: dict[str, pl.DataType] = {
    "published": pl.String(),
    "published_at": pl.Datetime("us", "UTC"),
    "published_precision": pl.String(),
}


def parse_iso(text: str) -> tuple[datetime, Precision] | None:
    """The instant in UTC and its precision, or None where the text is no ISO 8601 date or time.

    A day without a time stays a day and stands at 00:00; a time without an offset is read as UTC. A week without its
    day is no date.
    """
    text = text.strip()
    day = _DAY.match(text)
    if day is None:
        return None
    try:
        at = datetime.fromisoformat(text)
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    if day.end() == len(text):
        return at, Precision.DAY
    return at, Precision.SECOND if _SECONDS.match(text, day.end() + 1) else Precision.MINUTE


def parse_all(values: Iterable[str]) -> pl.DataFrame:
    """One row a distinct value (`PARSED_SCHEMA`); both results are null where it could not be read."""
    rows = [(value, *(parse_iso(value) or (None, None))) for value in sorted(set(values))]
    return pl.DataFrame(rows, schema=PARSED_SCHEMA, orient="row")
