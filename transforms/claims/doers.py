"""The phrase that names a doer: a known party, a noun for doers, a group that no list knows, people by the grammar."""

import re

from expectations.contracts.vocabulary import Kind, Stance
from transforms.claims.account_words import CARRIES_OBJECT, LEAVES_OPEN, POSSESSING, STILL_BY
from transforms.claims.accounts import Account, AttackWord, attack_at, attack_words
from transforms.claims.charges import INSERTED
from transforms.claims.grammar import COMMA, OTHER, STOP, Sentence, WordClass
from transforms.claims.lexicon import by_language, words_by_key
from transforms.claims.ontology import classifier
from transforms.claims.particles import (
    ADDITIVE,
    AGENT,
    ALTERNATIVE,
    PARTITIVE,
    Ending,
    endings,
    singular,
)
from transforms.claims.people import GENERIC, Population, people_words, population_of
from transforms.claims.phrases import head_of, phrase_after, span, starts_time

UNNAMED = frozenset({"party", "armed_group", "criminal_group", "individual", "state_actor"})
WORD = re.compile(r"[\w-]+")
ACRONYM = re.compile(r"[A-Z][A-Z-]{1,6}")
DOERS = frozenset({GENERIC, Population.MEN, Population.ADULTS, Population.SOLDIERS, Population.MILITANTS})
OBJECT_REACH = 6
BY_REACH = 14
NAME_REACH = 2
"""Words that may stand before a party's name in its phrase."""


@by_language
def agents(kind: str) -> frozenset[str]:
    """The words of one list of agents.toml: `agents`, `means` or `groups`."""
    return frozenset(words_by_key("agents", ("agents", "means", "groups"), unique=False)[kind])


@by_language
def verbs_of_attack() -> frozenset[str]:
    """Single verbs by which a subject ends: 'militants hit a town as 24 were killed'."""
    kinds = (AttackWord.ACTIVE, AttackWord.HARMED, AttackWord.LAUNCHED)
    return frozenset(w for k in kinds for w in attack_words(k).starts if w.endswith(endings(Ending.PAST)))


def parties(text: str) -> list[tuple[int, int, str]]:
    """The parties that the text names; where all is in capitals, also as names are written elsewhere."""
    found = classifier("party").matches(text)
    if not found and text.isupper() and len(text.title()) == len(text):
        found = [m for m in classifier("party").matches(text.title()) if m[1] - m[0] > 3]
    return found


def doer(
    sentence: Sentence,
    a: int,
    b: int,
    rule: str,
    stance: Stance | None = None,
    *,
    speaker: bool = False,
    group: bool = False,
    people: bool = False,
    police: bool = False,
) -> list[Account]:
    """The tokens as a doer.

    `group`: a name that no list knows will do if it is one of a group; `people`, `police`: so will people or police.
    """
    while a < b and not sentence.lows[a][:1].isalnum():
        a += 1
    cut = next((k for k in range(a + 1, b) if sentence.classes[k] == WordClass.PREPOSITION), b)
    if a >= b or (cut < b and cut == a + 1):
        return []
    start, end, text = span(sentence, a, cut)
    head = head_of(sentence, a, cut)
    found = [m for m in parties(text) if _names_doer(sentence, start, m, a, head)]
    if found:
        node = found[0][2]
        if node not in UNNAMED:
            # 'Image caption Russia denied': what stands far before the name is no part of it.
            if len(text[: found[0][0]].split()) > NAME_REACH:
                start, text, found = _from(start, text, found)
            # 'Russia hit the city': the name and the nouns for those who act are the doer, no more.
            kept = _doer_end(text, found[0][1])
            if not speaker and rule != "blamed" and _goes_on(text[kept:]):
                return []
            if _next(text[kept:]) in agents("means"):
                start, text, kept = start + found[0][0], text[found[0][0] :], kept - found[0][0]
            end, text = start + kept, text[:kept]
    elif group and _is_group(sentence, a, head):
        node = "armed_group"
    elif police and population_of(sentence.lows[head]) == Population.POLICE:
        node = "party"
    elif people and _are_people(sentence, a, head):
        node = "individual"
    else:
        return []
    return [Account(Kind.PERPETRATOR, start, end, text, node, rule, a, stance, speaker)]


def _from(start: int, text: str, found: list[tuple[int, int, str]]) -> tuple[int, str, list[tuple[int, int, str]]]:
    """Start, words and names of the part of a phrase that opens with the first name."""
    at = found[0][0]
    return start + at, text[at:], [(a - at, b - at, node) for a, b, node in found]


def _goes_on(rest: str) -> bool:
    """The phrase has another head than the party's name: 'US jobless rate', not 'SDF of shelling', 'Russia hit'.

    'Turkish forces and their allies', 'a Turkish drone' name the party still.
    """
    low = _next(rest)
    linked = low in PARTITIVE or low in ADDITIVE or low in ALTERNATIVE
    return low != "" and not linked and low not in agents("means") and low not in verbs_of_attack()


def _next(rest: str) -> str:
    word = WORD.match(rest.strip())
    return "" if word is None else word.group().lower()


def _names_doer(sentence: Sentence, start: int, match: tuple[int, int, str], a: int, head: int) -> bool:
    """The name is the phrase's head or qualifies one: 'army troops', 'members of the Taliban', no 'army zones'."""
    groups = agents("groups") | agents("agents")
    end = sentence.tokens[head].end - start
    if match[0] >= end:
        return sentence.lows[head] in groups
    if match[2] not in UNNAMED or match[1] >= end:
        return True
    return all(t.low in groups for t in sentence.tokens[a : head + 1] if t.start - start >= match[1])


def _doer_end(text: str, end: int) -> int:
    kept = end
    for word in WORD.finditer(text, end):
        low = word.group().lower()
        if low not in agents("agents"):
            break
        kept = kept if low in ADDITIVE or low in ALTERNATIVE else word.end()
    return kept


def _is_group(sentence: Sentence, a: int, head: int) -> bool:
    """'the Green Valley Liberation Front', 'members of the VLF', 'VLF urban commandos', 'the VLF'."""
    if sentence.lows[head] in agents("groups") and (head > a + 1 or sentence.classes[a] == OTHER):
        return True
    acronym = ACRONYM.fullmatch(sentence.tokens[head].text) and not sentence.text.isupper()
    return bool(acronym) and head - a <= 1


def _are_people(sentence: Sentence, a: int, head: int) -> bool:
    """Men, persons, soldiers; no police, who arrest, and nobody's sister."""
    words, low = people_words(), sentence.lows[head]
    related = any(w in POSSESSING or w.endswith(endings(Ending.POSSESSIVE)) for w in sentence.lows[a:head])
    return not related and (words.get(low) or words.get(singular(low))) in DOERS


def by_agent(sentence: Sentence, i: int, rule: str, *, people: bool = False, police: bool = False) -> list[Account]:
    """'carried out by X', 'shot last night near his home by two men', 'an attack on the bank by X'."""
    lows, classes = sentence.lows, sentence.classes
    k = i
    while k < len(lows) and k - i <= BY_REACH:
        tied = attack_at(AttackWord.TIED, lows, k)
        if tied is not None or (lows[k] in AGENT and not starts_time(sentence, k + 1)):
            # 'a motorcycle driven by', 'an area populated by': done by somebody, but no attack.
            if tied is None and k > i and _other_participle(sentence, k - 1):
                return []
            first = k + (tied or 1)
            told = "tied_to" if tied else rule
            # 'blamed on', 'attributed to' leave open what 'carried out by' states.
            open_ = tied is not None and lows[first - 1] in LEAVES_OPEN
            stance = Stance.UNCONFIRMED if open_ else None
            return doer(
                sentence, first, phrase_after(sentence, first), told, stance, group=True, people=people, police=police
            )
        joined = classes[k] == COMMA and k + 1 < len(lows) and lows[k + 1] not in STILL_BY
        ends = classes[k] in (STOP, WordClass.SUBORDINATOR, WordClass.RELATIVE, WordClass.SAYING, WordClass.COORDINATOR)
        if joined or (ends and lows[k] not in INSERTED) or lows[k] == ".":
            return []
        k += 1
    return []


def _other_participle(sentence: Sentence, k: int) -> bool:
    low = sentence.lows[k]
    kinds = (AttackWord.ACTIVE, AttackWord.HARMED, AttackWord.LAUNCHED, AttackWord.PASSIVE)
    known = any(attack_words(kind).ending(sentence.lows, k + 1) for kind in kinds)
    return low.endswith(endings(Ending.PAST_PARTICIPLE)) and sentence.classes[k] != WordClass.DETERMINER and not known


def weapon_behind(sentence: Sentence, end: int) -> bool:
    """'launched missiles', 'carried out the attack', not 'launched an inquiry'; 'opened fire' needs no more."""
    if sentence.lows[end - 1] in CARRIES_OBJECT:
        return True
    near = range(end, min(end + OBJECT_REACH, len(sentence.lows)))
    text = span(sentence, near[0], near[-1] + 1)[2] if near else ""
    acts = (AttackWord.NOUN, AttackWord.DEED)
    return any(attack_words(kind).at(sentence.lows, i) for kind in acts for i in near) or bool(
        classifier("cause").matches(text)
    )


def deed_near(sentence: Sentence, a: int, b: int) -> bool:
    """A noun of attack or crime stands between two tokens."""
    near = range(max(0, a), min(b, len(sentence.lows)))
    return any(attack_at(kind, sentence.lows, k) for k in near for kind in (AttackWord.NOUN, AttackWord.DEED))
