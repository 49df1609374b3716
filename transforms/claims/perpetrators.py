"""Who did it: the doer of an attack, who claims it, denies it or is blamed."""

from expectations.contracts.vocabulary import Kind, Stance
from transforms.claims.accounts import Account, AttackWord, attack_words
from transforms.claims.grammar import OTHER, Sentence, WordClass
from transforms.claims.ontology import classifier
from transforms.claims.phrases import phrase_after, phrase_before, span
from transforms.claims.targets import BE, _apart

NOBODY = frozenset({"no", "nobody", "none"})
ADJECTIVE_REACH = 4


def find_perpetrators(sentence: Sentence) -> list[Account]:
    """The doers that the sentence names, left to right."""
    out: list[Account] = []
    lows = sentence.lows
    for i in range(len(lows)):
        if found := attack_words(AttackWord.NOUN).at(lows, i):
            out.extend(_adjective(sentence, i))
            out.extend(_by(sentence, i + found[0], "attack_by"))
        for kind in (AttackWord.ACTIVE, AttackWord.LAUNCHED, AttackWord.HARMED):
            if found := attack_words(kind).at(lows, i):
                out.extend(_subject(sentence, i, strict=kind is AttackWord.HARMED))
                out.extend(_by(sentence, i + found[0], "passive_by"))
                break
        if found := attack_words(AttackWord.DENIED).at(lows, i):
            out.extend(_speaks(sentence, i, Stance.DENIES, "denies"))
        elif found := attack_words(AttackWord.CLAIMED).at(lows, i):
            out.extend(_speaks(sentence, i, Stance.ASSERTS, "claims"))
        if found := attack_words(AttackWord.BLAMED).at(lows, i):
            out.extend(_blamed(sentence, i + found[0]))
    return _apart(out)


def _account(
    sentence: Sentence, a: int, b: int, rule: str, stance: Stance | None = None, *, speaker: bool = False
) -> list[Account]:
    if a >= b:
        return []
    start, end, text = span(sentence, a, b)
    node = classifier("party").node(text, first=True)
    return [] if node is None else [Account(Kind.PERPETRATOR, start, end, text, node, rule, a, stance, speaker)]


def _adjective(sentence: Sentence, i: int) -> list[Account]:
    """'Russian airstrikes', 'US-led coalition drone strike': the party's name qualifies the act."""
    a = i
    while a > 0 and i - a < ADJECTIVE_REACH and (sentence.classes[a - 1] == OTHER or sentence.lows[a - 1] == "."):
        a -= 1
    if a == i:
        return []
    offset, _, text = span(sentence, a, i)
    found = [m for m in classifier("party").matches(text) if "attacker" not in text[m[0] : m[1]]]
    if not found:
        return []
    start, end, node = found[0]
    # 'Pakistan mosque blast' names the place; only adjectives and forces qualify a doer.
    word = text[start:end]
    if not _agent_like(word) or word.endswith(("'s", "’s")):
        return []
    return [Account(Kind.PERPETRATOR, offset + start, offset + end, word, node, "party_attack", a)]


def _agent_like(word: str) -> bool:
    """An adjective of nation, an acronym or a group, not the bare name of a country as a place."""
    bare = word.removesuffix("'s").removesuffix("’s")
    return bare not in PLACES


PLACES = frozenset(
    {
        "Pakistan",
        "India",
        "Syria",
        "Iraq",
        "Ukraine",
        "Greece",
        "Nigeria",
        "Turkey",
        "Iran",
        "Israel",
        "Lebanon",
        "Afghanistan",
        "China",
        "Myanmar",
        "Sudan",
        "Ethiopia",
        "Damascus",
        "Baghdad",
        "Kabul",
        "Moscow",
        "Ankara",
        "Tehran",
        "Tel Aviv",
        "Beijing",
        "Athens",
        "Washington",
        "France",
        "Russia",
        "Saudi Arabia",
        "Armenia",
        "Azerbaijan",
    }
)


def _subject(sentence: Sentence, i: int, *, strict: bool) -> list[Account]:
    lows, classes = sentence.lows, sentence.classes
    j = i
    while j > 0 and classes[j - 1] in (WordClass.ADVERB, WordClass.AUX) and lows[j - 1] not in BE:
        j -= 1
    if j == 0 or lows[j - 1] in BE or classes[j - 1] == WordClass.PREPOSITION:
        return []
    if j > 0 and classes[j - 1] == WordClass.RELATIVE:
        j -= 1
    a = phrase_before(sentence, j, longest=9)
    if strict and i + 1 < len(lows) and lows[i + 1] in ("in", "by", "on", "at", "and", ",", "when", "after", "."):
        return []
    if a < j and lows[a] in NOBODY:
        return []
    return _account(sentence, a, j, "subject")


def _by(sentence: Sentence, i: int, rule: str) -> list[Account]:
    """'carried out by X', 'fired by X', 'an attack by X'."""
    if i >= len(sentence.lows) or sentence.lows[i] not in ("by",):
        return []
    return _account(sentence, i + 1, phrase_after(sentence, i + 1), rule)


def _speaks(sentence: Sentence, i: int, stance: Stance, rule: str) -> list[Account]:
    j = i
    while j > 0 and sentence.classes[j - 1] in (WordClass.ADVERB, WordClass.AUX):
        j -= 1
    a = phrase_before(sentence, j, longest=10)
    if a < j and sentence.lows[a] in NOBODY:
        start, end, text = span(sentence, a, j)
        return [Account(Kind.PERPETRATOR, start, end, text, None, "nobody_claims", a, Stance.UNCONFIRMED)]
    return _account(sentence, a, j, rule, stance, speaker=True)


def _blamed(sentence: Sentence, i: int) -> list[Account]:
    return _account(sentence, i, phrase_after(sentence, i), "blamed")
