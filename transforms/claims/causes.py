"""What did it: the mechanism by which people came to harm."""

from dataclasses import replace
from enum import StrEnum

from expectations.contracts.vocabulary import Kind, Stance
from transforms.claims.account_words import NEGATIONS, SOLE
from transforms.claims.accounts import Account, AttackWord, attack_words
from transforms.claims.doers import parties
from transforms.claims.grammar import STOP, Sentence
from transforms.claims.lexicon import by_language, table, words_by_key
from transforms.claims.ontology import classifier, ontology, plurals
from transforms.claims.particles import ALTERNATIVE, Ending, endings
from transforms.claims.phrases import span
from transforms.claims.things_hit import apart
from transforms.claims.tokens import Phrases, phrase_list, tokenise


class CauseWord(StrEnum):
    """The lists of cause_words.toml: on which side of them the cause stands."""

    CAUSE_BEHIND = "cause_behind"
    CAUSE_BEFORE = "cause_before"
    OPEN_QUESTION = "open_question"
    MADE_BEFORE = "made_before"
    MADE_BEHIND = "made_behind"
    QUALIFIED = "qualified"


# What a bare noun may tell of: a mechanism apart from the event itself. A fire, flood or crash that is the event says
# nothing of its cause, and an act of war is told of as target and perpetrator.
MECHANISMS = ("bombing", "explosion", "heavy_rain", "arson", "stabbing")
# Acts that explain nothing when named as a cause: 'as a result of the strike'.
ACTS = frozenset({"cause", "attack", "air_strike", "drone_strike", "missile_strike", "shelling", "shooting", "raid"})
BEFORE, BEHIND = CauseWord.MADE_BEFORE, CauseWord.MADE_BEHIND
REACH_BACK, REACH_ON = 20, 10


@by_language
def _cue(kind: CauseWord) -> Phrases:
    return phrase_list("cause_words", kind)


@by_language
def _heads() -> frozenset[str]:
    """Last words of the names of mechanisms and missiles: a sentence without any names none."""
    tree = ontology()
    nodes = [n for n in tree.nodes if {"missile_strike", *MECHANISMS} & {n, *tree.ancestors(n)}]
    listed = table("causes")
    heads = {tokenise(word)[-1].low for node in nodes for word in listed[node]}
    return frozenset(heads.union(*(plurals(word) for word in heads)))


@by_language
def _starts() -> dict[str, list[CauseWord]]:
    """Word → the kinds of cue that it opens, in the order in which they are read."""
    kinds = (CauseWord.CAUSE_BEHIND, CauseWord.CAUSE_BEFORE, CauseWord.OPEN_QUESTION)
    words = frozenset[str]().union(*(_cue(kind).starts for kind in kinds))
    return {word: [kind for kind in kinds if word in _cue(kind).starts] for word in words}


def find_causes(sentence: Sentence, *, harmed: bool) -> list[Account]:
    """The causes that the sentence names. `harmed`: it also states harm or a target, so that a bare noun is a cause."""
    out: list[Account] = []
    lows = sentence.lows
    starts = _starts()
    for i in [i for i, low in enumerate(lows) if low in starts]:
        kind, end = next(((k, i + f[0]) for k in starts[lows[i]] if (f := _cue(k).at(lows, i))), (None, i))
        if kind is CauseWord.CAUSE_BEHIND:
            out.extend(_named(sentence, end, min(len(lows), end + REACH_ON), "caused_by", first=True))
        elif kind is CauseWord.CAUSE_BEFORE:
            stop = max((k + 1 for k in range(i) if sentence.classes[k] == STOP), default=0)
            out.extend(_named(sentence, max(stop, i - REACH_BACK), i, "causes", first=False))
        elif kind is CauseWord.OPEN_QUESTION:
            start, stop, text = span(sentence, i, end)
            out.append(Account(Kind.CAUSE, start, stop, text, None, "open_cause", i, Stance.UNCONFIRMED))
    named = [] if _heads().isdisjoint(lows) else classifier("cause").matches(sentence.text)
    if not out:
        out.extend(_mention(sentence, named, harmed=harmed))
    out.extend(_origin(sentence, named))
    return apart(out)


def _named(sentence: Sentence, a: int, b: int, rule: str, *, first: bool) -> list[Account]:
    """The cause named between two tokens, nearest to the words that call it one."""
    if a >= b:
        return []
    offset, _, text = span(sentence, a, b)
    found = [m for m in classifier("cause").matches(text) if m[2] not in ACTS or _means(text[m[0] : m[1]], m[2])]
    if not found:
        return []
    last = _chain(sentence, found, 0, offset) if first else 0
    if last > 0:
        account = _at(sentence, offset + found[0][0], offset + found[last][1], found[0][2], rule)
        return [replace(account, node=None, stance=Stance.UNCONFIRMED)]
    start, end, node = found[0] if first else found[-1]
    return [_at(sentence, offset + start, offset + end, node, rule)]


def _means(word: str, node: str) -> bool:
    """'by drones' names what did it, 'because of the drone strike' the act."""
    lows = [t.low for t in tokenise(word)]
    act = any(attack_words(AttackWord.NOUN).at(lows, k) for k in range(len(lows)))
    return node in ("drone_strike", "missile_strike") and not act


def _at(sentence: Sentence, start: int, end: int, node: str, rule: str) -> Account:
    token = next((i for i, t in enumerate(sentence.tokens) if t.end > start), 0)
    return Account(Kind.CAUSE, start, end, sentence.text[start:end], node, rule, token)


def _mention(sentence: Sentence, named: list[tuple[int, int, str]], *, harmed: bool) -> list[Account]:
    """The first mechanism that the sentence names, under its most specific name; a bombing needs no harm beside it."""
    tree = ontology()
    found = [
        m
        for m in named
        if any(n in MECHANISMS for n in (m[2], *tree.ancestors(m[2]))) and not _qualifies(sentence, m[1])
    ]
    if not found:
        return []
    first = found[0]
    if not harmed and "bombing" not in (first[2], *tree.ancestors(first[2])):
        return []
    start, end, node = next((m for m in found if first[2] in tree.ancestors(m[2])), first)
    return [_at(sentence, start, end, node, "mechanism")]


def _qualifies(sentence: Sentence, end: int) -> bool:
    """'a bombing suspect', 'a bomb threat': the mechanism only says of what kind the noun behind it is."""
    behind = next((t.low for t in sentence.tokens if t.start >= end), "")
    return behind in _words(CauseWord.QUALIFIED)


def _origin(sentence: Sentence, named: list[tuple[int, int, str]]) -> list[Account]:
    """'a missile from North Korea', 'the missile was North Korean', 'a KN-23': one weapon, told apart by origin."""
    out = []
    weapons = [m for m in named if "missile_strike" in (m[2], *ontology().ancestors(m[2]))]
    found = parties(sentence.text) if weapons else []
    for start, end, node in weapons:
        word = sentence.text[start:end]
        if word.lower().endswith(endings(Ending.PLURAL)):
            continue
        token = next((i for i, t in enumerate(sentence.tokens) if t.start >= start), 0)
        # 'only they have the KN-23', 'they do not use it' tell of who has it, not of what it was.
        if any(low in NEGATIONS or _owns(sentence.lows, k) for k, low in enumerate(sentence.lows[:token])):
            continue
        model = any(c.isdigit() for c in word) or (word[:1].isupper() and start > 0)
        text = sentence.text
        near = [
            p
            for p in found
            if (p[1] <= start and _made(text[p[1] : start], BEFORE))
            or (p[0] >= end and _made(text[end : p[0]], BEHIND))
        ]
        if model or near:
            a = min([start, *(p[0] for p in near if p[0] < start)])
            b = max([end, *(p[1] for p in near if end < p[1] <= end + 24)])
            out.append(_at(sentence, a, b, node, "weapon_origin"))
    return out


def _owns(lows: list[str], k: int) -> bool:
    return attack_words(AttackWord.OWNS).at(lows, k) is not None and any(low in SOLE for low in lows[:k])


@by_language
def _words(kind: CauseWord) -> tuple[str, ...]:
    return tuple(words_by_key("cause_words", CauseWord)[kind])


def _made(between: str, kind: CauseWord) -> bool:
    """Nothing but words of making stands between a weapon and a party, or a clause about the weapon with them."""
    text = between.lower().strip()
    if kind is BEFORE:
        return text in ("", *_words(kind))
    return text == "" or any(text == w or (len(w.split()) > 1 and text.endswith(f" {w}")) for w in _words(kind))


def _chain(sentence: Sentence, found: list[tuple[int, int, str]], at: int, offset: int) -> int:
    """The last of open alternatives, of which the one at `at` is the first: 'by drones, an IED or a landmine'."""
    last = at
    while last + 1 < len(found):
        between = sentence.text[offset + found[last][1] : offset + found[last + 1][0]].lower()
        if not any(t.low == "," or t.low in ALTERNATIVE for t in tokenise(between)) or len(between.split()) > 4:
            break
        last += 1
    between = sentence.text[offset + found[at][1] : offset + found[last][0]].lower()
    return last if any(t.low in ALTERNATIVE for t in tokenise(between)) else at
