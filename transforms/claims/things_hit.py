"""The things that a phrase names: one account for each item of a list, with its class or as a thing of no class."""

from expectations.contracts.vocabulary import Kind, Stance
from transforms.claims.accounts import Account, AttackWord, attack_words
from transforms.claims.grammar import FIGURE, OTHER, Sentence, WordClass
from transforms.claims.ontology import classifier, ontology
from transforms.claims.particles import Ending, endings, singular
from transforms.claims.people import population_of
from transforms.claims.phrases import head_of, is_area, is_content, items, span
from transforms.claims.places import is_place

VAGUE_NODES = frozenset({"settlement", "person", "object", "officials", "target"})
ANYTHING = "target"
"""The node of what a sure verb of attack had as its object and no list names."""


def apart(accounts: list[Account]) -> list[Account]:
    """One account for words that overlap: one with a class of its own before one without, else the longest."""
    kept: list[Account] = []
    for account in sorted(accounts, key=lambda a: (a.node == ANYTHING, a.start - a.end, a.start, a.rule)):
        if all(account.end <= k.start or k.end <= account.start for k in kept):
            kept.append(account)
    return sorted(kept, key=lambda a: a.start)


def things(
    sentence: Sentence, a: int, b: int, rule: str, *, strict: bool, stance: Stance | None = None, sure: bool = False
) -> list[Account]:
    """The words as targets, one for each item of a list that names one; a list's last word serves the items before it.

    `strict` takes only objects and groups, no bare place; `sure` takes a thing that no list names.
    """
    out: list[Account] = []
    begin: int | None = None
    parts = items(sentence, a, b)
    for k, (start, end) in enumerate(parts):
        first = start if begin is None else begin
        found = _one(sentence, first, end, rule, strict=strict, stance=stance)
        whole = k + 1 == len(parts) or _opens(sentence, parts[k + 1][0])
        if not found and sure and begin is None and whole:
            found = _unnamed(sentence, first, end, rule, stance)
        # 'aviation, missile and space industries': an item that names nothing belongs to the next one.
        begin = None if found else first
        out.extend(found)
    return out


def _opens(sentence: Sentence, a: int) -> bool:
    return sentence.classes[a] in (WordClass.DETERMINER, FIGURE)


def _unnamed(sentence: Sentence, a: int, b: int, rule: str, stance: Stance | None) -> list[Account]:
    """A thing that no list names, where the grammar leaves no doubt: 'attacked the voting tables'."""
    lows = sentence.lows
    while a < b and lows[a] in ('"', "“", "”", "‘"):
        a += 1
    if a >= b or not is_content(sentence, a, b):
        return []
    # The head stands before the first preposition; a thing without article, figure or plural is a name or a notion.
    head = head_of(sentence, a, b)
    plural = lows[head].endswith(endings(Ending.PLURAL)) and not lows[head].endswith(endings(Ending.NO_PLURAL))
    if (
        not (_opens(sentence, a) or plural)
        or sentence.classes[head] != OTHER
        or lows[head].endswith(endings(Ending.GERUND))
    ):
        return []
    start, end, text = span(sentence, a, b)
    word = sentence.tokens[head].text
    people = population_of(lows[head]) is not None or population_of(singular(lows[head])) is not None
    spared = attack_words(AttackWord.SPARED).at(lows, head) is not None or head == a
    if head == a and plural and len(lows[head]) > 4 and not attack_words(AttackWord.SPARED).at(lows, head):
        spared = False
    if people or spared or is_place(word) or is_place(word.title()) or classifier("party").matches(text):
        return []
    return [Account(Kind.TARGET, start, end, text, ANYTHING, rule, a, stance)]


def _one(sentence: Sentence, a: int, b: int, rule: str, *, strict: bool, stance: Stance | None) -> list[Account]:
    while a < b and sentence.lows[a] in ('"', "“", "”", "‘"):
        a += 1
    if a < b and sentence.figure_at[a] >= 0:
        a = max(a, sentence.figures[sentence.figure_at[a]].number.left)
    if a >= b or not is_content(sentence, a, b):
        return []
    start, end, text = span(sentence, a, b)
    node = classifier("target").node(text)
    party = classifier("party").matches(text)
    if node is None and any("armed_group" in ontology().ancestors(m[2]) for m in party):
        node = "militants"
    # 'strikes many people as odd', 'hit the city': who or where, not what was aimed at, unless it is counted.
    counted = any(sentence.classes[i] == FIGURE for i in range(a, b))
    if rule in ("verb_object", "passive") and node in ("person", "officials", "settlement") and not counted:
        return []
    if node is None or (strict and (node in VAGUE_NODES or is_area(sentence, a, b))):
        return []
    return [Account(Kind.TARGET, start, end, text, node, rule, a, stance)]
