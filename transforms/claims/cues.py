"""Cue phrases in a stretch of tokens."""

from enum import StrEnum

from expectations.contracts.vocabulary import Stance
from transforms.claims.lexicon import by_language, words_by_key
from transforms.claims.tokens import Phrases, phrase_list


class TimeWord(StrEnum):
    """The lists of time.toml."""

    AS_OF = "as_of"
    PART_OF_DAY = "part_of_day"
    BACKGROUND = "background"
    EARLIER = "earlier"
    RATE = "rate"
    SHIFT = "shift"
    CHANGE = "change"
    SPAN = "span"
    NARROWED = "narrowed"


@by_language
def time_phrases(kind: TimeWord) -> Phrases:
    """The phrases of one list of time.toml."""
    return phrase_list("time", kind)


@by_language
def time_words(kind: TimeWord) -> frozenset[str]:
    """The single words of one list of time.toml."""
    return frozenset(words_by_key("time", TimeWord)[kind])


@by_language
def stance_phrases() -> Phrases:
    """Phrases that deny or leave open, each with its stance."""
    lists = words_by_key("stance", (Stance.DENIES, Stance.UNCONFIRMED))
    return Phrases({word: stance for stance, words in lists.items() for word in words})


def find(phrases: Phrases, lows: list[str], start: int, end: int) -> tuple[int, int, str] | None:
    """The first phrase between two tokens: (start, end, value)."""
    starts = phrases.starts
    for i in range(start, min(end, len(lows))):
        found = phrases.at(lows, i) if lows[i] in starts else None
        if found is not None and i + found[0] <= end:
            return i, i + found[0], found[1]
    return None
