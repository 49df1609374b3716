"""Figures without a word of harm of their own that go on with what was counted before.

'Locals feared more than 100.' 'It had been 50 on Friday.' 'Of these, 241 were aboard and 34 on the ground.' What they
count is what the article counted last: ellipsis as in Halliday and Hasan, Cohesion in English (1976), chapter 4.
"""

from dataclasses import dataclass
from enum import StrEnum

from expectations.contracts.vocabulary import Kind
from transforms.claims.grammar import COMMA, OTHER, Figure, Sentence, WordClass
from transforms.claims.harm_lists import Harm
from transforms.claims.harm_search import Search
from transforms.claims.lexicon import by_language
from transforms.claims.named import NAMED
from transforms.claims.particles import ORIGIN, word_at
from transforms.claims.tokens import Phrases, phrase_list


class CarryWord(StrEnum):
    """The lists of carried.toml."""

    CUE = "cue"
    FIGURE = "figure"
    OLDER = "older"
    OF_THEM = "of_them"
    OF_KILLED = "of_killed"
    OF_INJURED = "of_injured"
    OF_MISSING = "of_missing"


DIVIDED = {CarryWord.OF_KILLED: Kind.KILLED, CarryWord.OF_INJURED: Kind.INJURED, CarryWord.OF_MISSING: Kind.MISSING}
OPENING = 3
"""Tokens from the head of a sentence, or behind a comma, in which it may say what it divides."""


@by_language
def carry_words(kind: CarryWord) -> Phrases:
    """The phrases of one list of carried.toml; a cue may also say that the figure is older."""
    return phrase_list("carried", kind, unique=False)


@dataclass(frozen=True, slots=True)
class Counted:
    """The kinds of people that an article counted first and last, up to a sentence; None before any."""

    first: Kind | None = None
    last: Kind | None = None

    def then(self, kinds: list[Kind]) -> "Counted":
        """With those of the next sentence."""
        return Counted(self.first or kinds[0], kinds[0]) if kinds else self


def carry(search: Search, found: dict[int, Harm], counted: Counted) -> None:
    """Adds to `found`, by figure, those that go on with it, or with what the article `counted` before."""
    divided = _divided(search.s, counted.last)
    for k, figure in enumerate(search.s.figures):
        named = figure.known_by == NAMED
        if k in found or search.things[k] is not None or figure.number.anchor in (0, None) or named:
            continue
        if divided is not None and figure.number.first > divided[0]:
            found[k] = Harm(k, divided[1], "of_these", None, part=True)
        elif not figure.known and _stands_alone(search.s, figure) and (cue := _cue(search.s, figure)):
            here = [found[j].kind for j in sorted(found) if j < k]
            # 'The toll is estimated at 240', 'it had been 50' speak of the main figure, reports of the last one.
            main = counted.last if cue is CarryWord.CUE else counted.first
            # 'rose to 12 from nine'
            left = bool(here) and word_at(search.s.lows, figure.number.first - 1) in ORIGIN
            if kind := here[-1] if here else main:
                found[k] = Harm(k, kind, "carried", None, older=left or cue is CarryWord.OLDER)


@by_language
def _openings() -> frozenset[str]:
    return frozenset[str]().union(*(carry_words(kind).starts for kind in (*DIVIDED, CarryWord.OF_THEM)))


def divides(sentence: Sentence) -> bool:
    """The sentence may open by saying what its figures are parts of."""
    return not _openings().isdisjoint(sentence.lows[:OPENING])


def _divided(sentence: Sentence, last: Kind | None) -> tuple[int, Kind] | None:
    """Where the sentence says what its figures are parts of, and what that is."""
    if not divides(sentence):
        return None
    for i in range(min(OPENING, len(sentence.lows))):
        for words, kind in DIVIDED.items():
            if carry_words(words).at(sentence.lows, i):
                return i, kind
        if last is not None and carry_words(CarryWord.OF_THEM).at(sentence.lows, i):
            return i, last
    return None


def _cue(sentence: Sentence, figure: Figure) -> CarryWord | None:
    """The list of the words directly before the figure, with or without its hedge and adverbs."""
    first = figure.number.first
    before = first
    while before > 0 and sentence.classes[before - 1] == WordClass.ADVERB:
        before -= 1
    for words in (CarryWord.OLDER, CarryWord.FIGURE, CarryWord.CUE):
        if any(carry_words(words).ending(sentence.lows, end) for end in (figure.number.left, first, before)):
            return words
    return None


def _stands_alone(sentence: Sentence, figure: Figure) -> bool:
    """No noun of another thing stands behind the figure."""
    number = figure.number
    after = sentence.classes[number.last] if number.last < len(sentence.lows) else COMMA
    return after != OTHER or sentence.lows[number.last] in (".", "!", "?")
