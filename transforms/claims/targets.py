"""What was hit: the object of an attack, as its own words and as a class of the ontology."""

from expectations.contracts.vocabulary import Kind, Stance
from transforms.claims.account_words import (
    AIM,
    AIMED,
    AIMED_LOOSELY,
    AT_PLACE,
    BE,
    BESIDE_BE,
    INSIDE,
    NEGATIONS,
    OCCASION,
    ON_PLACE,
    PERFECT,
    SCENE,
    TURNED,
)
from transforms.claims.accounts import Account, AttackWord, attack_at, attack_words, attacks_at, habitual
from transforms.claims.charges import ChargeWord, charge_verbs, charge_words, goals, sets_on_fire
from transforms.claims.grammar import COMMA, FIGURE, OTHER, STOP, Sentence, WordClass
from transforms.claims.lexicon import by_language
from transforms.claims.ontology import classifier, ontology
from transforms.claims.particles import AGENT, ARTICLES, INFINITIVE, PARTITIVE, Ending, endings
from transforms.claims.phrases import (
    harm_words,
    phrase_after,
    phrase_before,
    span,
    starts_time,
    subject_before,
    time_end,
    verb_start,
)
from transforms.claims.things_hit import VAGUE_NODES, apart, things
from transforms.claims.triggers import Form

OTHER_VERB = WordClass.SAYING
NATURE = frozenset({"natural_hazard", "fire", "collapse", "traffic_crash", "rail_crash", "air_crash", "shipwreck"})
AFTER_NOUN = 16
HARMED_REACH = 5
NO_SCENE = frozenset({"hospital", "vehicle", "transport", "person", "ship"})


@by_language
def _starts() -> frozenset[str]:
    kinds = (AttackWord.NOUN, AttackWord.ACTIVE, AttackWord.PASSIVE, AttackWord.AIM)
    return charge_words(ChargeWord.SETS).starts.union(*(attack_words(kind).starts for kind in kinds))


@by_language
def _passives() -> frozenset[str]:
    """Verbs of attack by which a subject ends: 'was destroyed and five houses damaged'."""
    return frozenset(w for w in attack_words(AttackWord.PASSIVE).starts if w.endswith(endings(Ending.PAST_PASSIVE)))


def find_targets(sentence: Sentence, nouns: frozenset[int]) -> list[Account]:
    """The targets that the sentence names, left to right, each place once; `nouns` as `noun_tokens` gives them."""
    out: list[Account] = []
    lows = sentence.lows
    starts = _starts()
    for i in [i for i, low in enumerate(lows) if low in starts]:
        if habitual(lows, i) or own_denial(lows, i):
            continue
        at = attacks_at(lows, i)
        if found := at.get(AttackWord.NOUN):
            out.extend(_of_noun(sentence, i, i + found))
        if i not in nouns and (found := at.get(AttackWord.ACTIVE)):
            out.extend(_of_verb(sentence, i, i + found))
        if at.get(AttackWord.PASSIVE):
            out.extend(_of_passive(sentence, i))
        if at.get(AttackWord.AIM):
            out.extend(_aimed(sentence, i))
        if (burning := sets_on_fire(sentence, i)) is not None:
            out.extend(things(sentence, i + 1, burning, "verb_object", strict=False, sure=True))
    out.extend(_charged(sentence))
    return apart(out or _harmed_at(sentence))


def _harmed_at(sentence: Sentence) -> list[Account]:
    """'59 killed in a mosque after a bombing': where it harmed people, if the sentence says no more."""
    lows, harm = sentence.lows, harm_words()
    nouns = attack_words(AttackWord.NOUN)
    if not any(nouns.at(lows, k) and not attack_at(AttackWord.SCENE, lows, k) for k in nouns.hits(lows)):
        return []
    for i, low in enumerate(lows):
        if harm.get(low, "").split()[:1] not in ([Kind.KILLED.value], [Kind.INJURED.value]):
            continue
        k = i + 1
        while k < len(lows) and k - i <= HARMED_REACH and sentence.classes[k] in (FIGURE, OTHER, WordClass.DETERMINER):
            k += 1
        if k < len(lows) and lows[k] in SCENE:
            found = things(sentence, k + 1, phrase_after(sentence, k + 1), "harmed_at", strict=True)
            # Who dies in hospital was brought there; a road or vehicle says where they were.
            return [a for a in found if a.node is not None and not NO_SCENE & {a.node, *ontology().ancestors(a.node)}]
    return []


def own_denial(lows: list[str], i: int) -> bool:
    """'denied striking the station': who denies his deed does not say that the station was no target."""
    starts = attack_words(AttackWord.DENIED).starts
    for k in [k for k in range(max(0, i - 4), i + 1) if lows[k] in starts]:
        length = attack_at(AttackWord.DENIED, lows, k)
        if length and k + length > i and not any(low.startswith(tuple(AIM())) for low in lows[k : k + length]):
            return True
    return False


def _charged(sentence: Sentence) -> list[Account]:
    """What explosives went off at, or were thrown at: the first thing named behind each verb."""
    out: list[Account] = []
    for a, b, at in goals(sentence):
        if not any(account.token < a and not _between(sentence, account.end, a) for account in out):
            rule = "thrown_at" if at else "exploded_at"
            out.extend(things(sentence, a, b, rule, strict=not at))
    return out


def _between(sentence: Sentence, end: int, a: int) -> bool:
    """Another verb of explosives stands between an account and a token."""
    return any(t.low in charge_verbs() for t in sentence.tokens[:a] if t.start >= end)


def _aimed(sentence: Sentence, i: int) -> list[Account]:
    """'civilian sites are not what it aims at', 'the office was the target of the attack'."""
    lows, classes = sentence.lows, sentence.classes
    j = i
    while j > 0 and (classes[j - 1] in (WordClass.ADVERB, WordClass.AUX) or lows[j - 1] in NEGATIONS):
        j -= 1
    said = lows[j:i]
    if not any(low in BE for low in said) or attack_words(AttackWord.MODAL).at(said, 0):
        return []
    denied = any(low in NEGATIONS for low in said)
    stance = Stance.DENIES if denied else None
    return things(sentence, subject_before(sentence, j), j, "aimed", strict=False, stance=stance)


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
        determined = i > 0 and classes[i - 1] == WordClass.DETERMINER
        if found[0] > 1 or determined or _closes(sentence, end, after):
            out.update(range(i, end))
    return frozenset(out)


def _closes(sentence: Sentence, end: int, after: str) -> bool:
    partitive = end < len(sentence.lows) and sentence.lows[end] in PARTITIVE
    return partitive or after in (WordClass.PREPOSITION, WordClass.AUX, STOP, COMMA, OTHER_VERB)


def _of_noun(sentence: Sentence, i: int, end: int) -> list[Account]:
    """'strike on the market', 'blast in a mosque', 'mosque blast'; 'shooting at the airport' only says where."""
    out: list[Account] = []
    lows = sentence.lows
    scene = attack_words(AttackWord.SCENE)
    if scene.at(lows, i) or (end < len(lows) and scene.at(lows, end)):
        return out
    sure = attack_words(AttackWord.SURE).at(lows, i) is not None
    if not (_spoilt(sentence, i)):
        out.extend(_behind_noun(sentence, end, sure=sure))
    # 'station strike toll': the toll is told of, and what it is of is only named.
    if end < len(lows) and harm_words().get(lows[end], "").endswith(Form.TOLL.value):
        return out
    longer = attack_words(AttackWord.NOUN).ending(lows, end)
    if longer is not None and longer[0] > end - i:
        return out
    a = phrase_before(sentence, i, longest=4)
    while a < i and sentence.classes[a] != OTHER:
        a += 1
    if a < i and (node := classifier("target").node(span(sentence, a, i)[2])) is not None:
        concrete = "object" in ontology().ancestors(node) and node not in VAGUE_NODES
        if concrete and classifier("target").matches(span(sentence, i - 1, i)[2]) and not _compound(sentence, i, end):
            out.extend(things(sentence, a, i, "target_attack", strict=True))
    return out


def _compound(sentence: Sentence, i: int, end: int) -> bool:
    """'car' of 'car bomb', 'mine' of 'mine blast': part of what did it."""
    found = classifier("cause").matches(span(sentence, i - 1, end)[2])
    return any(start == 0 for start, _, _ in found)


def _behind_noun(sentence: Sentence, end: int, *, sure: bool) -> list[Account]:
    """'attack carried out last night against the bank', 'a strike in Idlib on a convoy', 'blast in a mosque'."""
    lows, classes = sentence.lows, sentence.classes
    out: list[Account] = []
    j = end
    while j < len(lows) and j - end <= AFTER_NOUN:
        if (timed := time_end(sentence, j)) > j:
            j = timed
            continue
        if lows[j] in AIMED and not starts_time(sentence, j + 1):
            after = phrase_after(sentence, j + 1)
            strict = lows[j] in AT_PLACE or (lows[j] in ON_PLACE and j > end and lows[j - 1] in OCCASION)
            out = things(
                sentence, j + 1, after, "attack_on", strict=strict, sure=not strict and lows[j] not in AIMED_LOOSELY
            )
            if out or lows[j] not in ON_PLACE or after == j + 1:
                return out
            j = after
        elif lows[j] in INSIDE or lows[j] in AGENT:
            after = phrase_after(sentence, j + 1)
            if lows[j] not in AGENT:
                of = lows[j] in PARTITIVE
                out = things(sentence, j + 1, after, "attack_in", strict=not (of and sure), sure=of and sure)
            if out or after == j + 1:
                return out
            j = after
        elif found := attack_words(AttackWord.STAGED).at(lows, j):
            j += found[0]
        elif classes[j] in (WordClass.AUX, WordClass.ADVERB) or lows[j].endswith(endings(Ending.ADVERB)):
            j += 1
        else:
            return out
    return out


def _of_verb(sentence: Sentence, i: int, end: int) -> list[Account]:
    lows, classes = sentence.lows, sentence.classes
    if i > 0 and (lows[i - 1] in BE or lows[i - 1] in ARTICLES):
        return []
    if i > 0 and classes[i - 1] == OTHER and lows[i - 1].endswith(endings(Ending.POSSESSIVE)):
        return []
    sure = attack_words(AttackWord.SURE).at(lows, i) is not None
    # 'bombed and strafed the village': the object stands behind the second verb.
    if (
        end + 1 < len(lows)
        and classes[end] == WordClass.COORDINATOR
        and lows[end + 1].endswith(endings(Ending.PARTICIPLE) + endings(Ending.GERUND))
    ):
        end += 2
    hedged = any(f.number.left == end for f in sentence.figures)
    if end >= len(lows) or (classes[end] == WordClass.PREPOSITION and not hedged) or _by_nature(sentence, i):
        return []
    if not _done(sentence, i) or _spoilt(sentence, i):
        return []
    denied = any(w in NEGATIONS for w in lows[max(0, i - 3) : end])
    stance = Stance.DENIES if denied else None
    if lows[end] in TURNED:
        return []
    # 'bombing rises' and 'raids the month before' may be nouns still.
    sure = sure and attack_words(AttackWord.NOUN).at(lows, i) is None
    return things(sentence, end, phrase_after(sentence, end), "verb_object", strict=False, stance=stance, sure=sure)


def _spoilt(sentence: Sentence, i: int) -> bool:
    """'destroyed' in a sentence that tells of a flood, storm or crash and of no attack."""
    if attack_words(AttackWord.SPOILT).at(sentence.lows, i) is None:
        return False
    tree = ontology()
    nodes = {n for _, _, m in classifier("cause").matches(sentence.text) for n in (m, *tree.ancestors(m))}
    return bool(nodes & NATURE) and not nodes & {"attack", "explosion"}


def _done(sentence: Sentence, i: int) -> bool:
    """The verb tells of an act, or of what it was meant for; 'continue to target' and 'could hit' tell of none."""
    lows = sentence.lows
    before = lows[i - 1] if i > 0 else ""
    if attack_words(AttackWord.MODAL).at([before], 0):
        return False
    k = i if lows[i] in INFINITIVE else i - 1 if before in INFINITIVE else -1
    return k < 0 or (k > 0 and attack_words(AttackWord.PURPOSE).at([lows[k - 1]], 0) is not None)


def _by_nature(sentence: Sentence, i: int) -> bool:
    """'flooding hits Rwanda', 'a blaze ripped through': what did it is no attack, so that nothing was aimed at."""
    found = classifier("cause").node(span(sentence, max(0, i - 5), i)[2]) if i > 0 else None
    return found is not None and "attack" not in (found, *ontology().ancestors(found)) and found != "explosion"


def _of_passive(sentence: Sentence, i: int) -> list[Account]:
    lows = sentence.lows
    j = verb_start(sentence, i)
    said = lows[j:i]
    passive = any(w in BE or w in BESIDE_BE for w in said)
    if not passive and not (i + 1 < len(lows) and lows[i + 1] in AGENT):
        return []
    modal = attack_words(AttackWord.MODAL)
    if _spoilt(sentence, i) or (
        not any(w in PERFECT for w in said) and any(modal.at(said, k) for k in range(len(said)))
    ):
        return []
    denied = any(w in NEGATIONS for w in said)
    sure = passive and attack_words(AttackWord.SURE).at(lows, i) is not None
    stance = Stance.DENIES if denied else None
    a = subject_before(sentence, j, _passives())
    found = things(sentence, a, j, "passive", strict=False, stance=stance, sure=sure)
    # 'Eleven people were struck' tells of harm, which is counted, and of no aim.
    return [account for account in found if account.node != "person"]
