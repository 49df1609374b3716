"""What was hit: the object of an attack, as its own words and as a class of the ontology."""

from functools import cache

from expectations.contracts.vocabulary import Kind, Stance
from transforms.claims.accounts import NEGATIONS, Account, AttackWord, attack_words
from transforms.claims.grammar import COMMA, FIGURE, OTHER, STOP, Sentence, WordClass
from transforms.claims.ontology import classifier, ontology
from transforms.claims.phrases import is_content, items, phrase_after, phrase_before, span

AGAINST = frozenset({"on", "against", "targeting", "at", "upon"})
PLACED = frozenset({"in", "inside", "near", "of", "outside", "aboard"})
BE = frozenset({"was", "were", "been", "being", "is", "are", "be"})
OTHER_VERB = WordClass.SAYING
VAGUE_NODES = frozenset({"settlement", "person", "object", "officials", "target"})


@cache
def _starts() -> frozenset[str]:
    kinds = (AttackWord.NOUN, AttackWord.ACTIVE, AttackWord.PASSIVE)
    return frozenset[str]().union(*(attack_words(kind).starts for kind in kinds))


def find_targets(sentence: Sentence, nouns: frozenset[int]) -> list[Account]:
    """The targets that the sentence names, left to right, each place once; `nouns` as `noun_tokens` gives them."""
    out: list[Account] = []
    lows = sentence.lows
    starts = _starts()
    for i in [i for i, low in enumerate(lows) if low in starts]:
        if found := attack_words(AttackWord.NOUN).at(lows, i):
            out.extend(_of_noun(sentence, i, i + found[0]))
        if i not in nouns and (found := attack_words(AttackWord.ACTIVE).at(lows, i)):
            out.extend(_of_verb(sentence, i, i + found[0]))
        if found := attack_words(AttackWord.PASSIVE).at(lows, i):
            out.extend(_of_passive(sentence, i))
    return _apart(out)


def noun_tokens(sentence: Sentence) -> frozenset[int]:
    """Tokens where a word of attack is a noun, though it might be a verb: 'drone strikes', 'attack on'."""
    lows, classes = sentence.lows, sentence.classes
    out: set[int] = set()
    end = 0
    nouns = attack_words(AttackWord.NOUN)
    for i in nouns.hits(lows):
        found = nouns.at(lows, i) if i >= end else None
        if found is None:
            continue
        end = i + found[0]
        after = classes[end] if end < len(lows) else STOP
        determined = i > 0 and classes[i - 1] == WordClass.DETERMINER and lows[i - 1] != "to"
        if found[0] > 1 or determined or after in (WordClass.PREPOSITION, WordClass.AUX, STOP, COMMA, OTHER_VERB):
            out.update(range(i, end))
    return frozenset(out)


def _apart(accounts: list[Account]) -> list[Account]:
    """One account for words that overlap: the longest."""
    kept: list[Account] = []
    for account in sorted(accounts, key=lambda a: (-(a.end - a.start), a.start, a.rule)):
        if all(account.end <= k.start or k.end <= account.start for k in kept):
            kept.append(account)
    return sorted(kept, key=lambda a: a.start)


def _of_noun(sentence: Sentence, i: int, end: int) -> list[Account]:
    """'strike on the market', 'blast in a mosque', 'mosque blast'; 'shooting at the airport' only says where."""
    out: list[Account] = []
    lows = sentence.lows
    scene = attack_words(AttackWord.SCENE)
    if scene.at(lows, i) or (end < len(lows) and scene.at(lows, end)):
        return out
    j = end
    # 'a strike in Idlib, Syria against …', 'an attack on Monday on …': what stands between is place or day.
    for _ in range(2):
        if j < len(lows) and lows[j] in AGAINST:
            out.extend(_account(sentence, j + 1, phrase_after(sentence, j + 1), "attack_on", strict=lows[j] == "at"))
        elif j < len(lows) and lows[j] in PLACED:
            after = phrase_after(sentence, j + 1)
            out.extend(_account(sentence, j + 1, after, "attack_in", strict=True))
            if not out and after > j + 1 and after < len(lows) and lows[after] in AGAINST:
                j = after
                continue
        break
    a = phrase_before(sentence, i, longest=4)
    while a < i and sentence.classes[a] != OTHER:
        a += 1
    if a < i and (node := classifier("target").node(span(sentence, a, i)[2])) is not None:
        concrete = "object" in ontology().ancestors(node) and node not in VAGUE_NODES
        if concrete and classifier("target").matches(span(sentence, i - 1, i)[2]):
            out.extend(_account(sentence, a, i, "target_attack", strict=True))
    return out


def _of_verb(sentence: Sentence, i: int, end: int) -> list[Account]:
    lows, classes = sentence.lows, sentence.classes
    if i > 0 and (lows[i - 1] in BE or lows[i - 1] in ("a", "the", "an")):
        return []
    if i > 0 and classes[i - 1] == OTHER and lows[i - 1].endswith(("'s", "’s")):
        return []
    if end >= len(lows) or classes[end] == WordClass.PREPOSITION or _by_nature(sentence, i):
        return []
    if not _done(sentence, i):
        return []
    denied = any(w in NEGATIONS for w in lows[max(0, i - 3) : end])
    stance = Stance.DENIES if denied else None
    if lows[end] in ("down", "out", "up", "back", "off"):
        return []
    return _account(sentence, end, phrase_after(sentence, end), "verb_object", strict=False, stance=stance)


def _done(sentence: Sentence, i: int) -> bool:
    """The verb tells of an act, or of what it was meant for; 'continue to target' and 'could hit' tell of none."""
    lows = sentence.lows
    before = lows[i - 1] if i > 0 else ""
    if attack_words(AttackWord.MODAL).at([before], 0):
        return False
    k = i if lows[i] == "to" else i - 1 if before == "to" else -1
    return k < 0 or (k > 0 and attack_words(AttackWord.PURPOSE).at([lows[k - 1]], 0) is not None)


def _by_nature(sentence: Sentence, i: int) -> bool:
    """'flooding hits Rwanda', 'a blaze ripped through': what did it is no attack, so that nothing was aimed at."""
    found = classifier("cause").node(span(sentence, max(0, i - 5), i)[2]) if i > 0 else None
    return found is not None and "attack" not in (found, *ontology().ancestors(found)) and found != "explosion"


def _of_passive(sentence: Sentence, i: int) -> list[Account]:
    lows, classes = sentence.lows, sentence.classes
    j = i
    while j > 0 and classes[j - 1] in (WordClass.ADVERB, WordClass.AUX):
        j -= 1
    passive = any(w in BE or w == "under" for w in lows[j:i])
    if not passive and not (i + 1 < len(lows) and lows[i + 1] == "by"):
        return []
    denied = any(w in NEGATIONS for w in lows[j:i])
    a = phrase_before(sentence, j, longest=10)
    found = _account(sentence, a, j, "passive", strict=False, stance=Stance.DENIES if denied else None)
    # 'Eleven people were struck' tells of harm, which is counted, and of no aim.
    return [account for account in found if account.node != "person"]


def _account(
    sentence: Sentence, a: int, b: int, rule: str, *, strict: bool, stance: Stance | None = None
) -> list[Account]:
    """The words as targets, one for each item of a list that names one; a list's last word serves the items before it.

    `strict` takes only objects and groups, no bare place.
    """
    out: list[Account] = []
    begin: int | None = None
    for start, end in items(sentence, a, b):
        first = start if begin is None else begin
        found = _one(sentence, first, end, rule, strict=strict, stance=stance)
        # 'aviation, missile and space industries': an item that names nothing belongs to the next one.
        begin = None if found else first
        out.extend(found)
    return out


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
    if node is None or (strict and node in VAGUE_NODES):
        return []
    return [Account(Kind.TARGET, start, end, text, node, rule, a, stance)]
