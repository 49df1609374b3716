"""The time that a figure speaks of.

Only cues that date the count itself are read: 'as of 17:30', 'by Thursday morning', 'at 06:00', 'said Tuesday'. The
day on which people died says nothing of when they were counted. A time without a zone counts as UTC; the precision
says how far it can be trusted.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from expectations.contracts.vocabulary import Precision
from transforms.claims.clauses import clause
from transforms.claims.cues import TimeWord, time_phrases
from transforms.claims.grammar import Sentence, WordClass
from transforms.claims.lexicon import words_by_key

PUBLISHED = "published"
EARLIER = "earlier figure"
CLOCK = re.compile(r"^([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$")


@dataclass(frozen=True, slots=True)
class AsOf:
    """`at` in UTC, None where it cannot be told; `basis`: the words, or 'published'."""

    at: datetime | None
    precision: Precision | None
    basis: str | None


@cache
def _weekdays() -> dict[str, int]:
    return {w: k for k, w in enumerate(words_by_key("calendar", ("months", "weekdays"))["weekdays"])}


def as_of(sentence: Sentence, i: int, published: datetime | None, precision: Precision | None) -> AsOf:
    """The as-of time of the figure at token i: from the clause, else from the sentence, else the publication's."""
    start, end = clause(sentence, i)
    for a, b in ((start, end), (0, len(sentence.lows))):
        if (found := _cue(sentence, a, b, published)) is not None:
            return found
    if published is None:
        return AsOf(None, None, None)
    return AsOf(published, precision, PUBLISHED)


def _cue(sentence: Sentence, a: int, b: int, published: datetime | None) -> AsOf | None:
    if published is None:
        return None
    lows = sentence.lows
    cues = time_phrases(TimeWord.AS_OF)
    for i in range(a, b):
        words = cues.at(lows, i) if lows[i] in cues.starts else None
        j = i + words[0] if words else i
        if words and j < b and (clock := CLOCK.match(lows[j])) is not None:
            return AsOf(_clock(published, clock), Precision.MINUTE, _text(sentence, i, j + 1))
        if lows[i] in _weekdays():
            cue = _weekday_cue(sentence, i, published)
            if cue is not None:
                return cue
    return None


def _clock(published: datetime, clock: re.Match[str]) -> datetime:
    """On the day of publication; a clock that lies after it was yesterday's."""
    at = published.replace(hour=int(clock[1]), minute=int(clock[2]), second=0, microsecond=0)
    dated = (published.hour, published.minute, published.second) != (0, 0, 0)
    return at - timedelta(days=1) if dated and at > published + timedelta(hours=3) else at


def _weekday_cue(sentence: Sentence, i: int, published: datetime) -> AsOf | None:
    """A weekday beside a verb of saying, or after 'by' and 'as of'."""
    lows, classes = sentence.lows, sentence.classes
    before = i - 1
    while before >= 0 and lows[before] in ("on", "late", "early", "earlier"):
        before -= 1
    after = i + 1
    if after < len(lows) and time_phrases(TimeWord.PART_OF_DAY).at(lows, after):
        after += 1
    said = before >= 0 and classes[before] == WordClass.SAYING
    said = said or (after < len(lows) and classes[after] == WordClass.SAYING)
    dated = before >= 0 and lows[before] in ("by", "of", "until") and before == i - 1
    if not (said or dated):
        return None
    back = (published.weekday() - _weekdays()[lows[i]]) % 7
    day = (published - timedelta(days=back)).replace(hour=0, minute=0, second=0, microsecond=0)
    return AsOf(day, Precision.DAY, _text(sentence, before, after))


def _text(sentence: Sentence, a: int, b: int) -> str:
    return sentence.text[sentence.tokens[max(a, 0)].start : sentence.tokens[min(b, len(sentence.tokens)) - 1].end]
