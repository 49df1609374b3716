"""Counts of weapons used and of weapons intercepted."""

from dataclasses import dataclass
from enum import StrEnum

from expectations.contracts.vocabulary import Kind
from transforms.claims.cues import find
from transforms.claims.grammar import COMMA, FIGURE, OTHER, Sentence, WordClass
from transforms.claims.lexicon import by_language, words_by_key
from transforms.claims.numbered import CompoundWord, compound_words
from transforms.claims.particles import ADDITIVE, DEFINITE, PARTITIVE, word_at
from transforms.claims.tokens import Phrases


class WeaponWord(StrEnum):
    """The lists of weapons.toml: three kinds of weapon, what stops them, what uses them."""

    MISSILES = "missiles"
    DRONES = "drones"
    OTHER_WEAPONS = "other_weapons"
    INTERCEPTED = "intercepted"
    USED = "used"


@dataclass(frozen=True)
class Params:
    """`noun_reach`: words between a figure and the weapon it counts; `verb_reach`: to a verb of interception."""

    noun_reach: int = 4
    verb_reach: int = 8


@dataclass(frozen=True, slots=True)
class Weapon:
    """A figure that counts weapons; `end`: the token after what it counts."""

    figure: int
    kind: Kind
    rule: str
    end: int


WEAPONS = (WeaponWord.MISSILES, WeaponWord.DRONES, WeaponWord.OTHER_WEAPONS)


@by_language
def _nouns() -> Phrases:
    lists = words_by_key("weapons", WeaponWord)
    return Phrases({w: kind for kind in WEAPONS for w in lists[kind]})


@by_language
def _verbs(kind: WeaponWord) -> Phrases:
    return Phrases(dict.fromkeys(words_by_key("weapons", WeaponWord)[kind], kind.value))


def find_weapons(sentence: Sentence, taken: frozenset[int], params: Params = Params()) -> list[Weapon]:
    """Figures of the sentence that count weapons; `taken` are figures that state harm. A lone 'one' counts nothing."""
    out: list[Weapon] = []
    lows = sentence.lows
    for k, figure in enumerate(sentence.figures):
        if k in taken or figure.known or figure.number.anchor in (0, 1):
            continue
        counted = _counted(sentence, k, params)
        if counted is None:
            # '112 of the 215 projectiles were shot down': the part counts what the whole counts.
            following = k + 1 < len(sentence.figures) and word_at(lows, figure.number.last) in PARTITIVE
            counted = _counted(sentence, k + 1, params) if following else None
        if counted is None:
            continue
        kind, end = counted
        first = figure.number.first
        whole = first > 2 and lows[first - 2] in PARTITIVE and lows[first - 1] in DEFINITE
        if not whole and _stopped(sentence, k, end, params):
            out.append(Weapon(k, Kind.INTERCEPTED, "intercepted", end))
        elif taken or any(find(_verbs(verb), lows, 0, len(lows)) for verb in (WeaponWord.USED, WeaponWord.INTERCEPTED)):
            out.append(Weapon(k, kind, "weapons", end))
    return out


def _counted(sentence: Sentence, k: int, params: Params) -> tuple[Kind, int] | None:
    """The kind of weapon behind the figure; missiles and drones in one figure are other weapons."""
    lows, classes = sentence.lows, sentence.classes
    i = sentence.figures[k].number.last
    first: str | None = None
    limit = i + params.noun_reach
    while i < min(limit, len(lows)):
        found = _nouns().at(lows, i)
        if found is not None:
            following = lows[i + found[0]] if i + found[0] < len(lows) else ""
            if first is None and following.endswith(compound_words(CompoundWord.WEAPON_HEAD)):
                return None
            if first is not None and first != found[1]:
                return Kind.OTHER_WEAPONS, i + found[0]
            first = found[1]
            i += found[0]
            limit = i + 3
            if following != "," and following not in ADDITIVE:
                break
        elif classes[i] in (OTHER, WordClass.COORDINATOR, WordClass.DETERMINER) or (
            classes[i] == COMMA and first is None
        ):
            i += 1
        else:
            break
    return None if first is None else (Kind(first), i)


def _stopped(sentence: Sentence, k: int, end: int, params: Params) -> bool:
    """A verb of interception right before the figure, or behind its noun with no other figure between."""
    lows, classes = sentence.lows, sentence.classes
    first = sentence.figures[k].number.first
    near = find(_verbs(WeaponWord.INTERCEPTED), lows, max(0, first - 3), first)
    if near is not None and all(c != FIGURE for c in classes[near[1] : first]):
        return True
    after = find(_verbs(WeaponWord.INTERCEPTED), lows, end, min(len(lows), end + params.verb_reach))
    return after is not None and all(
        c in (WordClass.AUX, WordClass.ADVERB, OTHER, WordClass.DETERMINER) and c != FIGURE
        for c in classes[end : after[0]]
    )
