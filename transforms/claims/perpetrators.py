"""Who did it: the doer of an attack, who claims it, denies it or is blamed."""

import re
from enum import StrEnum
from functools import cache

from expectations.contracts.vocabulary import Kind, Stance
from transforms.claims.accounts import Account, AttackWord, attack_words
from transforms.claims.distractors import dates
from transforms.claims.grammar import OTHER, Sentence, WordClass
from transforms.claims.lexicon import words_by_key
from transforms.claims.ontology import classifier
from transforms.claims.phrases import phrase_after, phrase_before, span
from transforms.claims.places import is_place
from transforms.claims.targets import BE, _apart
from transforms.claims.tokens import Phrases

UNNAMED = frozenset({"party", "armed_group", "criminal_group", "individual", "state_actor"})
NOBODY = frozenset({"no", "nobody", "none"})
WORD = re.compile(r"[\w-]+")
VERBS = (AttackWord.ACTIVE, AttackWord.LAUNCHED, AttackWord.HARMED)
SINGLE = (AttackWord.NOUN, AttackWord.DENIED, AttackWord.CLAIMED, AttackWord.BLAMED)
ADJECTIVE_REACH = 4
OBJECT_REACH = 6


class Suspicion(StrEnum):
    """The lists of suspicion.toml: on which side of the words the suspect's name stands."""

    BEHIND = "behind"
    BEFORE = "before"


@cache
def _suspicion() -> Phrases:
    lists = words_by_key("suspicion", Suspicion)
    return Phrases({word: side for side, words in lists.items() for word in words})


@cache
def _starts() -> dict[str, list[AttackWord]]:
    """Words at which a doer may be named, each with the kinds of verb that it opens."""
    kinds = (k for k in AttackWord if k not in (AttackWord.BY, AttackWord.PASSIVE))
    found = _suspicion().starts.union(*(attack_words(kind).starts for kind in kinds))
    return {word: [kind for kind in VERBS if word in attack_words(kind).starts] for word in found}


def find_perpetrators(sentence: Sentence, nouns: frozenset[int]) -> list[Account]:
    """The doers that the sentence names, left to right; `nouns` as `noun_tokens` gives them."""
    out: list[Account] = []
    lows = sentence.lows
    starts = _starts()
    noun, denied, claimed, blamed = (attack_words(kind) for kind in SINGLE)
    for i in [i for i, low in enumerate(lows) if low in starts]:
        opens = starts[lows[i]]
        if found := noun.at(lows, i):
            out.extend(_adjective(sentence, i))
            out.extend(_by(sentence, i + found[0], "attack_by"))
        for kind in opens:
            if i not in nouns and (found := attack_words(kind).at(lows, i)):
                if kind is not AttackWord.LAUNCHED or _weapon_behind(sentence, i + found[0]):
                    out.extend(_subject(sentence, i, strict=kind is AttackWord.HARMED))
                out.extend(_by(sentence, i + found[0], "passive_by"))
                break
        if denied.at(lows, i):
            out.extend(_speaks(sentence, i, Stance.DENIES, "denies"))
        elif claimed.at(lows, i):
            out.extend(_speaks(sentence, i, Stance.ASSERTS, "claims"))
        out.extend(_named(sentence, i))
        if found := blamed.at(lows, i):
            out.extend(_is_blamed(sentence, i) or _blamed(sentence, i + found[0]))
    return _apart(out)


def _account(
    sentence: Sentence, a: int, b: int, rule: str, stance: Stance | None = None, *, speaker: bool = False
) -> list[Account]:
    if a >= b:
        return []
    start, end, text = span(sentence, a, b)
    found = classifier("party").matches(text)
    if not found:
        return []
    node = found[0][2]
    if node not in UNNAMED:
        # 'Russia hit the city': the name and the nouns for those who act are the doer, no more.
        kept = _doer_end(text, found[0][1])
        end, text = start + kept, text[:kept]
    return [Account(Kind.PERPETRATOR, start, end, text, node, rule, a, stance, speaker)]


def _doer_end(text: str, end: int) -> int:
    kept = end
    for word in WORD.finditer(text, end):
        low = word.group().lower()
        if low not in _agents():
            break
        kept = kept if low in ("and", "or") else word.end()
    return kept


def _adjective(sentence: Sentence, i: int) -> list[Account]:
    """'Russian airstrikes', 'US-led coalition drone strike': the party's name qualifies the act."""
    a = i
    while a > 0 and i - a < ADJECTIVE_REACH and (sentence.classes[a - 1] == OTHER or sentence.lows[a - 1] == "."):
        a -= 1
    if a == i:
        return []
    offset, _, text = span(sentence, a, i)
    # 'terrorist attack' says of what kind it was; only a name says whose.
    found = [m for m in classifier("party").matches(text) if m[2] not in UNNAMED]
    if not found:
        return []
    start, end, node = found[0]
    # 'Pakistan mosque blast' names the place; only adjectives, acronyms and groups qualify a doer.
    word = text[start:end]
    if is_place(word) or word.endswith(("'s", "’s")):
        return []
    return [Account(Kind.PERPETRATOR, offset + start, offset + end, word, node, "party_attack", a)]


def _subject(sentence: Sentence, i: int, *, strict: bool) -> list[Account]:
    lows, classes = sentence.lows, sentence.classes
    j = i
    while j > 0 and classes[j - 1] in (WordClass.ADVERB, WordClass.AUX) and lows[j - 1] not in BE:
        j -= 1
    if j == 0 or lows[j - 1] in BE or classes[j - 1] == WordClass.PREPOSITION:
        return []
    if j > 0 and classes[j - 1] == WordClass.RELATIVE:
        j -= 1
    a = phrase_before(sentence, j, longest=9)
    if a > 0 and a < j and classes[a - 1] == WordClass.PREPOSITION and lows[a - 1] != "as":
        return []
    # 'North Korean missile hit', 'Pakistan bombing kills': what did it, not who.
    if a < j and classifier("cause").matches(span(sentence, j - 1, j)[2]):
        return []
    if strict and i + 1 < len(lows) and lows[i + 1] in ("in", "by", "on", "at", "and", ",", "when", "after", "."):
        return []
    if a < j and lows[a] in NOBODY:
        return []
    whole = span(sentence, a, j)[2] if a < j else ""
    return [account for account in _account(sentence, a, j, "doer") if _acts(account, whole)]


def _acts(account: Account, whole: str) -> bool:
    """The party's name stands alone or with a noun for those who act: 'Russian forces', not 'US jobless rate'."""
    rest = whole[len(account.text) :].strip()
    if rest and account.node not in UNNAMED and WORD.match(rest):
        return False
    start, _, node = classifier("party").matches(account.text)[0]
    return node in UNNAMED or len(account.text[:start].split()) <= 3


@cache
def _agents() -> frozenset[str]:
    return frozenset(words_by_key("agents", ("agents",))["agents"])


def _weapon_behind(sentence: Sentence, end: int) -> bool:
    """'launched missiles', 'carried out the attack', not 'launched an inquiry'; 'opened fire' needs no more."""
    if sentence.lows[end - 1] in ("fire", "up"):
        return True
    near = range(end, min(end + OBJECT_REACH, len(sentence.lows)))
    text = span(sentence, near[0], near[-1] + 1)[2] if near else ""
    return any(attack_words(AttackWord.NOUN).at(sentence.lows, i) for i in near) or bool(
        classifier("cause").matches(text)
    )


def _by(sentence: Sentence, i: int, rule: str) -> list[Account]:
    """'carried out by X', 'fired by X', 'an attack by X'."""
    while i < len(sentence.lows) and sentence.classes[i] == WordClass.ADVERB:
        i += 1
    if i >= len(sentence.lows) or sentence.lows[i] != "by":
        return []
    return _account(sentence, i + 1, phrase_after(sentence, i + 1), rule)


def _named(sentence: Sentence, i: int) -> list[Account]:
    """'the gunman, identified as X', 'X, 26, is accused of shooting': the person suspected."""
    words = _suspicion()
    found = words.at(sentence.lows, i)
    if found is None:
        return []
    if found[1] == Suspicion.BEHIND:
        a = i + found[0]
        while a < len(sentence.lows) and not sentence.tokens[a].text[:1].isupper() and a - i < 4 + found[0]:
            a += 1
    else:
        b = i
        while b > 0 and sentence.classes[b - 1] in (WordClass.ADVERB, WordClass.AUX):
            b -= 1
        a = next((k for k in range(b) if _person_at(sentence, k)), b)
        if b - a > 16:
            return []
    if not _person_at(sentence, a):
        return []
    end = a
    while end < len(sentence.lows) and sentence.tokens[end].text[:1].isupper() and sentence.classes[end] == OTHER:
        end += 1
    start, stop, text = span(sentence, a, end)
    return [Account(Kind.PERPETRATOR, start, stop, text, "individual", "named_suspect", a)]


def _person_at(sentence: Sentence, a: int) -> bool:
    """Two capitalised words that are no place and no party, as a name is written."""
    pair = sentence.tokens[a : a + 2]
    plain = all(sentence.classes[i] == OTHER and sentence.lows[i] not in dates() for i in range(a, a + len(pair)))
    if (
        len(pair) < 2
        or not plain
        or not all(t.text[:1].isupper() and not t.text.isupper() and t.text.isalpha() for t in pair)
    ):
        return False
    text = span(sentence, a, a + 2)[2]
    return not is_place(text) and not is_place(pair[0].text) and not classifier("party").matches(text)


def _speaks(sentence: Sentence, i: int, stance: Stance, rule: str) -> list[Account]:
    j = i
    while j > 0 and sentence.classes[j - 1] in (WordClass.ADVERB, WordClass.AUX):
        j -= 1
    a = phrase_before(sentence, j, longest=10)
    if a < j and sentence.lows[a] in NOBODY:
        start, end, text = span(sentence, a, j)
        return [Account(Kind.PERPETRATOR, start, end, text, None, "nobody_claims", a, Stance.UNCONFIRMED)]
    return _account(sentence, a, j, rule, stance, speaker=True)


def _is_blamed(sentence: Sentence, i: int) -> list[Account]:
    """'Suspected herdsmen are blamed', 'were accused of the raid'."""
    j = i
    while j > 0 and sentence.classes[j - 1] in (WordClass.ADVERB, WordClass.AUX):
        j -= 1
    if not any(low in BE for low in sentence.lows[j:i]):
        return []
    return _account(sentence, phrase_before(sentence, j, longest=10), j, "blamed", Stance.UNCONFIRMED)


def _blamed(sentence: Sentence, i: int) -> list[Account]:
    """'blamed Israel'; but 'the accused gunman' is a noun."""
    if i > 1 and sentence.classes[i - 2] == WordClass.DETERMINER:
        return []
    if i < len(sentence.lows) and (sentence.classes[i] == WordClass.PREPOSITION or sentence.lows[i] == "of"):
        return []
    return _account(sentence, i, phrase_after(sentence, i), "blamed")
