"""What an article's head says of when, where and to whom it happened, as sets that two articles can be compared by.

Days are those that the text names, resolved against the publication where a year is missing or a weekday stands, and
the publication itself. An article without a date has the days that its text gives with their year, no others.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from transforms.claims.gazetteer import Level, gazetteer
from transforms.claims.lexicon import words_by_key
from transforms.claims.place_search import search

_CALENDAR = words_by_key("calendar", ("months", "weekdays"))
_MONTHS = {name: k for k, name in enumerate(_CALENDAR["months"][:12], 1)}
_BY_START = {name[:3]: k for name, k in _MONTHS.items()}
_WEEKDAYS = {name: k for k, name in enumerate(_CALENDAR["weekdays"])}
_NAME = rf"({'|'.join(sorted(_CALENDAR['months'], key=len, reverse=True))})\.?"
_ORDINAL = r"(\d{1,2})(?:st|nd|rd|th)?"
MONTH_DAY = re.compile(rf"\b{_NAME} {_ORDINAL}\b,? ?(\d{{4}})?", re.IGNORECASE)
DAY_MONTH = re.compile(rf"\b{_ORDINAL} {_NAME},? ?(\d{{4}})?\b", re.IGNORECASE)
SLASHED = re.compile(r"\b(\d{1,2}) ?/ ?(\d{1,2}) ?/ ?(\d{4}|\d{2})\b")
ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
YEAR = re.compile(r"\b(19[5-9]\d|20\d\d)\b")
AGE = re.compile(r"\b(\d{1,2})[- ]years?[- ]old\b|, (\d{1,2}),|\baged? (\d{1,2})\b|\((\d{1,2})\)", re.IGNORECASE)
CENTURY = 2000


@dataclass(frozen=True, slots=True)
class FactParams:
    """The first `lead` code points of the body are read for dates and ages, the first `places` for places."""

    lead: int = 1500
    places: int = 500


@dataclass(frozen=True, slots=True)
class Facts:
    """`days`: proleptic ordinals; `dates`: 100 times the month, and the day, as written; places: rows of the
    gazetteer.
    """

    published: int | None
    days: frozenset[int]
    dates: frozenset[int]
    weekdays: frozenset[int]
    years: frozenset[int]
    ages: frozenset[int]
    cities: frozenset[int]
    regions: frozenset[int]
    countries: frozenset[int]


def facts(title: str, text: str, published: datetime | None, params: FactParams) -> Facts:
    """What the headline and the head of the text say."""
    lead = f"{title}\n{text[: params.lead]}"
    day = published.date() if published else None
    days, dates = _dates(lead, day)
    named = {_WEEKDAYS[m[1].lower()] for m in WEEKDAY.finditer(lead)}
    years = {int(y) for y in YEAR.findall(lead)}
    if day is not None:
        years.add(day.year)
        days |= {(day - timedelta(days=(day.weekday() - w) % 7)).toordinal() for w in named}
    ages = {int(next(age for age in found if age)) for found in AGE.findall(lead)}
    places: dict[Level, set[int]] = {level: set() for level in Level}
    table = gazetteer()
    for found in search(lead[: params.places]):
        for row in table.chain(found.row):
            places[Level(table.level[row])].add(row)
    return Facts(
        day.toordinal() if day else None,
        *map(frozenset, (days, dates, named, years, ages)),
        *(frozenset(places[level]) for level in (Level.CITY, Level.REGION, Level.COUNTRY)),
    )


def _dates(lead: str, published: date | None) -> tuple[set[int], set[int]]:
    """Days as ordinals, and month and day of every date that stands in the text."""
    written: list[tuple[int | None, int, int]] = []
    for m in MONTH_DAY.finditer(lead):
        written.append((int(m[3]) if m[3] else None, _month(m[1]), int(m[2])))
    for m in DAY_MONTH.finditer(lead):
        written.append((int(m[3]) if m[3] else None, _month(m[2]), int(m[1])))
    for m in SLASHED.finditer(lead):
        full = int(m[3]) if len(m[3]) == 4 else CENTURY + int(m[3])
        first, second = int(m[1]), int(m[2])
        written.append((full, first, second) if first <= 12 else (full, second, first))
    written += [(int(m[1]), int(m[2]), int(m[3])) for m in ISO.finditer(lead)]
    days: set[int] = set()
    dates: set[int] = set()
    for stated, month, day in written:
        years = [stated] if stated else [published.year + k for k in (-1, 0, 1)] if published else []
        try:
            possible = [date(year, month, day) for year in years]
            date(2024, month, day)
        except ValueError:
            continue
        dates.add(100 * month + day)
        if possible:
            near = min(possible, key=lambda d: abs((d - published).days) if published and not stated else 0)
            days.add(near.toordinal())
    return days, dates


def _month(name: str) -> int:
    return _BY_START[name.lower()[:3]]
