"""Who came to a house of care: a verb of bringing and the house, with whom it brings between them or before.

'took four people to the hospital', 'were rushed by ambulance to Northside Medical Center', 'hospitals received 12
victims': verb and house stand too far apart for one phrase of a list.
"""

from enum import StrEnum

from transforms.claims.grammar import COMMA, FIGURE, OTHER, STOP, Sentence, WordClass
from transforms.claims.lexicon import by_language
from transforms.claims.tokens import Phrases, phrase_list

GOAL_REACH = 14
"""Tokens from the verb to the preposition before the house."""
HOUSE_REACH = 6
"""Tokens from that preposition to the house: 'to the Northside Memorial Hospital'."""
HURT_REACH = 6
"""Tokens from the house to what one who comes by himself has: 'with gunshot wounds'."""


class CareWord(StrEnum):
    """The lists of care.toml."""

    BRINGS = "brings"
    FINITE = "finite"
    COMES = "comes"
    TREATS = "treats"
    HOUSE = "house"
    GOAL = "goal"
    PLACE = "place"
    HURT = "hurt"


@by_language
def care_words(kind: CareWord) -> Phrases:
    """The phrases of one list of care.toml."""
    return phrase_list("care", kind, unique=False)


@by_language
def care_starts() -> frozenset[str]:
    """Words at which a verb of bringing, coming or treating may start."""
    verbs = (CareWord.BRINGS, CareWord.COMES, CareWord.TREATS)
    return frozenset[str]().union(*(care_words(kind).starts for kind in verbs))


def has_house(lows: list[str]) -> bool:
    """The sentence names a house of care."""
    houses = care_words(CareWord.HOUSE)
    return not houses.starts.isdisjoint(lows) and any(houses.at(lows, i) for i in houses.hits(lows))


def care_at(sentence: Sentence, i: int) -> tuple[int, bool] | None:
    """The token after the words of care that start at token i, and whether their object follows them.

    Where it does, the words are the verb alone; else they reach to the end of the house.
    """
    lows = sentence.lows
    for kind, before in (
        (CareWord.BRINGS, CareWord.GOAL),
        (CareWord.COMES, CareWord.GOAL),
        (CareWord.TREATS, CareWord.PLACE),
    ):
        found = care_words(kind).at(lows, i)
        if found is None:
            continue
        end = i + found[0]
        if kind is CareWord.TREATS and _by_house(sentence, i):
            return end, True
        reached = _house(sentence, end, care_words(before))
        if reached is None:
            continue
        goal, house_end = reached
        if kind is CareWord.COMES:
            hurt = care_words(CareWord.HURT)
            near = range(house_end, min(house_end + HURT_REACH, len(lows)))
            return (house_end, False) if goal == end and any(hurt.at(lows, k) for k in near) else None
        if any(sentence.classes[k] == FIGURE for k in range(end, goal)):
            return end, True
        # 'The driver took the victims to hospital': an object that nothing counts.
        finite = care_words(CareWord.FINITE).at(lows, i) is not None
        if finite or (goal > end and not _passive(sentence, i)):
            return None
        return house_end, False
    return None


def _passive(sentence: Sentence, i: int) -> bool:
    k = i - 1
    while k >= 0 and sentence.classes[k] == WordClass.ADVERB:
        k -= 1
    return k >= 0 and sentence.classes[k] in (WordClass.AUX, WordClass.COORDINATOR)


def _by_house(sentence: Sentence, i: int) -> bool:
    """'Local hospitals have received': the house is the subject."""
    k = i
    while k > 0 and sentence.classes[k - 1] in (WordClass.AUX, WordClass.ADVERB):
        k -= 1
    return care_words(CareWord.HOUSE).ending(sentence.lows, k) is not None


def _house(sentence: Sentence, end: int, before: Phrases) -> tuple[int, int] | None:
    """The preposition before the house, and the token after the house."""
    lows, classes = sentence.lows, sentence.classes
    houses = care_words(CareWord.HOUSE)
    for k in range(end, min(end + GOAL_REACH, len(lows))):
        if classes[k] in (STOP, WordClass.SUBORDINATOR, WordClass.RELATIVE, WordClass.SAYING) or lows[k] == ".":
            return None
        if before.at(lows, k) is None:
            continue
        for m in range(k + 1, min(k + 1 + HOUSE_REACH, len(lows))):
            if found := houses.at(lows, m):
                return k, m + found[0]
            if classes[m] not in (OTHER, WordClass.DETERMINER, WordClass.COORDINATOR) or classes[m] == COMMA:
                break
    return None
