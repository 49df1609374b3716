"""What the accounts of an event share: the claim without a figure, and the words of attack."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from expectations.contracts.vocabulary import Kind, Stance
from transforms.claims.lexicon import by_language
from transforms.claims.tokens import GAP, Phrases, phrase_list


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
    CLAIMED = "claimed"
    DENIED = "denied"
    DENIED_STORY = "denied_story"
    ONTO = "onto"
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


@by_language
def attack_words(kind: AttackWord) -> Phrases:
    """The phrases of one list of attacks.toml; lists overlap, because one word is noun and verb."""
    return phrase_list("attacks", kind, unique=False)


class _Start(NamedTuple):
    """What may start with a word: the lists that have such a phrase, the second words of their longer phrases, and

    what is found where none of these follows.
    """

    kinds: dict[AttackWord, Phrases]
    seconds: frozenset[str]
    alone: dict[AttackWord, int]


@by_language
def _by_start() -> dict[str, _Start]:
    """Word → what may start with it: most words start nothing, and need no closer look."""
    kinds: dict[str, dict[AttackWord, Phrases]] = {}
    for kind in AttackWord:
        phrases = attack_words(kind)
        for word in phrases.starts:
            kinds.setdefault(word, {})[kind] = phrases
    return {
        word: _Start(
            lists,
            frozenset[str]().union(*(phrases.seconds(word) for phrases in lists.values())),
            {kind: found[0] for kind, phrases in lists.items() if (found := phrases.at([word], 0)) is not None},
        )
        for word, lists in kinds.items()
    }


NONE: Mapping[AttackWord, int] = MappingProxyType({})


def attacks_at(lows: list[str], i: int) -> Mapping[AttackWord, int]:
    """List → the length of its longest phrase at token i, for the lists that have one there."""
    start = _by_start().get(lows[i])
    if start is None:
        return NONE
    if GAP not in start.seconds and (i + 1 >= len(lows) or lows[i + 1] not in start.seconds):
        return start.alone
    return {kind: found[0] for kind, phrases in start.kinds.items() if (found := phrases.at(lows, i)) is not None}


def attack_at(kind: AttackWord, lows: list[str], i: int) -> int | None:
    """The length of the longest phrase of a list at token i."""
    start = _by_start().get(lows[i])
    phrases = None if start is None else start.kinds.get(kind)
    found = None if phrases is None else phrases.at(lows, i)
    return None if found is None else found[0]


def own_deed(lows: list[str], i: int) -> bool:
    """'denies involvement', 'claimed responsibility': said of the speaker alone, of nothing else in the sentence."""
    return any(attack_words(kind).at(lows, i) for kind in (AttackWord.DENIED, AttackWord.CLAIMED))


def habitual(lows: list[str], i: int) -> bool:
    """'regularly bombs', 'has often been attacked': acts in general, none of them the event's."""
    return not attack_words(AttackWord.HABIT).starts.isdisjoint(lows[max(0, i - 3) : i])
