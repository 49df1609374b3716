"""Who does what a verb says: the subject of a verb of attack."""

from transforms.claims.account_words import BE, BEFORE_TIME, BEFORE_VERB, NEGATIONS, NO_ARTICLE, NO_OBJECT, NOBODY
from transforms.claims.accounts import Account, AttackWord, attack_words, habitual
from transforms.claims.charges import brings
from transforms.claims.doers import UNNAMED, doer, parties, verbs_of_attack
from transforms.claims.grammar import FIGURE, OTHER, Sentence, WordClass
from transforms.claims.ontology import classifier
from transforms.claims.owners import of_means
from transforms.claims.particles import AGENT, COMPLEMENT, PARTITIVE, ROLE, Ending, endings, word_at
from transforms.claims.phrases import harm_words, head_of, phrase_after, span, starts_time, subject_before

NO_SUBJECT = BE | PARTITIVE
LINKS = (WordClass.PREPOSITION, WordClass.COORDINATOR)
CLOSING = NO_OBJECT | frozenset(",.&")
OBJECTS = (FIGURE, OTHER, WordClass.DETERMINER, WordClass.PREPOSITION)


def subject(
    sentence: Sentence, i: int, end: int, *, strict: bool, plain: bool = False, police: bool = False
) -> list[Account]:
    """Who does what the verb of tokens i to `end` says; `strict`: it may be a participle, 'two killed in a raid'.

    `plain`: the verb stands in the present, so that it has an object; `police`: it makes even police the doer.
    """
    lows, classes = sentence.lows, sentence.classes
    j = _before_verb(sentence, i)
    if j == 0 or habitual(lows, i) or lows[j - 1] in NO_SUBJECT or classes[j - 1] in LINKS:
        return []
    if (strict and (end >= len(lows) or lows[end] in CLOSING or _no_object(sentence, end))) or _passive_headline(
        sentence, i, end
    ):
        return []
    police = police and end < len(lows) and classes[end] in OBJECTS
    if classes[j - 1] == WordClass.RELATIVE:
        j -= 1
    stop = _without_brackets(sentence, j)
    a = subject_before(sentence, stop, verbs_of_attack(), listed=False)
    if a >= stop or lows[a] in NOBODY or (a > 0 and (_not_free(sentence, a - 1) or _in_place(sentence, a))):
        return []
    # What stands behind the first preposition says where; 'members of the Taliban' is one name.
    cut = next((k for k in range(a + 1, stop) if classes[k] == WordClass.PREPOSITION), stop)
    cut = min(cut, max(a + 1, phrase_after(sentence, a)))
    # 'North Korean missile hit', 'Pakistan bombing kills': what did it, not who; 'a drone of the coalition' says whose.
    head = head_of(sentence, a, cut)
    if classifier("cause").matches(span(sentence, head, head + 1)[2]):
        if word_at(lows, head + 1) in PARTITIVE:
            return doer(sentence, head + 2, cut, "doer")
        return of_means(sentence, a, head)
    acts = plain or _takes_object(sentence, i)
    found = doer(sentence, a, cut, "doer", group=acts, people=acts, police=police)
    # 'The army said it did not target civilians' denies the target, and leaves open whose the attack was.
    if not found and cut - a == 1 and not any(low in NEGATIONS for low in lows[cut:end]):
        found = _speaks_of_himself(sentence, a)
    return [account for account in found if _near_start(account)]


def _speaks_of_himself(sentence: Sentence, a: int) -> list[Account]:
    """'The army said it had struck a depot': who speaks means himself."""
    k = a - 1
    if attack_words(AttackWord.ITSELF).at(sentence.lows, a) is None or k < 0:
        return []
    if sentence.lows[k] in COMPLEMENT:
        k -= 1
    if k < 1 or sentence.classes[k] != WordClass.SAYING:
        return []
    start = subject_before(sentence, k, listed=False)
    return doer(sentence, start, _without_brackets(sentence, k), "doer", speaker=True)


def _not_free(sentence: Sentence, k: int) -> bool:
    """What stands before the phrase makes it no subject: a preposition, or a verb whose object it is.

    'killed 113 people and injured 150', 'accused of shooting five and wounding six'.
    """
    low = sentence.lows[k]
    preposition = sentence.classes[k] == WordClass.PREPOSITION and low not in ROLE
    return preposition or low in harm_words() or low in verbs_of_attack()


def _in_place(sentence: Sentence, a: int) -> bool:
    """'A bombing in southwest Northland killed': a preposition and adjectives before the name make it a place."""
    k = a - 1
    while k > 0 and sentence.classes[k] == OTHER and sentence.tokens[k].text.islower():
        k -= 1
    return k < a - 1 and sentence.classes[k] == WordClass.PREPOSITION and sentence.lows[k] not in ROLE


def _no_object(sentence: Sentence, end: int) -> bool:
    """'30 fighters killed or injured', 'three soldiers killed during a raid': no figure, name or noun follows."""
    if sentence.classes[end] == WordClass.COORDINATOR:
        end += 2
    if end >= len(sentence.lows):
        return True
    return sentence.figure_at[end] < 0 and sentence.classes[end] == WordClass.PREPOSITION


def _passive_headline(sentence: Sentence, i: int, end: int) -> bool:
    """'Northland hit by a missile': a headline leaves out the verb that makes it passive."""
    return word_at(sentence.lows, end) in AGENT and attack_words(AttackWord.PASSIVE).at(sentence.lows, i) is not None


def _before_verb(sentence: Sentence, i: int) -> int:
    """The token after the subject: adverbs, auxiliaries and words of time stand between ('today attacked')."""
    lows, classes = sentence.lows, sentence.classes
    ongoing = lows[i].endswith(endings(Ending.GERUND))
    j = i
    while j > 0:
        adverb = classes[j - 1] in (WordClass.ADVERB, WordClass.AUX) and (ongoing or lows[j - 1] not in BE)
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
