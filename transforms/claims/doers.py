"""The phrase that names a doer: a known party, a noun for doers, a group that no list knows, people by the grammar."""

import re

from expectations.contracts.vocabulary import Kind, Stance
from transforms.claims.account_words import (
    BE,
    BEFORE_TIME,
    BEFORE_VERB,
    CARRIES_OBJECT,
    LEAVES_OPEN,
    NO_ARTICLE,
    NO_OBJECT,
    NOBODY,
    POSSESSING,
    STILL_BY,
)
from transforms.claims.accounts import Account, AttackWord, attack_at, attack_words, habitual
from transforms.claims.charges import INSERTED, brings
from transforms.claims.grammar import COMMA, FIGURE, OTHER, STOP, Sentence, WordClass
from transforms.claims.lexicon import by_language, words_by_key
from transforms.claims.ontology import classifier
from transforms.claims.particles import (
    ADDITIVE,
    AGENT,
    ALTERNATIVE,
    PARTITIVE,
    ROLE,
    Ending,
    endings,
    singular,
    word_at,
)
from transforms.claims.people import GENERIC, Population, people_words
from transforms.claims.phrases import harm_words, head_of, phrase_after, span, starts_time, subject_before

UNNAMED = frozenset({"party", "armed_group", "criminal_group", "individual", "state_actor"})
WORD = re.compile(r"[\w-]+")
ACRONYM = re.compile(r"[A-Z][A-Z-]{1,6}")
DOERS = frozenset({GENERIC, Population.MEN, Population.ADULTS, Population.SOLDIERS, Population.MILITANTS})
NO_SUBJECT = BE | PARTITIVE
LINKS = (WordClass.PREPOSITION, WordClass.COORDINATOR)
CLOSING = NO_OBJECT | frozenset(",.")
OBJECT_REACH = 6
BY_REACH = 14


@by_language
def _agents(kind: str) -> frozenset[str]:
    return frozenset(words_by_key("agents", ("agents", "groups"), unique=False)[kind])


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
) -> list[Account]:
    """The tokens as a doer.

    `group`: a name that no list knows will do if it is one of a group; `people`: so will people.
    """
    cut = next((k for k in range(a + 1, b) if sentence.classes[k] == WordClass.PREPOSITION), b)
    if a >= b or (cut < b and cut == a + 1):
        return []
    start, end, text = span(sentence, a, cut)
    head = head_of(sentence, a, cut)
    found = [m for m in parties(text) if _names_doer(sentence, start, m, a, head)]
    if found:
        node = found[0][2]
        if node not in UNNAMED:
            # 'Russia hit the city': the name and the nouns for those who act are the doer, no more.
            kept = _doer_end(text, found[0][1])
            if not speaker and rule != "blamed" and _goes_on(text[kept:]):
                return []
            end, text = start + kept, text[:kept]
    elif group and _is_group(sentence, a, head):
        node = "armed_group"
    elif people and _are_people(sentence, a, head):
        node = "individual"
    else:
        return []
    return [Account(Kind.PERPETRATOR, start, end, text, node, rule, a, stance, speaker)]


def _goes_on(rest: str) -> bool:
    """The phrase has another head than the party's name: 'US jobless rate', not 'SDF of shelling', 'Russia hit'."""
    word = WORD.match(rest.strip())
    return word is not None and word.group().lower() not in PARTITIVE and word.group().lower() not in verbs_of_attack()


def _names_doer(sentence: Sentence, start: int, match: tuple[int, int, str], a: int, head: int) -> bool:
    """The name is the phrase's head or qualifies one: 'army troops', 'members of the Taliban', no 'army zones'."""
    groups = _agents("groups") | _agents("agents")
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
        if low not in _agents("agents"):
            break
        kept = kept if low in ADDITIVE or low in ALTERNATIVE else word.end()
    return kept


def _is_group(sentence: Sentence, a: int, head: int) -> bool:
    """'the Green Valley Liberation Front', 'members of the VLF', 'VLF urban commandos', 'the VLF'."""
    if sentence.lows[head] in _agents("groups") and (head > a + 1 or sentence.classes[a] == OTHER):
        return True
    acronym = ACRONYM.fullmatch(sentence.tokens[head].text) and not sentence.text.isupper()
    return bool(acronym) and head - a <= 1


def _are_people(sentence: Sentence, a: int, head: int) -> bool:
    """Men, persons, soldiers; no police, who arrest, and nobody's sister."""
    words, low = people_words(), sentence.lows[head]
    related = any(w in POSSESSING or w.endswith(endings(Ending.POSSESSIVE)) for w in sentence.lows[a:head])
    return not related and (words.get(low) or words.get(singular(low))) in DOERS


def subject(sentence: Sentence, i: int, *, strict: bool) -> list[Account]:
    """Who does what the verb at token i says; `strict`: the verb may be a participle, 'two killed in a raid'."""
    lows, classes = sentence.lows, sentence.classes
    j = _before_verb(sentence, i)
    if j == 0 or habitual(lows, i) or lows[j - 1] in NO_SUBJECT or classes[j - 1] in LINKS:
        return []
    if strict and i + 1 < len(lows) and lows[i + 1] in CLOSING:
        return []
    if classes[j - 1] == WordClass.RELATIVE:
        j -= 1
    end = _without_brackets(sentence, j)
    a = subject_before(sentence, end, verbs_of_attack(), listed=False)
    if a >= end or lows[a] in NOBODY or (a > 0 and _not_free(sentence, a - 1)):
        return []
    # What stands behind the first preposition says where; 'members of the Taliban' is one name.
    cut = next((k for k in range(a + 1, end) if classes[k] == WordClass.PREPOSITION), end)
    cut = min(cut, max(a + 1, phrase_after(sentence, a)))
    # 'North Korean missile hit', 'Pakistan bombing kills': what did it, not who; 'a drone of the coalition' says whose.
    head = head_of(sentence, a, cut)
    if classifier("cause").matches(span(sentence, head, head + 1)[2]):
        return doer(sentence, head + 2, cut, "doer") if word_at(lows, head + 1) in PARTITIVE else []
    acts = _takes_object(sentence, i)
    found = doer(sentence, a, cut, "doer", group=acts, people=acts)
    return [account for account in found if _near_start(account)]


def _not_free(sentence: Sentence, k: int) -> bool:
    """What stands before the phrase makes it no subject: a preposition, or a verb whose object it is.

    'killed 113 people and injured 150', 'accused of shooting five and wounding six'.
    """
    low = sentence.lows[k]
    preposition = sentence.classes[k] == WordClass.PREPOSITION and low not in ROLE
    return preposition or low in harm_words() or low in verbs_of_attack()


def _before_verb(sentence: Sentence, i: int) -> int:
    """The token after the subject: adverbs, auxiliaries and words of time stand between ('today attacked')."""
    lows, classes = sentence.lows, sentence.classes
    j = i
    while j > 0:
        adverb = classes[j - 1] in (WordClass.ADVERB, WordClass.AUX) and lows[j - 1] not in BE
        timed = starts_time(sentence, j - 1) or lows[j - 1] in BEFORE_VERB
        opens = lows[j - 1] in BEFORE_TIME and starts_time(sentence, j)
        if not (adverb or timed or opens or (lows[j - 1].endswith(endings(Ending.ADVERB)) and classes[j - 1] == OTHER)):
            break
        j -= 1
    return j


def _without_brackets(sentence: Sentence, j: int) -> int:
    """'the Liberation Front (VLF) attacked': the subject ends before the brackets."""
    if j > 0 and sentence.lows[j - 1] in (")", "]"):
        opening = "(" if sentence.lows[j - 1] == ")" else "["
        k = next((k for k in range(j - 2, -1, -1) if sentence.lows[k] == opening), j)
        return k if 0 < k < j else j
    return j


def _takes_object(sentence: Sentence, i: int) -> bool:
    """The verb is active beyond doubt: an object with its article follows, or explosives are thrown."""
    lows, classes = sentence.lows, sentence.classes
    if brings(sentence, i):
        return True
    found = next((f for k in (AttackWord.ACTIVE, AttackWord.HARMED) if (f := attack_words(k).at(lows, i))), None)
    if found is None:
        return False
    end = i + found[0]
    if end >= len(lows):
        return False
    counted = classes[end] == FIGURE and sentence.figures[sentence.figure_at[end]].known
    return counted or (classes[end] == WordClass.DETERMINER and lows[end] not in NO_ARTICLE)


def _near_start(account: Account) -> bool:
    """The party's name stands near the start of the phrase."""
    found = parties(account.text)
    return not found or found[0][2] in UNNAMED or len(account.text[: found[0][0]].split()) <= 3


def by_agent(sentence: Sentence, i: int, rule: str, *, people: bool = False) -> list[Account]:
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
            return doer(sentence, first, phrase_after(sentence, first), told, stance, group=True, people=people)
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
