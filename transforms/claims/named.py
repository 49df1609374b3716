"""People told of by name and age: 'Jane Roe, 34, was killed', '12-year-old Jane Roe'; each is one.

A name alone is none: it may be a speaker's, a place's or a firm's. News style gives the age of those who were harmed;
it gives a suspect's too, so that nobody is read where the sentence names one.
"""

from collections.abc import Iterator

from expectations.contracts.vocabulary import Hedge
from transforms.claims.described import Person
from transforms.claims.lexicon import by_language, table
from transforms.claims.numbered import CompoundWord, compound_words, months
from transforms.claims.numbers import Number
from transforms.claims.particles import AGENT
from transforms.claims.people import GENERIC
from transforms.claims.tokens import Phrases, Token

NAMED = "named"
LONGEST = 4
"""Words of a name."""
OLDEST = 110
CLOSING = frozenset(",.;)")


def find_named(text: str, tokens: list[Token], lows: list[str], classes: list[str]) -> Iterator[Person]:
    """The persons, left to right. Their numbers cover the age as well, their offsets the name alone."""
    end = 0
    aged = compound_words(CompoundWord.AGED)
    ages = [i for i, low in enumerate(lows) if low[0].isdigit() or low.endswith(aged)]
    if not ages or any(_suspicion().at(lows, i) for i in _suspicion().hits(lows)):
        return
    for i in ages:
        low = lows[i]
        if low.endswith(aged):
            j = i + 1
            while j < min(i + 1 + LONGEST, len(lows)) and _of_name(tokens[j], lows[j], classes[j]):
                j += 1
            if j > i + 1 and i >= end and not _acts(lows, i):
                yield _person(text, tokens, (i, j), (i + 1, j))
                end = j
        elif low.isdecimal() and i > 2 and lows[i - 1] == "," and int(low) <= OLDEST and _closes(lows, classes, i + 1):
            j = i - 1
            while j > max(i - 2 - LONGEST, end) and _of_name(tokens[j - 1], lows[j - 1], classes[j - 1]):
                j -= 1
            if i - 1 - j >= 2 and not _acts(lows, j):
                yield _person(text, tokens, (j, i + 1), (j, i - 1))
                end = i + 1


@by_language
def _suspicion() -> Phrases:
    return Phrases({w: "" for words in table("suspicion").values() for w in words})


def _of_name(token: Token, low: str, kind: str) -> bool:
    return kind == "other" and token.text[:1].isupper() and token.text[-1:].isalpha() and low not in months()


def _acts(lows: list[str], i: int) -> bool:
    """'Killed by Jane Roe, 34': the agent was not harmed."""
    return i > 0 and lows[i - 1] in AGENT


def _closes(lows: list[str], classes: list[str], i: int) -> bool:
    return i >= len(lows) or lows[i] in CLOSING or classes[i] in ("aux", "coordinator")


def _person(text: str, tokens: list[Token], covered: tuple[int, int], name: tuple[int, int]) -> Person:
    start, stop = tokens[name[0]].start, tokens[name[1] - 1].end
    first, last = covered
    number = Number(start, stop, first, first, last, 1, 1, 1, Hedge.EXACT, text[start:stop])
    return Person(number, GENERIC, "", NAMED)
