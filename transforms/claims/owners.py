"""Whose act it was, where a name qualifies it: 'Russian airstrikes', 'the army's raid on X', 'Turkish drones'."""

from expectations.contracts.vocabulary import Kind
from transforms.claims.accounts import Account, AttackWord, attack_words
from transforms.claims.charges import ChargeWord, charge_words
from transforms.claims.doers import UNNAMED, agents, parties
from transforms.claims.grammar import OTHER, Sentence
from transforms.claims.ontology import classifier, ontology
from transforms.claims.particles import INFINITIVE, PARTITIVE, Ending, endings, owner, word_at
from transforms.claims.phrases import span
from transforms.claims.places import is_place

ADJECTIVE_REACH = 4
OWNER_REACH = 4
MEANS_REACH = 2


def adjective(sentence: Sentence, i: int) -> list[Account]:
    """'Russian airstrikes', 'US-led coalition drone strike': the party's name qualifies the act at token i."""
    lows = sentence.lows
    a = i
    while a > 0 and i - a < ADJECTIVE_REACH and (sentence.classes[a - 1] == OTHER or lows[a - 1] == "."):
        if lows[a - 1] in INFINITIVE:
            break
        a -= 1
    if a == i:
        return []
    offset, _, text = span(sentence, a, i)
    # 'terrorist attack' says of what kind it was; only a name says whose.
    found = [m for m in classifier("party").matches(text) if m[2] not in UNNAMED]
    if not found:
        return []
    # 'China condemns US attack': the name beside the act, not one before it.
    start, end, node = found[-1]
    word = text[start:end]
    # 'Pakistan mosque blast', 'US school shooting' name the place; only adjectives and groups qualify a doer.
    if is_place(word) or word.endswith(endings(Ending.POSSESSIVE)) or _where(sentence, i) or _is_verb(sentence, i):
        return []
    return [Account(Kind.PERPETRATOR, offset + start, offset + end, word, node, "party_attack", a)]


def _is_verb(sentence: Sentence, i: int) -> bool:
    """'China blasts US reaction': a party behind the word is its object."""
    lows = sentence.lows
    if i + 1 >= len(lows) or not lows[i].endswith(endings(Ending.PLURAL)):
        return False
    return any(start == 0 for start, _, _ in parties(span(sentence, i + 1, min(i + 3, len(lows)))[2]))


def _where(sentence: Sentence, i: int) -> bool:
    """The act of a gunman, as 'US shooting': the country is where it was."""
    if attack_words(AttackWord.SCENE).at(sentence.lows, i) is None:
        return False
    return word_at(sentence.lows, i + 1) not in PARTITIVE


def possessor(sentence: Sentence, i: int, end: int) -> list[Account]:
    """'the army's shelling of the town', 'Israel's strike on a camp': whose act it was, where it has an object."""
    lows = sentence.lows
    aimed = end < len(lows) and charge_words(ChargeWord.AIMED).at(lows, end) is not None
    if word_at(lows, end) not in PARTITIVE and not (aimed and attack_words(AttackWord.NOUN).at(lows, i)):
        return []
    k = next(
        (k for k in range(i - 1, max(-1, i - 1 - OWNER_REACH), -1) if lows[k].endswith(endings(Ending.POSSESSIVE))),
        None,
    )
    # "Syria's Idlib leaves" starts another phrase: only plain words stand between an owner and his act.
    if k is None or any(sentence.classes[m] != OTHER or sentence.tokens[m].text[0].isupper() for m in range(k + 1, i)):
        return []
    a = k
    while a > 0 and sentence.classes[a - 1] == OTHER and sentence.tokens[a - 1].text[:1].isupper():
        a -= 1
    offset, _, text = span(sentence, a, k + 1)
    found = [m for m in parties(text) if m[2] not in UNNAMED]
    if not found:
        return []
    start, _, node = found[0]
    name = owner(text[start:])
    start += offset
    return [Account(Kind.PERPETRATOR, start, start + len(name), name, node, "possessor", a)]


def of_means(sentence: Sentence, a: int, head: int) -> list[Account]:
    """'Turkish drones hit', 'Israeli warplanes bombed': whose weapons they were.

    One missile's nation may be that of its maker, which is a cause and no doer.
    """
    low = sentence.lows[head]
    if a >= head or low not in agents("means"):
        return []
    offset, _, text = span(sentence, a, head + 1)
    found = [m for m in parties(text) if m[2] not in UNNAMED]
    nodes = {n for _, _, m in classifier("cause").matches(text) for n in (m, *ontology().ancestors(m))}
    if (
        not found
        or found[0][1] >= len(text)
        or ("missile_strike" in nodes and not low.endswith(endings(Ending.PLURAL)))
    ):
        return []
    start, stop, node = found[0]
    between = [k for k in range(a, head) if sentence.tokens[k].start >= offset + stop]
    if len(between) > MEANS_REACH or any(
        sentence.classes[k] != OTHER or sentence.lows[k].endswith(endings(Ending.PARTICIPLE)) for k in between
    ):
        return []
    kept = len(text) if low in agents("agents") else stop
    return [Account(Kind.PERPETRATOR, offset + start, offset + kept, text[start:kept], node, "means", a)]
