"""Counts of weapons used and of weapons intercepted."""

from dataclasses import dataclass
from enum import StrEnum

from expectations.contracts.vocabulary import Kind, Residue
from transforms.claims.cues import find
from transforms.claims.distractors import reason
from transforms.claims.grammar import COMMA, FIGURE, OTHER, Figure, Sentence, WordClass
from transforms.claims.lexicon import by_language, words_by_key
from transforms.claims.numbered import CompoundWord, compound_words
from transforms.claims.particles import ADDITIVE, DEFINITE, PARTITIVE, Ending, endings, word_at
from transforms.claims.places import is_place
from transforms.claims.tokens import Phrases, phrase_list


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
    """A figure that counts weapons; `end`: the token after what it counts; `part`: of a figure right behind it."""

    figure: int
    kind: Kind
    rule: str
    end: int
    part: bool = False


INITIALS = 4
"""Capitals of a model's name."""
WEAPONS = (WeaponWord.MISSILES, WeaponWord.DRONES, WeaponWord.OTHER_WEAPONS)


@by_language
def _nouns() -> Phrases:
    lists = words_by_key("weapons", WeaponWord)
    return Phrases({w: kind for kind in WEAPONS for w in lists[kind]})


@by_language
def _verbs(kind: WeaponWord) -> Phrases:
    return phrase_list("weapons", kind)


def find_weapons(sentence: Sentence, taken: frozenset[int], params: Params = Params()) -> list[Weapon]:
    """Figures of the sentence that count weapons; `taken` are figures that state harm. A lone 'one' counts nothing.

    The numbers of calibres and of models ('Shahed 136 drones') count none.
    """
    out: list[Weapon] = []
    lows = sentence.lows
    if not names_weapon(sentence):
        return out
    for k, figure in enumerate(sentence.figures):
        if k in taken or figure.known or figure.number.anchor in (0, 1) or _names(sentence, k):
            continue
        counted = _counted(sentence, k, params)
        if counted is None:
            # '112 of the 215 projectiles were shot down': the part counts what the whole counts.
            following = k + 1 < len(sentence.figures) and word_at(lows, figure.number.last) in PARTITIVE
            counted = _counted(sentence, k + 1, params) if following else None
        if counted is None:
            continue
        kind, end = counted
        whole = _is_whole(sentence, figure)
        if not whole and _stopped(sentence, k, end, params):
            out.append(Weapon(k, Kind.INTERCEPTED, "intercepted", end))
        elif taken or any(find(_verbs(verb), lows, 0, len(lows)) for verb in (WeaponWord.USED, WeaponWord.INTERCEPTED)):
            part = k + 1 < len(sentence.figures) and _is_whole(sentence, sentence.figures[k + 1], figure.number.last)
            out.append(Weapon(k, kind, "weapons", end, part))
    return out


def _is_whole(sentence: Sentence, figure: Figure, after: int | None = None) -> bool:
    """The 12 of 'three of the 12 drones', 'one of 12 drones', 'most of the 12': other words say what befell them.

    `after`: 'of' must stand there.
    """
    i = figure.number.first - 1
    named = word_at(sentence.lows, i) in DEFINITE
    i -= named
    if word_at(sentence.lows, i) not in PARTITIVE or i == 0 or (after is not None and i != after):
        return False
    return named or sentence.classes[i - 1] == FIGURE


def _names(sentence: Sentence, k: int) -> bool:
    """The number belongs to a name, a calibre or a date: 'Shahed 136', '12 Kinzhal 47 missiles', '155 mm shells'."""
    figure = sentence.figures[k]
    number = figure.number
    why = reason(sentence, figure)
    # A unit further behind counts another thing: 'more than 20 missiles this year'.
    if why not in (None, Residue.OTHER_THING) and (why is not Residue.UNIT or figure.np_end == number.last + 1):
        return True
    before = sentence.tokens[number.first - 1].text if number.first > 0 else ""
    plain = number.text.isdecimal() and number.first == number.left
    if not plain or not before[:1].isupper() or is_place(before):
        return False
    # A name stands between the count and the number, or is all initials: 'FAB 500 bombs'.
    counted = number.first > 1 and sentence.classes[number.first - 2] == FIGURE
    return counted or (before.isupper() and 1 < len(before) <= INITIALS and not sentence.text.isupper())


def _counted(sentence: Sentence, k: int, params: Params) -> tuple[Kind, int] | None:
    """The kind of weapon behind the figure; missiles and drones in one figure are other weapons."""
    lows, classes = sentence.lows, sentence.classes
    i = sentence.figures[k].number.last
    first: str | None = None
    limit = i + params.noun_reach
    while i < min(limit, len(lows)):
        if classes[i] == FIGURE and _names(sentence, sentence.figure_at[i]):
            i += 1
            continue
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


def names_weapon(sentence: Sentence) -> bool:
    """A word of the sentence may name a weapon: without one its figures count none."""
    return not _nouns().starts.isdisjoint(sentence.lows)


def counts_weapons(sentence: Sentence, figure: Figure, params: Params = Params()) -> bool:
    """A plural of weapons stands behind the figure, so that 'shot down' says nothing of people."""
    lows = sentence.lows
    following = next((f for f in sentence.figures if f.number.first >= figure.number.last), None)
    if following is not None and _is_whole(sentence, following, figure.number.last):
        return counts_weapons(sentence, following, params)
    for i in range(figure.number.last, min(figure.number.last + params.noun_reach, len(lows))):
        if (found := _nouns().at(lows, i)) is not None:
            after = i + found[0]
            verb = after < len(lows) and lows[after].endswith(endings(Ending.PARTICIPLE))
            compound = after < len(lows) and sentence.classes[after] == OTHER and not verb
            return lows[after - 1].endswith(endings(Ending.PLURAL)) and not compound
        if sentence.classes[i] not in (OTHER, FIGURE):
            return False
    return False


def intercepts(sentence: Sentence, i: int) -> bool:
    """'shot down' at token i of a sentence that counts weapons: of them, not of people."""
    found = _verbs(WeaponWord.INTERCEPTED).at(sentence.lows, i)
    if found is None or found[0] < 2 or not names_weapon(sentence):
        return False
    return any(counts_weapons(sentence, f) for f in sentence.figures)


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
