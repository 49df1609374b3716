"""What did it: the mechanism by which people came to harm."""

from enum import StrEnum
from functools import cache

from expectations.contracts.vocabulary import Kind, Stance
from transforms.claims.accounts import Account
from transforms.claims.grammar import Sentence
from transforms.claims.lexicon import words_by_key
from transforms.claims.ontology import classifier, ontology
from transforms.claims.phrases import phrase_after, phrase_before, span
from transforms.claims.targets import _apart
from transforms.claims.tokens import Phrases


class CauseWord(StrEnum):
    """The lists of cause_words.toml: on which side of them the cause stands."""

    CAUSE_BEHIND = "cause_behind"
    CAUSE_BEFORE = "cause_before"
    OPEN_QUESTION = "open_question"


# An act of war is told of as target and perpetrator; only what sets mechanisms apart is a cause of its own.
NOT_ALONE = frozenset({
    "cause", "attack", "air_strike", "drone_strike", "missile_strike", "shelling", "shooting", "raid", "shipwreck",
    "natural_hazard", "disease", "human_error", "technical_fault", "air_defence_debris", "mine", "vehicle_ramming",
    "air_crash",
})  # fmt: skip


@cache
def _cue(kind: CauseWord) -> Phrases:
    return Phrases(dict.fromkeys(words_by_key("cause_words", CauseWord)[kind], kind.value))


def find_causes(sentence: Sentence, *, harmed: bool) -> list[Account]:
    """The causes that the sentence names. `harmed`: it also states harm or a target, so that a bare noun is a cause."""
    out: list[Account] = []
    lows = sentence.lows
    for i in range(len(lows)):
        if found := _cue(CauseWord.CAUSE_BEHIND).at(lows, i):
            out.extend(_account(sentence, i + found[0], phrase_after(sentence, i + found[0]), "caused_by"))
        elif found := _cue(CauseWord.CAUSE_BEFORE).at(lows, i):
            j = i
            while j > 0 and sentence.classes[j - 1] in ("aux", "adverb"):
                j -= 1
            out.extend(_account(sentence, phrase_before(sentence, j), j, "causes"))
        elif found := _cue(CauseWord.OPEN_QUESTION).at(lows, i):
            start, end, text = span(sentence, i, i + found[0])
            out.append(Account(Kind.CAUSE, start, end, text, None, "open_cause", i, Stance.UNCONFIRMED))
    if harmed and not out:
        out.extend(_mention(sentence))
    return _apart(out)


def _account(sentence: Sentence, a: int, b: int, rule: str) -> list[Account]:
    if a >= b:
        return []
    start, end, text = span(sentence, a, b)
    node = classifier("cause").node(text)
    return [] if node is None or node == "cause" else [Account(Kind.CAUSE, start, end, text, node, rule, a)]


def _mention(sentence: Sentence) -> list[Account]:
    """The first mechanism that the sentence names, under its most specific name."""
    tree = ontology()
    found = [m for m in classifier("cause").matches(sentence.text) if m[2] not in NOT_ALONE]
    if not found:
        return []
    first = found[0]
    best = next((m for m in found if first[2] in tree.ancestors(m[2])), first)
    start, end, node = best
    token = next((i for i, t in enumerate(sentence.tokens) if t.end > start), 0)
    return [Account(Kind.CAUSE, start, end, sentence.text[start:end], node, "mechanism", token)]
