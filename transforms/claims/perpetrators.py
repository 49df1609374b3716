"""Who did it: the doer of an attack, who claims it, denies it or is blamed."""

from functools import cache

from expectations.contracts.vocabulary import Kind, Stance
from transforms.claims.accounts import NEGATIONS, Account, AttackWord, attack_at, attack_words
from transforms.claims.charges import ChargeWord, brings, charge_words
from transforms.claims.doers import BE, NOBODY, by_agent, deed_near, doer, weapon_behind
from transforms.claims.grammar import COMMA, Sentence, WordClass
from transforms.claims.ontology import classifier, ontology
from transforms.claims.owners import adjective, possessor
from transforms.claims.people import Population, population_of
from transforms.claims.phrases import (
    harm_words,
    phrase_after,
    phrase_before,
    span,
    starts_time,
    subject_before,
    verb_start,
)
from transforms.claims.subjects import subject
from transforms.claims.suspects import person_subject, suspects, suspicion_starts
from transforms.claims.things_hit import apart
from transforms.claims.verbs import plain_verb


@cache
def _starts() -> frozenset[str]:
    unlike = (
        *(AttackWord.BY, AttackWord.SURE, AttackWord.SPOILT, AttackWord.SPARED, AttackWord.MODAL),
        *(AttackWord.LETHAL, AttackWord.ITSELF),
    )
    kinds = (k for k in AttackWord if k not in unlike)
    placed = charge_words(ChargeWord.PLACED).starts
    return suspicion_starts().union(placed, {"set", "sets", "only"}, *(attack_words(kind).starts for kind in kinds))


def find_perpetrators(sentence: Sentence, nouns: frozenset[int]) -> list[Account]:
    """The doers that the sentence names, left to right; `nouns` as `noun_tokens` gives them."""
    out: list[Account] = []
    lows = sentence.lows
    starts = _starts()
    for i in [i for i, low in enumerate(lows) if low in starts]:
        if found := attack_at(AttackWord.NOUN, lows, i):
            out.extend(adjective(sentence, i))
            out.extend(possessor(sentence, i, i + found))
            lethal = attack_at(AttackWord.SCENE, lows, i) is not None
            out.extend(by_agent(sentence, i + found, "attack_by", police=lethal))
        elif found := attack_at(AttackWord.DEED, lows, i):
            out.extend(possessor(sentence, i, i + found))
            out.extend(by_agent(sentence, i + found, "attack_by", police=True))
        out.extend(_of_verb(sentence, i, nouns))
        if attack_at(AttackWord.DENIED, lows, i):
            out.extend(_speaks(sentence, i, Stance.DENIES, "denies"))
        elif attack_at(AttackWord.CLAIMED, lows, i):
            out.extend(_speaks(sentence, i, Stance.ASSERTS, "claims"))
        if lows[i] in suspicion_starts():
            out.extend(suspects(sentence, i))
        if found := attack_at(AttackWord.BLAMED, lows, i):
            out.extend(_is_blamed(sentence, i) or _blamed(sentence, i + found))
        if (found := attack_at(AttackWord.GUILTY, lows, i)) and deed_near(sentence, i, i + found + 7):
            out.extend(_guilty(sentence, i))
        if found := attack_at(AttackWord.CLEARED, lows, i):
            end = i + found
            out.extend(doer(sentence, end, phrase_after(sentence, end), "ruled_out", Stance.DENIES))
        if lows[i] == "only":
            out.extend(_sole_owner(sentence, i))
    return apart(out)


def _of_verb(sentence: Sentence, i: int, nouns: frozenset[int]) -> list[Account]:
    lows = sentence.lows
    out: list[Account] = []
    for kind in (AttackWord.ACTIVE, AttackWord.LAUNCHED, AttackWord.HARMED, AttackWord.PASSIVE):
        if i not in nouns and (found := attack_at(kind, lows, i)):
            end = i + found
            lethal = attack_at(AttackWord.LETHAL, lows, i) is not None
            if kind is not AttackWord.PASSIVE and (kind is not AttackWord.LAUNCHED or weapon_behind(sentence, end)):
                out.extend(subject(sentence, i, end, strict=kind is AttackWord.HARMED, police=lethal))
                out.extend(person_subject(sentence, i, end))
            passive = _passive(sentence, i, end)
            out.extend(by_agent(sentence, end, "passive_by", people=passive, police=lethal and passive))
            return [account for account in out if not _arrest(sentence, i, account)]
    if found := plain_verb(sentence, i):
        lethal = attack_at(AttackWord.LETHAL, lows, i) is not None
        out.extend(subject(sentence, i, i + found, strict=False, plain=True, police=lethal))
    if brings(sentence, i):
        out.extend(subject(sentence, i, i + 1, strict=False))
    placed = charge_words(ChargeWord.PLACED).at(lows, i)
    if placed is not None and lows[i + placed[0] : i + placed[0] + 1] == ["by"]:
        out.extend(by_agent(sentence, i + placed[0], "passive_by", people=True))
    return out


def _arrest(sentence: Sentence, i: int, account: Account) -> bool:
    """Police who arrest somebody have attacked nobody."""
    detained = harm_words().get(sentence.lows[i], "").startswith(Kind.DETAINED.value)
    return detained and population_of(account.text.lower().split()[-1]) == Population.POLICE


def _passive(sentence: Sentence, i: int, end: int) -> bool:
    """'was shot last night by two men', not 'the slain victim was named by men'; an arrest is no attack."""
    if harm_words().get(sentence.lows[i], "").startswith(Kind.DETAINED.value) or end >= len(sentence.lows):
        return False
    behind = sentence.classes[end] in (WordClass.PREPOSITION, WordClass.ADVERB, COMMA)
    return behind or starts_time(sentence, end) or sentence.lows[end] in ("today", "tonight", "yesterday", "early")


def _guilty(sentence: Sentence, i: int) -> list[Account]:
    """'X is responsible for the attack', 'X was behind the murders', 'X took part in the raid'."""
    lows = sentence.lows
    j = verb_start(sentence, i)
    said = lows[j:i]
    if lows[i] == "behind" and not any(low in BE for low in said):
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


def _speaks(sentence: Sentence, i: int, stance: Stance, rule: str) -> list[Account]:
    j = verb_start(sentence, i)
    a = phrase_before(sentence, j, longest=10)
    if sentence.lows[a:j] in (["it"], ["they"]):
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
    if i > 1 and sentence.lows[i - 2] in ("the", "a", "an", "of"):
        return []
    if i < len(sentence.lows) and (sentence.classes[i] == WordClass.PREPOSITION or sentence.lows[i] == "of"):
        return []
    return doer(sentence, i, phrase_after(sentence, i), "blamed")
