"""Who did it: the doer of an attack, who claims it, denies it or is blamed."""

from collections.abc import Mapping

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
from transforms.claims.charges import ChargeWord, brings, brought_starts, charge_words
from transforms.claims.doers import by_agent, deed_near, doer, weapon_behind
from transforms.claims.grammar import COMMA, STOP, Sentence, WordClass
from transforms.claims.lexicon import by_language
from transforms.claims.ontology import classifier, ontology
from transforms.claims.owners import adjective, possessor
from transforms.claims.particles import AGENT, PARTITIVE, word_at
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

STOPPED_REACH = 6
ONTO_REACH = 8
HAZARD = "natural_hazard"
OF_VERBS = frozenset({"doer", "passive_by"})
"""Rules that read a doer from a verb of harm alone."""


@by_language
def _starts() -> frozenset[str]:
    unlike = (
        *(AttackWord.SURE, AttackWord.SPOILT, AttackWord.SPARED, AttackWord.MODAL),
        *(AttackWord.LETHAL, AttackWord.ITSELF, AttackWord.ONTO),
    )
    kinds = (k for k in AttackWord if k not in unlike)
    return suspicion_starts().union(brought_starts(), SOLE(), *(attack_words(kind).starts for kind in kinds))


def find_perpetrators(sentence: Sentence, nouns: frozenset[int]) -> list[Account]:
    """The doers that the sentence names, left to right; `nouns` as `noun_tokens` gives them."""
    out: list[Account] = []
    lows = sentence.lows
    starts, suspicions, sole = _starts(), suspicion_starts(), SOLE()
    for i in [i for i, low in enumerate(lows) if low in starts]:
        at = attacks_at(lows, i)
        if found := at.get(AttackWord.NOUN):
            out.extend(adjective(sentence, i))
            out.extend(possessor(sentence, i, i + found))
            out.extend(by_agent(sentence, i + found, "attack_by", police=AttackWord.SCENE in at))
        elif found := at.get(AttackWord.DEED):
            out.extend(possessor(sentence, i, i + found))
            out.extend(by_agent(sentence, i + found, "attack_by", police=True))
        out.extend(_of_verb(sentence, i, nouns, at))
        story = at.get(AttackWord.DENIED_STORY)
        if at.get(AttackWord.DENIED) or (story and _attack_in(sentence, i + story)):
            out.extend(_speaks(sentence, i, Stance.DENIES, "denies"))
        elif at.get(AttackWord.CLAIMED):
            out.extend(_speaks(sentence, i, Stance.ASSERTS, "claims"))
        if lows[i] in suspicions:
            out.extend(suspects(sentence, i))
        if found := at.get(AttackWord.BLAMED):
            out.extend(_is_blamed(sentence, i) or _blamed(sentence, i + found))
        if (found := at.get(AttackWord.GUILTY)) and deed_near(sentence, i, i + found + 7):
            out.extend(_guilty(sentence, i))
        if found := at.get(AttackWord.CLEARED):
            end = i + found
            out.extend(doer(sentence, end, phrase_after(sentence, end), "ruled_out", Stance.DENIES))
        if lows[i] in sole:
            out.extend(_sole_owner(sentence, i))
    if out and _nature_alone(sentence):
        out = [account for account in out if account.rule not in OF_VERBS]
    return apart(out)


def _nature_alone(sentence: Sentence) -> bool:
    """The only cause in the sentence is a natural hazard: nobody did it, who is named stands where it struck."""
    causes = {node for _, _, node in classifier("cause").matches(sentence.text)}
    return bool(causes) and all(HAZARD in (node, *_up(node)) for node in causes)


def _of_verb(sentence: Sentence, i: int, nouns: frozenset[int], at: Mapping[AttackWord, int]) -> list[Account]:
    lows = sentence.lows
    out: list[Account] = []
    lethal = AttackWord.LETHAL in at and not _stops_attacker(sentence, i)
    for kind in (AttackWord.ACTIVE, AttackWord.LAUNCHED, AttackWord.HARMED, AttackWord.PASSIVE):
        if i not in nouns and (found := at.get(kind)):
            end = i + found
            if kind is not AttackWord.PASSIVE and (kind is not AttackWord.LAUNCHED or weapon_behind(sentence, end)):
                out.extend(subject(sentence, i, end, strict=kind is AttackWord.HARMED, police=lethal))
                out.extend(person_subject(sentence, i, end))
            passive = _passive(sentence, i, end)
            out.extend(by_agent(sentence, end, "passive_by", people=passive, police=lethal and passive))
            return [account for account in out if not _arrest(sentence, i, account)]
    if (AttackWord.PLAIN in at or AttackWord.SINGULAR in at) and (found := plain_verb(sentence, i)):
        out.extend(subject(sentence, i, i + found, strict=False, plain=True, police=lethal))
    if lows[i] not in brought_starts():
        return out
    if brings(sentence, i):
        out.extend(subject(sentence, i, i + 1, strict=False))
    placed = charge_words(ChargeWord.PLACED).at(lows, i)
    if placed is not None and word_at(lows, i + placed[0]) in AGENT:
        out.extend(by_agent(sentence, i + placed[0], "passive_by", people=True))
    return out


def _stops_attacker(sentence: Sentence, i: int) -> bool:
    """'The gunman was shot by police': who ends an attack has not committed it."""
    near = sentence.lows[max(0, i - STOPPED_REACH) : i + STOPPED_REACH]
    return any(population_of(low) == Population.SUSPECTS for low in near)


def _arrest(sentence: Sentence, i: int, account: Account) -> bool:
    """Police who arrest somebody have attacked nobody."""
    detained = harm_words().get(sentence.lows[i], "").startswith(Kind.DETAINED.value)
    return detained and population_of(account.text.lower().split()[-1]) == Population.POLICE


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


def _attack_in(sentence: Sentence, start: int) -> bool:
    """A word of attack, crime or harm stands behind the denial of a story."""
    kinds = (AttackWord.NOUN, AttackWord.DEED, AttackWord.ACTIVE, AttackWord.HARMED, AttackWord.LAUNCHED)
    return any(not attacks_at(sentence.lows, k).keys().isdisjoint(kinds) for k in range(start, len(sentence.lows)))


def _closed(sentence: Sentence, a: int, j: int) -> int:
    """The end of the name without what stands in brackets behind it."""
    return next((k for k in range(a + 1, j) if sentence.lows[k] in ("(", "[")), j)


def _is_blamed(sentence: Sentence, i: int) -> list[Account]:
    """'Suspected herdsmen are blamed', 'were accused of the raid'."""
    j = verb_start(sentence, i)
    of = word_at(sentence.lows, i + 1) in PARTITIVE
    if not any(low in BE for low in sentence.lows[j:i]) or (of and not _attack_in(sentence, i + 1)):
        return []
    return doer(sentence, phrase_before(sentence, j, longest=10), j, "blamed", Stance.UNCONFIRMED)


def _blamed(sentence: Sentence, i: int) -> list[Account]:
    """'blamed Israel', 'blamed the war on Israel'; but 'the accused gunman' is a noun."""
    if i > 1 and sentence.lows[i - 2] in NOUN_BEFORE:
        return []
    if i < len(sentence.lows) and (sentence.classes[i] == WordClass.PREPOSITION or sentence.lows[i] in PARTITIVE):
        return []
    return _blamed_on(sentence, i) or doer(sentence, i, phrase_after(sentence, i), "blamed")


def _blamed_on(sentence: Sentence, i: int) -> list[Account]:
    """'the attack on X' of tokens i and after, where X may be blamed."""
    lows, classes = sentence.lows, sentence.classes
    onto = attack_words(AttackWord.ONTO).starts
    for k in range(i + 1, min(i + ONTO_REACH, len(lows))):
        if (classes[k] == WordClass.PREPOSITION and lows[k] not in PARTITIVE) or classes[k] in (COMMA, STOP):
            return doer(sentence, k + 1, phrase_after(sentence, k + 1), "blamed") if lows[k] in onto else []
    return []
