"""Verbs of attack in the present, told from nouns of the same form by their subject: 'forces shell the town'."""

from transforms.claims.accounts import AttackWord, attack_at, attack_words
from transforms.claims.described import uncounted
from transforms.claims.doers import DOERS, agents, parties
from transforms.claims.grammar import FIGURE, OTHER, Sentence, WordClass
from transforms.claims.lexicon import REFERENCE, read
from transforms.claims.people import Population, people_words
from transforms.claims.phrases import harm_words, span

SUBJECTS = DOERS | {Population.POLICE, Population.SUSPECTS}
OBJECTS = (FIGURE, OTHER, WordClass.DETERMINER)


def plain_verb(sentence: Sentence, i: int) -> int | None:
    """The length of the verb in the present at token i, where a doer stands before it and an object behind it."""
    lows = sentence.lows
    plural = attack_at(AttackWord.PLAIN, lows, i)
    found = plural or attack_at(AttackWord.SINGULAR, lows, i)
    if found is None:
        return None
    k = i - 1
    while k >= 0 and sentence.classes[k] == WordClass.ADVERB:
        k -= 1
    if k < 0 or sentence.classes[k] not in (OTHER, FIGURE) or not _object(sentence, i + found, alone=found == 1):
        return None
    named = _many(sentence, k) if plural else sentence.tokens[k].text in read(REFERENCE / "nations.toml")
    return found if named else None


def _object(sentence: Sentence, end: int, *, alone: bool) -> bool:
    """A noun phrase follows and no further verb: 'forces strike kills two' has its verb later."""
    lows = sentence.lows
    if end >= len(lows):
        return False
    if not alone:
        return True
    known = (AttackWord.ACTIVE, AttackWord.NOUN, AttackWord.SINGULAR)
    verb = lows[end] in harm_words() or any(attack_words(kind).at(lows, end) for kind in known)
    return sentence.classes[end] in OBJECTS and not verb


def _many(sentence: Sentence, k: int) -> bool:
    """The word at token k names several who may act: 'troops', 'gunmen', 'Houthis'."""
    low = sentence.lows[k]
    if not low.endswith(uncounted()) and low not in agents("groups"):
        return False
    if people_words().get(low) in SUBJECTS or low in agents("agents") | agents("groups") | agents("means"):
        return True
    start, end, text = span(sentence, k, k + 1)
    return any(m[1] == end - start for m in parties(text))
