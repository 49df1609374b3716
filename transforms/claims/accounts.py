"""What the accounts of an event share: the claim without a figure, and the words of attack."""

from dataclasses import dataclass
from enum import StrEnum

from expectations.contracts.vocabulary import Kind, Stance
from transforms.claims.lexicon import by_language, words_by_key
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
    return Phrases(dict.fromkeys(words_by_key("attacks", AttackWord, unique=False)[kind], kind.value))


@by_language
def kinds_by_start() -> dict[str, frozenset[AttackWord]]:
    """Word → the lists of which a phrase starts with it: most words start none, and need no closer look."""
    starts: dict[str, set[AttackWord]] = {}
    for kind in AttackWord:
        for word in attack_words(kind).starts:
            starts.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in starts.items()}


def attacks_at(lows: list[str], i: int) -> dict[AttackWord, int]:
    """List → the length of its longest phrase at token i, for the lists that have one there."""
    kinds = kinds_by_start().get(lows[i])
    if kinds is None:
        return {}
    return {kind: found[0] for kind in kinds if (found := attack_words(kind).at(lows, i)) is not None}


def attack_at(kind: AttackWord, lows: list[str], i: int) -> int | None:
    """The length of the longest phrase of a list at token i."""
    if kind not in kinds_by_start().get(lows[i], ()):
        return None
    found = attack_words(kind).at(lows, i)
    return None if found is None else found[0]


def own_deed(lows: list[str], i: int) -> bool:
    """'denies involvement', 'claimed responsibility': said of the speaker alone, of nothing else in the sentence."""
    return any(attack_words(kind).at(lows, i) for kind in (AttackWord.DENIED, AttackWord.CLAIMED))


def habitual(lows: list[str], i: int) -> bool:
    """'regularly bombs', 'has often been attacked': acts in general, none of them the event's."""
    habits = attack_words(AttackWord.HABIT).starts
    return any(low in habits for low in lows[max(0, i - 3) : i])
