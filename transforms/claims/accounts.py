"""What the accounts of an event share: the claim without a figure, and the words of attack."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from expectations.contracts.vocabulary import Kind, Stance
from transforms.claims.lexicon import words_by_key
from transforms.claims.tokens import Phrases


@dataclass(frozen=True, slots=True)
class Account:
    """A target, perpetrator or cause: its words as code points of the sentence, its node, the rule that read it.

    `token`: where its words start. `stance` is set where the rule itself knows it ('denies involvement').
    `speaker`: the party speaks for itself.
    """

    kind: Kind
    start: int
    end: int
    text: str
    node: str | None
    rule: str
    token: int
    stance: Stance | None = None
    speaker: bool = False


class AttackWord(StrEnum):
    """The lists of attacks.toml."""

    NOUN = "noun"
    ACTIVE = "active"
    PASSIVE = "passive"
    LAUNCHED = "launched"
    HARMED = "harmed"
    BY = "by"
    CLAIMED = "claimed"
    DENIED = "denied"
    BLAMED = "blamed"
    SCENE = "scene"
    MODAL = "modal"
    PURPOSE = "purpose"
    SURE = "sure"
    SPOILT = "spoilt"
    STAGED = "staged"
    SPARED = "spared"
    AIM = "aim"
    DEED = "deed"
    TIED = "tied"
    GUILTY = "guilty"
    CLEARED = "cleared"
    OWNS = "owns"
    HABIT = "habit"
    PLAIN = "plain"
    SINGULAR = "singular"
    LETHAL = "lethal"
    ITSELF = "itself"


@cache
def attack_words(kind: AttackWord) -> Phrases:
    """The phrases of one list of attacks.toml; lists overlap, because one word is noun and verb."""
    return Phrases(dict.fromkeys(words_by_key("attacks", AttackWord, unique=False)[kind], kind.value))


@cache
def kinds_by_start() -> dict[str, frozenset[AttackWord]]:
    """Word → the lists of which a phrase starts with it: most words start none, and need no closer look."""
    starts: dict[str, set[AttackWord]] = {}
    for kind in AttackWord:
        for word in attack_words(kind).starts:
            starts.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in starts.items()}


def attack_at(kind: AttackWord, lows: list[str], i: int) -> int | None:
    """The length of the longest phrase of a list at token i."""
    if kind not in kinds_by_start().get(lows[i], ()):
        return None
    found = attack_words(kind).at(lows, i)
    return None if found is None else found[0]


def own_deed(lows: list[str], i: int) -> bool:
    """'denies involvement', 'claimed responsibility': said of the speaker alone, of nothing else in the sentence."""
    return any(attack_words(kind).at(lows, i) for kind in (AttackWord.DENIED, AttackWord.CLAIMED))


NEGATIONS = frozenset(
    {"not", "n't", "never", "didn't", "doesn't", "wasn't", "weren't", "isn't", "aren't", "no", "hasn't", "haven't"}
)


def habitual(lows: list[str], i: int) -> bool:
    """'regularly bombs', 'has often been attacked': acts in general, none of them the event's."""
    return any(AttackWord.HABIT in kinds_by_start().get(low, ()) for low in lows[max(0, i - 3) : i])
