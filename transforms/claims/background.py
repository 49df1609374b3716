"""Times other than the event's: years, months and days that a sentence names, and spans that rank something."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from transforms.claims.account_words import AT_PLACE
from transforms.claims.cues import TimeWord
from transforms.claims.grammar import Sentence
from transforms.claims.lexicon import by_language, word_set, words_by_key
from transforms.claims.numbered import months
from transforms.claims.ontology import classifier
from transforms.claims.particles import ARTICLES, IN_PERIOD, ON_DAY, PARTITIVE
from transforms.claims.phrases import span
from transforms.claims.tokens import Phrases, phrase_list

SPAN, NARROWED = word_set("time", TimeWord.SPAN), word_set("time", TimeWord.NARROWED)
DATED = frozenset({","}) | PARTITIVE | ARTICLES
"""What stands between a day or an event and its year: 'March 18, 2019', 'the 2019 attack'."""
MONTH_OPENING = IN_PERIOD | ON_DAY
VENUE_REACH = 4
"""Tokens from several acts to the 'at' before the place of all of them."""
ACT_REACH = 2
"""Words from a number to the acts that it counts: 'six separate shootings'."""
FAR = timedelta(days=60)
"""A day further back than this is another event's: reports of an event name its own day for weeks."""


class PartWord(StrEnum):
    """The lists of parts.toml."""

    PART = "part"
    SUPERLATIVE = "superlative"
    SEVERAL = "several"
    LOOSE = "loose"
    ACTS = "acts"
    GRAVE = "grave"


@by_language
def part_phrases(kind: PartWord) -> Phrases:
    """The phrases of one list of parts.toml."""
    return phrase_list("parts", kind)


def ranked(sentence: Sentence, i: int) -> bool:
    """'the largest air attack this year': the span of time at token i ranks the event itself."""
    before = sentence.lows[max(0, i - 8) : i]
    return any(part_phrases(PartWord.SUPERLATIVE).at(before, k) for k in range(len(before)))


def of_several(sentence: Sentence) -> bool:
    """'Two dead in separate shootings', 'in 12 incidents across the city': the sentence sums up several events."""
    lows = sentence.lows
    several, acts = part_phrases(PartWord.SEVERAL), part_phrases(PartWord.ACTS)
    if any(several.at(lows, i) for i in several.hits(lows)):
        return True
    loose = part_phrases(PartWord.LOOSE)
    if any((at := loose.at(lows, i)) and not _at_one_venue(sentence, i, i + at[0]) for i in loose.hits(lows)):
        return True
    return not acts.starts.isdisjoint(lows) and any(
        (f.number.low or 0) > 1 and acts.at(lows, k)
        for f in sentence.figures
        for k in range(f.number.last, min(f.number.last + ACT_REACH, len(lows)))
    )


def _at_one_venue(sentence: Sentence, i: int, end: int) -> bool:
    """'in campus shootings', 'in shootings at Torvale University': one place, so that they are one event."""
    last = len(sentence.lows)
    at = next((k for k in range(end, min(end + VENUE_REACH, last)) if sentence.lows[k] in AT_PLACE), last)
    near = [(i, end), (at, last)] if at < last else [(i, end)]
    return any(classifier("target").node(span(sentence, a, b)[2]) is not None for a, b in near)


def of_other_time(sentence: Sentence, i: int, clause: tuple[int, int], published: datetime | None) -> bool:
    """The figure at token i, in that clause, speaks of a year, month or day that is not the event's."""
    return (
        _other_year(sentence, *clause, published)
        or _other_month(sentence.lows, published)
        or _other_day(sentence, i, clause, published)
    )


def _other_year(sentence: Sentence, start: int, end: int, published: datetime | None) -> bool:
    lows = sentence.lows
    for j in range(max(start, 1), end):
        if not _is_year(lows[j]) or ranked(sentence, j):
            continue
        before = lows[j - 2] if lows[j - 1] in NARROWED and j > 1 else lows[j - 1]
        # 'in all of 2014'
        before = lows[j - 3] if j > 2 and lows[j - 1] in PARTITIVE and lows[j - 3] in SPAN else before
        other = published is None or int(lows[j]) != published.year
        if before in SPAN or (other and (before in DATED or before in months())):
            return True
    return False


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20")


def _other_month(lows: list[str], published: datetime | None) -> bool:
    """'In December, …', 'In late May …' at the head of a sentence, in an article of another month or without a date."""
    at = 2 if lows[1:2] and lows[1] in NARROWED else 1
    if len(lows) < at + 2 or lows[0] not in MONTH_OPENING or lows[at] not in months():
        return False
    if published is None:
        return lows[0] in IN_PERIOD
    return _month(lows[at]) not in (published.month, published.month % 12 + 1)


@by_language
def _months() -> dict[str, int]:
    """Name or short form of a month → its number; a short form begins the name."""
    listed = words_by_key("calendar", ("months", "weekdays"))["months"]
    return {w: next(n for n, name in enumerate(listed[:12], 1) if name.startswith(w)) for w in listed}


def _month(word: str) -> int:
    return _months()[word]


def _other_day(sentence: Sentence, i: int, clause: tuple[int, int], published: datetime | None) -> bool:
    """'a March 18, 2019, attack that killed 70': the nearest day before the figure, or one behind it in its clause."""
    if published is None:
        return False
    lows, named = sentence.lows, months()
    at = [k for k in range(max(i, clause[1])) if lows[k] in named]
    before = [d for k in at if k < i and (d := _day(lows, k, published))]
    behind = [d for k in at if i <= k < clause[1] and (d := _day(lows, k, published))]
    return any(published.date() - d > FAR for d in (before[-1:] or behind[:1]))


def _day(lows: list[str], k: int, published: datetime) -> date | None:
    """The day that 'March 18' or '18 March', its month at token k, names: in the year behind it, else the last such."""
    stop = k + 2 if lows[k + 1 : k + 2] == ["."] else k + 1
    number = next((lows[j] for j in (stop, k - 1) if 0 <= j < len(lows) and lows[j].isdecimal()), None)
    if number is None or not 1 <= int(number) <= 31:
        return None
    tail = [w for w in lows[stop + 1 : stop + 3] if _is_year(w)]
    year = int(tail[0]) if tail else published.year
    try:
        found = date(year, _month(lows[k]), int(number))
    except ValueError:
        return None
    if not tail and found > published.date() + timedelta(days=7):
        found = found.replace(year=year - 1) if (found.month, found.day) != (2, 29) else found
    return found
