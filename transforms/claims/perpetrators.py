"""Who did it: the doer of an attack, who claims it, denies it or is blamed."""

from enum import StrEnum

from expectations.contracts.vocabulary import Kind, Stance
from transforms.claims.account_words import (
    BE,
    BEHIND_PARTICIPLE,
    NEEDS_BE,
    NEGATIONS,
    NOBODY,
    NOUN_BEFORE,
    SOLE,
    TOLD_OF_ITSELF,
)
from transforms.claims.accounts import Account, AttackWord, attack_words, attacks_at
from transforms.claims.charges import ChargeWord, brings, charge_words
from transforms.claims.distractors import dates
from transforms.claims.doers import UNNAMED, by_agent, deed_near, doer, subject, weapon_behind
from transforms.claims.grammar import COMMA, OTHER, Sentence, WordClass
from transforms.claims.lexicon import by_language, words_by_key
from transforms.claims.ontology import classifier, ontology
from transforms.claims.particles import AGENT, PARTITIVE, Ending, endings, word_at
from transforms.claims.phrases import (
    harm_words,
    phrase_after,
    phrase_before,
    span,
    starts_time,
    subject_before,
    verb_start,
)
from transforms.claims.places import is_place
from transforms.claims.things_hit import apart
from transforms.claims.tokens import Phrases

ADJECTIVE_REACH = 4


class Suspicion(StrEnum):
    """The lists of suspicion.toml: on which side of the words the suspect's name stands."""

    BEHIND = "behind"
    BEFORE = "before"


@by_language
def _suspicion() -> Phrases:
    lists = words_by_key("suspicion", Suspicion)
    return Phrases({word: side for side, words in lists.items() for word in words})


@by_language
def _starts() -> frozenset[str]:
    unlike = (AttackWord.SURE, AttackWord.SPOILT, AttackWord.SPARED, AttackWord.MODAL)
    kinds = (k for k in AttackWord if k not in unlike)
    placed = charge_words(ChargeWord.PLACED).starts
    return _suspicion().starts.union(
        placed, charge_words(ChargeWord.SETS).starts, SOLE(), *(attack_words(kind).starts for kind in kinds)
    )


def find_perpetrators(sentence: Sentence, nouns: frozenset[int]) -> list[Account]:
    """The doers that the sentence names, left to right; `nouns` as `noun_tokens` gives them."""
    out: list[Account] = []
    lows = sentence.lows
    starts = _starts()
    for i in [i for i, low in enumerate(lows) if low in starts]:
        at = attacks_at(lows, i)
        if found := at.get(AttackWord.NOUN):
            out.extend(_adjective(sentence, i))
            out.extend(by_agent(sentence, i + found, "attack_by"))
        elif found := at.get(AttackWord.DEED):
            out.extend(by_agent(sentence, i + found, "attack_by"))
        out.extend(_of_verb(sentence, i, nouns, at))
        if at.get(AttackWord.DENIED):
            out.extend(_speaks(sentence, i, Stance.DENIES, "denies"))
        elif at.get(AttackWord.CLAIMED):
            out.extend(_speaks(sentence, i, Stance.ASSERTS, "claims"))
        if lows[i] in _suspicion().starts:
            out.extend(_named(sentence, i))
        if found := at.get(AttackWord.BLAMED):
            out.extend(_is_blamed(sentence, i) or _blamed(sentence, i + found))
        if (found := at.get(AttackWord.GUILTY)) and deed_near(sentence, i, i + found + 7):
            out.extend(_guilty(sentence, i))
        if found := at.get(AttackWord.CLEARED):
            end = i + found
            out.extend(doer(sentence, end, phrase_after(sentence, end), "ruled_out", Stance.DENIES))
        if lows[i] in SOLE:
            out.extend(_sole_owner(sentence, i))
    return apart(out)


def _of_verb(sentence: Sentence, i: int, nouns: frozenset[int], at: dict[AttackWord, int]) -> list[Account]:
    lows = sentence.lows
    out: list[Account] = []
    for kind in (AttackWord.ACTIVE, AttackWord.LAUNCHED, AttackWord.HARMED, AttackWord.PASSIVE):
        if i not in nouns and (found := at.get(kind)):
            end = i + found
            if kind is not AttackWord.PASSIVE and (kind is not AttackWord.LAUNCHED or weapon_behind(sentence, end)):
                out.extend(subject(sentence, i, strict=kind is AttackWord.HARMED))
            out.extend(by_agent(sentence, end, "passive_by", people=_passive(sentence, i, end)))
            return out
    if brings(sentence, i):
        out.extend(subject(sentence, i, strict=False))
    placed = charge_words(ChargeWord.PLACED).at(lows, i)
    if placed is not None and word_at(lows, i + placed[0]) in AGENT:
        out.extend(by_agent(sentence, i + placed[0], "passive_by", people=True))
    return out


def _passive(sentence: Sentence, i: int, end: int) -> bool:
    """'was shot last night by two men', not 'the slain victim was named by men'; an arrest is no attack."""
    if harm_words().get(sentence.lows[i], "").startswith(Kind.DETAINED.value) or end >= len(sentence.lows):
        return False
    behind = sentence.classes[end] in (WordClass.PREPOSITION, WordClass.ADVERB, COMMA)
    return behind or starts_time(sentence, end) or sentence.lows[end] in BEHIND_PARTICIPLE


def _guilty(sentence: Sentence, i: int) -> list[Account]:
    """'X is responsible for the attack', 'X was behind the murders', 'X took part in the raid'."""
    lows = sentence.lows
    j = verb_start(sentence, i)
    said = lows[j:i]
    if lows[i] in NEEDS_BE and not any(low in BE for low in said):
        return []
    denied = any(low in NEGATIONS for low in said)
    stance = Stance.DENIES if denied else None
    return doer(sentence, subject_before(sentence, j), j, "responsible", stance, group=True)


def _sole_owner(sentence: Sentence, i: int) -> list[Account]:
    """'only Ukraine's army uses the missile': who alone has the weapon is said to have fired it."""
    lows = sentence.lows
    end = next((k for k in range(i + 1, min(i + 7, len(lows))) if attack_words(AttackWord.OWNS).at(lows, k)), None)
    if end is None or not any(
        "missile_strike" in (n, *_up(n)) or n == "drone_strike"
        for _, _, n in classifier("cause").matches(span(sentence, end, min(len(lows), end + 7))[2])
    ):
        return []
    return doer(sentence, i + 1, end, "sole_owner")


def _up(node: str) -> tuple[str, ...]:
    return ontology().ancestors(node)


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
    if is_place(word) or word.endswith(endings(Ending.POSSESSIVE)):
        return []
    return [Account(Kind.PERPETRATOR, offset + start, offset + end, word, node, "party_attack", a)]


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
    j = verb_start(sentence, i)
    a = phrase_before(sentence, j, longest=10)
    if j - a == 1 and sentence.lows[a] in TOLD_OF_ITSELF:
        # 'The ministry said it made no attack': it is who speaks.
        j = next((k for k in range(a, max(0, a - 4), -1) if sentence.classes[k] == WordClass.SAYING), j)
        a = phrase_before(sentence, j, longest=10)
    if a < j and sentence.lows[a] in NOBODY:
        start, end, text = span(sentence, a, j)
        return [Account(Kind.PERPETRATOR, start, end, text, None, "nobody_claims", a, Stance.UNCONFIRMED)]
    return doer(sentence, a, _closed(sentence, a, j), rule, stance, speaker=True, group=True)


def _closed(sentence: Sentence, a: int, j: int) -> int:
    """The end of the name without what stands in brackets behind it."""
    return next((k for k in range(a + 1, j) if sentence.lows[k] in ("(", "[")), j)


def _is_blamed(sentence: Sentence, i: int) -> list[Account]:
    """'Suspected herdsmen are blamed', 'were accused of the raid'."""
    j = verb_start(sentence, i)
    if not any(low in BE for low in sentence.lows[j:i]):
        return []
    return doer(sentence, phrase_before(sentence, j, longest=10), j, "blamed", Stance.UNCONFIRMED)


def _blamed(sentence: Sentence, i: int) -> list[Account]:
    """'blamed Israel'; but 'the accused gunman' is a noun."""
    if i > 1 and sentence.lows[i - 2] in NOUN_BEFORE:
        return []
    if i < len(sentence.lows) and (sentence.classes[i] == WordClass.PREPOSITION or sentence.lows[i] in PARTITIVE):
        return []
    return doer(sentence, i, phrase_after(sentence, i), "blamed")
