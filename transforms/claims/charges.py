"""Where explosives went off or were placed: 'a bomb exploded in front of a bank', 'threw grenades at a bus'."""

from enum import StrEnum

from transforms.claims.grammar import STOP, Sentence, WordClass
from transforms.claims.lexicon import by_language
from transforms.claims.particles import AGENT, word_at
from transforms.claims.phrases import phrase_after, starts_time
from transforms.claims.tokens import Phrases, phrase_list

INSERTED = frozenset('()[]"“”')
BACK, ON, WALK, FIRE_REACH = 14, 7, 22, 16


class ChargeWord(StrEnum):
    """The lists of charges.toml."""

    CHARGE = "charge"
    ACTS = "acts"
    GOES_OFF = "goes_off"
    TAKES_PLACE = "takes_place"
    PLACED = "placed"
    GOAL = "goal"
    AIMED = "aimed"
    SETS = "sets"
    BURNING = "burning"
    FIRE = "fire"


@by_language
def charge_words(kind: ChargeWord) -> Phrases:
    """The phrases of one list of charges.toml."""
    return phrase_list("charges", kind, unique=False)


@by_language
def charge_verbs() -> frozenset[str]:
    """First words of the verbs of explosives."""
    kinds = (ChargeWord.GOES_OFF, ChargeWord.TAKES_PLACE, ChargeWord.PLACED)
    return frozenset[str]().union(*(charge_words(kind).starts for kind in kinds))


@by_language
def brought_starts() -> frozenset[str]:
    """First words of the verbs by which fire or explosives are brought to something."""
    return charge_words(ChargeWord.PLACED).starts | charge_words(ChargeWord.SETS).starts


def goals(sentence: Sentence) -> list[tuple[int, int, bool]]:
    """(first token, token after, aimed at) of each noun phrase that may be what explosives were brought to.

    In the order of the words. The first goal of a verb that names a thing is the target; the caller knows names.
    """
    out = []
    verbs = charge_verbs()
    for i in [i for i, low in enumerate(sentence.lows) if low in verbs]:
        if (start := _brought(sentence, i)) is not None:
            out.extend(_walk(sentence, start))
    return out


def brings(sentence: Sentence, i: int) -> bool:
    """'threw grenades', 'placed a bomb', 'set two cars on fire': the verb at token i has a doer as its subject."""
    lows = sentence.lows
    if lows[i] in charge_words(ChargeWord.SETS).starts and any(
        low in charge_words(ChargeWord.FIRE).starts for low in lows[i : i + FIRE_REACH]
    ):
        return True
    found = charge_words(ChargeWord.PLACED).at(lows, i)
    return found is not None and _near(sentence, (ChargeWord.CHARGE,), i, found[0], found[0] + ON) is not None


def sets_on_fire(sentence: Sentence, i: int) -> int | None:
    """'set two cars on fire': the token at which fire is named, where token i is the verb."""
    lows = sentence.lows
    if lows[i] not in charge_words(ChargeWord.SETS).starts:
        return None
    near = range(i + 2, min(len(lows), i + FIRE_REACH))
    return next((k for k in near if charge_words(ChargeWord.BURNING).at(lows, k)), None)


def _brought(sentence: Sentence, i: int) -> int | None:
    """The token from which on the place is told, where token i is a verb of explosives."""
    lows = sentence.lows
    either = (ChargeWord.CHARGE, ChargeWord.ACTS)
    for kind in (ChargeWord.GOES_OFF, ChargeWord.TAKES_PLACE):
        if (found := charge_words(kind).at(lows, i)) and _near(sentence, either, i, -BACK, 0) is not None:
            return i + found[0]
    if found := charge_words(ChargeWord.PLACED).at(lows, i):
        behind = _near(sentence, (ChargeWord.CHARGE,), i, found[0], found[0] + ON)
        if behind is not None:
            return behind + 1
        # A bare participle may belong to anybody; 'was placed' and 'placed by' belong to the explosive.
        passive = i > 0 and sentence.classes[i - 1] in (WordClass.AUX, WordClass.ADVERB)
        passive = passive or word_at(lows, i + found[0]) in AGENT
        if passive and _near(sentence, (ChargeWord.CHARGE,), i, -BACK, 0) is not None:
            return i + found[0]
    return None


def _near(sentence: Sentence, kinds: tuple[ChargeWord, ...], verb: int, a: int, b: int) -> int | None:
    """The first token of a word of the lists between `a` and `b` tokens from the verb, in one clause with it."""
    lows = sentence.lows
    for k in range(max(0, verb + a), min(verb + b, len(lows))):
        between = range(min(k, verb), max(k, verb))
        if any(charge_words(kind).at(lows, k) for kind in kinds) and not any(lows[m] in (";", ":") for m in between):
            return k
    return None


def _walk(sentence: Sentence, start: int) -> list[tuple[int, int, bool]]:
    lows, classes = sentence.lows, sentence.classes
    out = []
    k = start
    while k < len(lows) and k - start <= WALK:
        low = lows[k]
        if starts_time(sentence, k):
            k += 1
            continue
        goal = charge_words(ChargeWord.GOAL).at(lows, k)
        aimed = charge_words(ChargeWord.AIMED).at(lows, k)
        found = max((f for f in (goal, aimed) if f), key=lambda f: f[0], default=None)
        if found is not None:
            end = phrase_after(sentence, k + found[0])
            if end > k + found[0]:
                out.append((k + found[0], end, aimed is not None and aimed[0] == found[0]))
            k = max(end, k + found[0])
            continue
        stop = classes[k] in (STOP, WordClass.SUBORDINATOR, WordClass.RELATIVE, WordClass.SAYING, WordClass.AUX)
        if (
            (stop and low not in INSERTED)
            or low == "."
            or classes[k] == WordClass.COORDINATOR
            or (low in AGENT and k > start)
        ):
            break
        k += 1
    return out
