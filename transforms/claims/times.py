"""The time that a figure speaks of.

Only cues that date the count itself are read: 'as of 17:30', 'by Thursday morning', 'at 06:00', 'said Tuesday', 'by 24
April', 'rose overnight to', the clock that opens an entry of a live report, a dateline of an earlier day. The day on
which people died says nothing of when they were counted. A time without a zone counts as UTC; the precision says how
far it can be trusted. Order after TimeML's document creation time: the clause, the sentence, the dateline, publication;
'Tuesday', 'yesterday' and 'overnight' are counted from the day of the dateline, which may lie before publication.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from expectations.contracts.vocabulary import Precision
from transforms.claims.clauses import clause
from transforms.claims.cues import TimeWord, time_phrases
from transforms.claims.grammar import Sentence, TollWord, WordClass, parse, toll_words
from transforms.claims.lexicon import any_of, by_language, words_by_key
from transforms.claims.particles import ON_DAY, PARTITIVE, Ending, endings, word_at

PUBLISHED = "published"
EARLIER = "earlier figure"
MILITARY = re.compile(r"^([01]\d|2[0-3])([0-5]\d)$")
DATELINE_REACH = 8
# Code points of the text in which a dateline may stand, and of a line that may be one.
DATELINE_HEAD, DATELINE_LENGTH = 500, 120
DAYS_BACK = 10


class ClockWord(StrEnum):
    """The lists of clock.toml."""

    AM = "am"
    PM = "pm"
    ZONES = "zones"
    BARE = "bare"
    STANDS = "stands"
    COUNTED = "counted"
    DATED = "dated"
    CLOCK_ONLY = "clock_only"
    WHOLE_NIGHT = "whole_night"
    TODAY = "today"
    YESTERDAY = "yesterday"
    THIS = "this"


@dataclass(frozen=True, slots=True)
class AsOf:
    """`at` in UTC, None where it cannot be told; `basis`: the words, or 'published'."""

    at: datetime | None
    precision: Precision | None
    basis: str | None


@by_language
def _weekdays() -> dict[str, int]:
    return {w: k for k, w in enumerate(words_by_key("calendar", ("months", "weekdays"))["weekdays"])}


@by_language
def _months() -> dict[str, int]:
    names = words_by_key("calendar", ("months", "weekdays"))["months"]
    order = {name[:3]: k for k, name in enumerate(names[:12], 1)}
    return {name: order[name[:3]] for name in names}


@by_language
def clock_words(kind: ClockWord) -> frozenset[str]:
    """The words of one list of clock.toml."""
    return frozenset(words_by_key("clock", ClockWord, unique=False)[kind])


@by_language
def _formats() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A clock, and a bare hour, with the half of the day that may be written on to it: '9.40am', '5pm'."""
    half = any_of(endings(Ending.CLOCK))
    return (
        re.compile(rf"^([01]?\d|2[0-3])[:.]([0-5]\d)(?::[0-5]\d)?({half})?$"),
        re.compile(rf"^(1[0-2]|[1-9])({half})?$"),
    )


def as_of(
    sentence: Sentence, i: int, published: datetime | None, precision: Precision | None, line: datetime | None = None
) -> AsOf:
    """The as-of time of the figure at token i: from the clause, else the sentence, its head, else the publication's.

    `line`: the day of the article's dateline, where it is known.
    """
    if published is None:
        return AsOf(None, None, None)
    # A dateline of the day of publication says less than the time of publication; one of an earlier day says more.
    older = line is not None and timedelta(days=1) <= published - line < timedelta(days=DAYS_BACK)
    now = line if line is not None and older else published
    start, end = clause(sentence, i)
    for a, b in ((start, end), (0, len(sentence.lows))):
        if (found := _cue(sentence, a, b, now)) is not None:
            return found
    if (found := _entry(sentence, now)) is not None:
        return found
    return AsOf(line, Precision.DAY, "dateline") if older else AsOf(published, precision, PUBLISHED)


def dateline_of(text: str, published: datetime | None) -> datetime | None:
    """The day of the dateline that opens a line at the head of an article's text, at 00:00; None without one."""
    if published is None:
        return None
    for line in text[:DATELINE_HEAD].split("\n"):
        head = line[:DATELINE_LENGTH]
        if head[:3].isupper() and head[:3].isalpha() and any(c.isdigit() for c in head):
            found = dateline(parse(head), published)
            if found is not None:
                return found
    return None


def dateline(sentence: Sentence, published: datetime) -> datetime | None:
    """The day of a dateline at the head of a sentence ('KYIV, April 24 (Reuters) -'), at 00:00; None without one."""
    lows = sentence.lows
    if not lows or not sentence.tokens[0].text.isupper():
        return None
    for i in range(1, min(DATELINE_REACH, len(lows))):
        found = _date(lows, i, published)
        if found is not None and lows[found[1] : found[1] + 1] in (["("], ["-"], ["–"], ["—"], [":"]):
            return found[0]
    return None


def _entry(sentence: Sentence, published: datetime) -> AsOf | None:
    """'09:40 GMT' or '9.40am' at the head of a line of a live report."""
    found = _clock_at(sentence, 0)
    if found is None or found[2] >= len(sentence.lows):
        return None
    return AsOf(_clock(published, found[0], found[1]), Precision.MINUTE, _text(sentence, 0, found[2]))


@by_language
def _cue_starts() -> frozenset[str]:
    """Words at which a time may be told."""
    days = (ClockWord.WHOLE_NIGHT, ClockWord.THIS, ClockWord.TODAY, ClockWord.YESTERDAY)
    return time_phrases(TimeWord.AS_OF).starts.union(_weekdays(), *(clock_words(kind) for kind in days))


def _cue(sentence: Sentence, a: int, b: int, published: datetime) -> AsOf | None:
    lows = sentence.lows
    cues, night, starts = time_phrases(TimeWord.AS_OF), clock_words(ClockWord.WHOLE_NIGHT), _cue_starts()
    for i in [i for i in range(a, b) if lows[i] in starts]:
        words = cues.at(lows, i) if lows[i] in cues.starts else None
        if words and (found := _behind_cue(sentence, i, i + words[0], b, published)) is not None:
            return found
        if (day := _day_named(lows, i, published)) is not None:
            cue = _day_cue(sentence, i, day)
            if cue is not None:
                return cue
        if lows[i] in night and any(low in clock_words(ClockWord.COUNTED) for low in lows[a:b]):
            return AsOf(_midnight(published), Precision.DAY, lows[i])
    return None


def _behind_cue(sentence: Sentence, i: int, j: int, b: int, published: datetime) -> AsOf | None:
    """A clock, a date or a time of day behind 'as of', 'by', 'until' at tokens i to j."""
    lows = sentence.lows
    if j >= b:
        return None
    if (clock := _clock_at(sentence, j)) is not None:
        at = _clock(published, clock[0], clock[1])
        end = clock[2]
        day = end + (word_at(lows, end) in ON_DAY)
        if day < len(lows) and lows[day] in _weekdays():
            at = _weekday(published, lows[day]).replace(hour=at.hour, minute=at.minute)
            end = day + 1
        return AsOf(at, Precision.MINUTE, _text(sentence, i, end))
    if lows[i] in clock_words(ClockWord.CLOCK_ONLY):
        return None
    if (date := _date(lows, j, published)) is not None:
        return AsOf(date[0], Precision.DAY, _text(sentence, i, date[1]))
    k = j
    while k < b and lows[k] in clock_words(ClockWord.STANDS):
        k += 1
    if k < b and lows[k] in clock_words(ClockWord.BARE):
        return AsOf(_midnight(published), Precision.DAY, _text(sentence, i, k + 1))
    return None


def _clock_at(sentence: Sentence, j: int) -> tuple[int, int, int] | None:
    """(hour, minute, token behind it) of a clock at token j, with its half of the day and zone."""
    lows = sentence.lows
    if j >= len(lows):
        return None
    end = j + 1
    following = lows[end] if end < len(lows) else ""
    half = following if following in clock_words(ClockWord.AM) | clock_words(ClockWord.PM) else ""
    clock, hours = _formats()
    if (m := clock.match(lows[j])) is not None and (":" in lows[j] or m[3] or half):
        hour, minute, own = int(m[1]), int(m[2]), m[3] or ""
    elif (m := hours.match(lows[j])) is not None and (m[2] or half):
        hour, minute, own = int(m[1]), 0, m[2] or ""
    elif (m := MILITARY.match(lows[j])) is not None and following in clock_words(ClockWord.ZONES):
        hour, minute, own = int(m[1]), int(m[2]), ""
    else:
        return None
    end += bool(half)
    if half and lows[end : end + 1] == ["."]:
        end += 1
    half = own or half
    if half and hour <= 12:
        hour = hour % 12 + (12 if half in clock_words(ClockWord.PM) else 0)
    end += end < len(lows) and lows[end] in clock_words(ClockWord.ZONES)
    return hour, minute, end


def _date(lows: list[str], j: int, published: datetime) -> tuple[datetime, int] | None:
    """(day, token behind it) of '24 April', 'April 24' or 'Apr. 24, 2025' at token j, without a year the last."""
    end = j + 2
    day, month = lows[j : j + 1], lows[j + 1 : j + 2]
    if day and day[0] in _months():
        day, month = month, day
        if day == ["."]:
            day, end = lows[j + 2 : j + 3], j + 3
    number = _day(day[0]) if day else ""
    if not (number.isascii() and number.isdecimal() and len(number) <= 2 and month and month[0] in _months()):
        return None
    year = published.year
    told = end + (lows[end : end + 1] == [","])
    if told < len(lows) and re.fullmatch(r"(?:19|20)\d\d", lows[told]):
        year, end, fixed = int(lows[told]), told + 1, True
    else:
        fixed = False
    try:
        at = _midnight(published).replace(year=year, month=_months()[month[0]], day=int(number))
        if not fixed and at > published + timedelta(days=1):
            at = at.replace(year=year - 1)
    except ValueError:
        return None
    return (at, end) if at <= published + timedelta(days=1) else None


def _day(word: str) -> str:
    for ending in endings(Ending.ORDINAL):
        word = word.removesuffix(ending)
    return word


def _midnight(at: datetime) -> datetime:
    return at.replace(hour=0, minute=0, second=0, microsecond=0)


def _clock(published: datetime, hour: int, minute: int) -> datetime:
    """On the day of publication; a clock that lies after it was yesterday's."""
    at = published.replace(hour=hour, minute=minute, second=0, microsecond=0)
    dated = (published.hour, published.minute, published.second) != (0, 0, 0)
    return at - timedelta(days=1) if dated and at > published + timedelta(hours=3) else at


def _weekday(published: datetime, name: str) -> datetime:
    """The last such day, the day of publication among them."""
    return _midnight(published - timedelta(days=(published.weekday() - _weekdays()[name]) % 7))


def _day_named(lows: list[str], i: int, published: datetime) -> datetime | None:
    """The day that 'Tuesday', 'today', 'yesterday' or 'this morning' at token i means."""
    if lows[i] in _weekdays():
        return _weekday(published, lows[i])
    this = lows[i] in clock_words(ClockWord.THIS) and lows[i + 1 : i + 2] and lows[i + 1] in clock_words(ClockWord.BARE)
    if this or lows[i] in clock_words(ClockWord.TODAY):
        return _midnight(published)
    return _midnight(published) - timedelta(days=1) if lows[i] in clock_words(ClockWord.YESTERDAY) else None


def _day_cue(sentence: Sentence, i: int, day: datetime) -> AsOf | None:
    """A day beside a verb of saying, after 'by' and 'as of', or beside the verb of a toll: 'rose to 12 on Tuesday'."""
    lows, classes = sentence.lows, sentence.classes
    before = i - 1
    while before >= 0 and lows[before] in clock_words(ClockWord.STANDS) and lows[before] not in PARTITIVE:
        before -= 1
    after = i + 1
    if after < len(lows) and time_phrases(TimeWord.PART_OF_DAY).at(lows, after):
        after += 1
    # 'said on Tuesday', 'on Tuesday reported'.
    said_before = before >= 0 and classes[before] == WordClass.SAYING
    said_behind = after < len(lows) and classes[after] == WordClass.SAYING
    dated = before >= 0 and lows[before] in clock_words(ClockWord.DATED)
    dated = dated and not any(low in ON_DAY for low in lows[before + 1 : i])
    if not (said_before or said_behind or dated or _counted(sentence, *clause(sentence, i))):
        return None
    first = before if said_before or dated else before + 1
    return AsOf(day, Precision.DAY, _text(sentence, first, after if said_before else after + said_behind))


def _counted(sentence: Sentence, a: int, b: int) -> bool:
    """A toll and its verb stand between the tokens: 'the toll rose'."""
    toll = next((k for k in range(a, b) if sentence.lows[k] in toll_words(TollWord.MEASURE)), b)
    return any(sentence.lows[k] in clock_words(ClockWord.COUNTED) for k in range(toll, b))


def _text(sentence: Sentence, a: int, b: int) -> str:
    return sentence.text[sentence.tokens[max(a, 0)].start : sentence.tokens[min(b, len(sentence.tokens)) - 1].end]
