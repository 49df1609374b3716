"""People told of without a number: 'a 17-year-old boy', 'his wife', 'the driver', in headlines 'Woman' are one each;

'civilians were killed' is at least two.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from expectations.contracts.vocabulary import Hedge
from transforms.claims.hedges import hedge_before, interval
from transforms.claims.lexicon import WordSet, by_language, table, words_by_key
from transforms.claims.numbered import CompoundWord, compound_words
from transforms.claims.numbers import Number
from transforms.claims.particles import Ending, endings
from transforms.claims.people import GENERIC, people_words
from transforms.claims.tokens import Token

REACH = 4
"""Words from the introduction to the noun."""
JOINED_REACH = 2
"""Words from a joint to a noun that shares the introduction before it."""
JOINTS = ("coordinator", "comma")
BARE, MANY = "bare", "many"
LEAST = 2
"""A plural without a number is at least two."""
OPENING_SIGNS = frozenset(",:;|-–—&'‘“\"")


class Introduction(StrEnum):
    """The lists of introductions.toml."""

    INDEFINITE = "indefinite"
    POSSESSIVE = "possessive"
    DEFINITE = "definite"
    COLLECTIVE = "collective"
    PARENT = "parent"
    PRONOUN = "pronoun"
    PLURAL = "plural"
    MASS = "mass"
    OPENER = "opener"
    FURTHER = "further"
    ORDINAL = "ordinal"
    PAIR = "pair"
    NOUN_TOO = "noun_too"


PARTICIPLE, INTRANSITIVE, PREDICATIVE = "participle", "intransitive", "predicative"
OPENING = (Introduction.INDEFINITE, Introduction.POSSESSIVE, Introduction.DEFINITE)


@dataclass(frozen=True, slots=True)
class Person:
    """One person: as a number whose anchor is 1, with the noun and its population; `known_by`: the introduction."""

    number: Number
    population: str
    noun: str
    known_by: str


@by_language
def _listed(kind: Introduction) -> tuple[str, ...]:
    return words_by_key("introductions", Introduction, unique=False)[kind]


OPENERS = WordSet(lambda: OPENING_SIGNS.union(_listed(Introduction.OPENER)))
"""What a bare noun of a headline may stand behind."""


def uncounted() -> tuple[str, ...]:
    """Endings of a plural that nothing counts, and plurals that are a body as such."""
    return _listed(Introduction.PLURAL)


@by_language
def introductions() -> dict[str, str]:
    """Word → kind of introduction."""
    return {w: kind.value for kind in OPENING for w in _listed(kind)}


@by_language
def _collectives() -> frozenset[str]:
    return frozenset(_listed(Introduction.COLLECTIVE))


@by_language
def pronouns() -> frozenset[str]:
    """Objects that are one person."""
    return frozenset(_listed(Introduction.PRONOUN))


@by_language
def parents() -> frozenset[str]:
    """Nouns behind which 'of three' counts children."""
    return frozenset(_listed(Introduction.PARENT))


@by_language
def objects() -> frozenset[str]:
    """Words that open the object of a verb."""
    opening = (Introduction.POSSESSIVE, Introduction.DEFINITE, Introduction.PRONOUN)
    return frozenset(word for kind in opening for word in _listed(kind))


@by_language
def _harm_starts() -> frozenset[str]:
    """First words of the words of harm."""
    listed = table("harm").values()
    return frozenset(word.split()[0] for forms in listed for found in forms.values() for word in found)


@by_language
def _harmed_starts() -> frozenset[str]:
    """First words of the words of harm that follow who was harmed."""
    forms = (PARTICIPLE, INTRANSITIVE, PREDICATIVE)
    return frozenset(w.split()[0] for found in table("harm").values() for form in forms for w in found[form])


@by_language
def _harm_verbs() -> frozenset[str]:
    """Active words of harm: they end a noun phrase."""
    return frozenset(word for forms in table("harm").values() for word in forms["active"])


@by_language
def _further_starts() -> frozenset[str]:
    """'another', 'third': without one of them nobody further is told of."""
    return frozenset((*_listed(Introduction.FURTHER), *_listed(Introduction.ORDINAL)))


@by_language
def _starts() -> frozenset[str]:
    """Words at which a person may be told of in a text."""
    plurals = (w for w in people_words() if w.endswith(uncounted()))
    return frozenset((*introductions(), *pronouns(), *_listed(Introduction.PAIR), *plurals))


def find_described(
    text: str, tokens: list[Token], lows: list[str], classes: list[str], taken: list[int], *, headline: bool
) -> Iterator[Person]:
    """The persons, left to right; `taken` is -1 where no number stands, `classes` the word classes of grammar.py."""
    known, objects_alone, people = introductions(), pronouns(), people_words()
    starts = _starts()
    end = 0
    # In a headline any word may be a bare noun's first.
    further, pair = _further_starts(), _listed(Introduction.PAIR)
    for i in [i for i, low in enumerate(lows) if headline or low in starts]:
        word = lows[i]
        if i < end or taken[i] >= 0:
            continue
        if word in objects_alone and (i + 1 >= len(lows) or classes[i + 1] != "other" or lows[i + 1] == "."):
            yield _person(text, tokens, lows, (i, i), Introduction.PRONOUN)
            continue
        if word in people and _many(lows, classes, taken, i):
            yield _people(text, tokens, lows, i)
            continue
        ordinal = headline or word in further or (i + 1 < len(lows) and lows[i + 1] in further)
        if ordinal and (last := _further(lows, classes, i, headline=headline)) is not None:
            end = last + 1
            yield _person(text, tokens, lows, (i, last), Introduction.INDEFINITE)
            continue
        if word in pair and (last := _both(lows, classes, i)) is not None:
            end = last + 1
            yield _two(text, tokens, lows, (i, last))
            continue
        introduction = known.get(word)
        first = i + 1
        if introduction is None and headline and (i == 0 or lows[i - 1] in OPENERS):
            introduction, first = BARE, i
        if introduction is None:
            continue
        found = _noun(lows, classes, taken, first, i + 1 + REACH)
        if found is None or (introduction != Introduction.INDEFINITE and not _ends(lows, classes, found + 1)):
            continue
        end = found + 1
        yield _person(text, tokens, lows, (i, found), introduction)
        if introduction in (Introduction.INDEFINITE, Introduction.POSSESSIVE):
            for first, noun in _joined(lows, classes, taken, found):
                end = noun + 1
                yield _person(text, tokens, lows, (first, noun), introduction)


def _joined(lows: list[str], classes: list[str], taken: list[int], last: int) -> Iterator[tuple[int, int]]:
    """Bounds of the nouns that share the introduction of the one at token `last`: 'a father and daughter'."""
    while True:
        first = last + 1
        while first < len(lows) and classes[first] in JOINTS and first < last + 3:
            first += 1
        if first == last + 1 or first >= len(lows) or lows[first] in introductions():
            return
        noun = _noun(lows, classes, taken, first, first + JOINED_REACH)
        if noun is None or not _ends(lows, classes, noun + 1):
            return
        # A comma alone joins only where a coordinator follows: 'a mother, father and toddler'.
        if "coordinator" not in classes[last + 1 : first] and not _goes_on(classes, noun):
            return
        yield first, noun
        last = noun


def _goes_on(classes: list[str], noun: int) -> bool:
    return "coordinator" in classes[noun + 1 : noun + 3]


def _further(lows: list[str], classes: list[str], i: int, *, headline: bool) -> int | None:
    """The last token of 'another' or 'a third' at token i, where a word of harm or a verb of being follows at once."""
    ordinals = _listed(Introduction.ORDINAL)
    last = i
    if lows[i] not in _listed(Introduction.FURTHER) and not (headline and lows[i] in ordinals):
        last = i + 1
        if lows[i] not in introductions() or last >= len(lows) or lows[last] not in ordinals:
            return None
    after = last + 1
    while after < len(lows) and classes[after] == "adverb":
        after += 1
    if after >= len(lows) or classes[after] == "aux":
        return last if after < len(lows) else None
    # Not 'another dead whale', not 'another shot at it'.
    noun = lows[after] in _listed(Introduction.NOUN_TOO) or not _ends(lows, classes, after + 1)
    return last if lows[after] in _harmed_starts() and not noun else None


def _both(lows: list[str], classes: list[str], i: int) -> int | None:
    """The last token of 'both victims', 'both of the young men' at token i."""
    for j in range(i + 1, min(i + 1 + REACH, len(lows))):
        if lows[j] in people_words():
            return j if lows[j].endswith(uncounted()) else None
        if classes[j] not in ("other", "determiner"):
            return None
    return None


def _two(text: str, tokens: list[Token], lows: list[str], bounds: tuple[int, int]) -> Person:
    i, noun = bounds
    start, stop = tokens[i].start, tokens[noun].end
    number = Number(start, stop, i, i, noun + 1, 2, 2, 2, Hedge.EXACT, text[start:stop])
    return Person(number, people_words()[lows[noun]], lows[noun], Introduction.INDEFINITE)


def _person(text: str, tokens: list[Token], lows: list[str], bounds: tuple[int, int], introduction: str) -> Person:
    i, noun = bounds
    start, stop = tokens[i].start, tokens[noun].end
    left, hedge = hedge_before(lows, i)
    low, high = interval(hedge, 1)
    number = Number(start, stop, left, i, noun + 1, low, high, 1, hedge, text[start:stop])
    return Person(number, people_words().get(lows[noun], GENERIC), lows[noun], introduction)


def _many(lows: list[str], classes: list[str], taken: list[int], i: int) -> bool:
    """'Civilians were killed', 'and others wounded': a plural that nothing counts or points out."""
    noun = lows[i]
    if not noun.endswith(uncounted()) or noun in _collectives() or noun in _listed(Introduction.MASS):
        return False
    before = i - 1
    for _ in range(2):  # 'Palestinian civilians', 'local farm workers'
        if before >= 0 and taken[before] >= 0:
            return False
        if before >= 0 and classes[before] == "other" and lows[before] not in OPENERS:
            before -= 1
    if before >= 0 and taken[before] >= 0:
        return False
    opens = before < 0 or classes[before] in ("comma", "stop", "subordinator", "saying") or lows[before] in OPENERS
    return opens and _ends(lows, classes, i + 1)


def _people(text: str, tokens: list[Token], lows: list[str], i: int) -> Person:
    start, stop = tokens[i].start, tokens[i].end
    number = Number(start, stop, i, i, i + 1, LEAST, None, None, Hedge.VAGUE, text[start:stop])
    return Person(number, people_words()[lows[i]], lows[i], MANY)


def _ends(lows: list[str], classes: list[str], i: int) -> bool:
    """The phrase ends before token i: not 'the passenger bus', nor 'official says' in a headline."""
    if i >= len(lows) or lows[i] == ".":
        return True
    return classes[i] != "saying" and (
        classes[i] != "other" or lows[i] in _harm_starts() or lows[i].endswith(endings(Ending.PARTICIPLE))
    )


def _noun(lows: list[str], classes: list[str], taken: list[int], first: int, limit: int) -> int | None:
    """The token of the singular noun for a person that heads the phrase."""
    people, harm, verbs, aged = people_words(), _harm_starts(), _harm_verbs(), compound_words(CompoundWord.AGED)
    # 'a U.S. diplomat': the letters of a name with points are one word.
    limit += sum(lows[j : j + 1] == ["."] and len(lows[j - 1]) == 1 for j in range(first + 1, limit)) * 2
    for j in range(first, min(limit, len(lows))):
        if taken[j] >= 0 or classes[j] not in ("other", "adverb") or (j > first and lows[j] in verbs):
            return None
        following = lows[j + 1] if j + 1 < len(lows) else ""
        noun = lows[j]
        # 'a 3-year-old': the age stands for whom it is of.
        if noun.endswith(aged) and (j + 1 >= len(lows) or classes[j + 1] != "other" or following in harm):
            return j
        if noun in harm and j + 1 < len(lows) and classes[j + 1] == "other" and following != ".":
            continue  # 'an injured army officer'
        # 'A man dead', where "dead" says what befell him; 'a teenage girl', where the last noun heads the phrase.
        if noun in people and (people.get(following) is None or following in harm):
            return None if noun.endswith(uncounted()) or noun in _collectives() else j
    return None
