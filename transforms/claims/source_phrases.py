"""How far a source's words reach: the noun phrase behind 'according to', the subject before 'said'."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from transforms.claims.distractors import dates
from transforms.claims.grammar import COMMA, FIGURE, OTHER, STOP, Sentence, WordClass
from transforms.claims.lexicon import words_by_key


class AttributionWord(StrEnum):
    """The lists of attribution.toml."""

    SAYING = "saying"
    GIVING = "giving"
    ACCORDING = "according"
    AUTHORITY = "authority"
    NO_SOURCE = "no_source"
    PRONOUN = "pronoun"
    GROUP_PRONOUN = "group_pronoun"
    TALLY = "tally"


@dataclass(frozen=True)
class Params:
    """`longest`: words in a source; `gives_within`: words between a verb of counting and its figure."""

    longest: int = 16
    gives_within: int = 10
    tail: int = 6


A, V, D, P = WordClass.AUX, WordClass.ADVERB, WordClass.DETERMINER, WordClass.PREPOSITION
LOOSE = (P, D, WordClass.COORDINATOR)
BREAKS = (STOP, WordClass.SUBORDINATOR, WordClass.RELATIVE, WordClass.SAYING, A, FIGURE)


@cache
def lists() -> dict[str, frozenset[str]]:
    """The lists of attribution.toml."""
    found = words_by_key("attribution", AttributionWord, unique=False)
    return {k: frozenset(v) for k, v in found.items()}


@cache
def time_words() -> frozenset[str]:
    """Words of time that stand beside a verb of saying and belong to no source."""
    return dates() | {"today", "yesterday", "tonight", "earlier", "later", "late", "early"}


def phrase_end(sentence: Sentence, i: int, params: Params) -> int:
    """The token after the source that starts at token i; i where none starts there."""
    lows, classes = sentence.lows, sentence.classes
    j = i
    while j < len(lows) and j - i < params.longest:
        if classes[j] in (WordClass.SUBORDINATOR, WordClass.SAYING, A, FIGURE, WordClass.RELATIVE) or (
            classes[j] == STOP and lows[j] not in ("(", ")")
        ):
            break
        if lows[j] in ("(", ")") and lows[j] == ")" and "(" not in lows[i:j]:
            break
        if lows[j] in time_words() or (lows[j] == "on" and j + 1 < len(lows) and lows[j + 1] in time_words()):
            break
        if lows[j] == "." and not _abbreviation(sentence, j):
            break
        if classes[j] == COMMA:
            if _appositive(sentence, j):
                j += 1
                continue
            break
        j += 1
    while j > i and (classes[j - 1] in (COMMA, P, WordClass.COORDINATOR, V) or lows[j - 1] in (".", "'", "’")):
        j -= 1
    return j


def _abbreviation(sentence: Sentence, j: int) -> bool:
    """'Lt.', 'U.S.': the point belongs to the word before it."""
    word = sentence.tokens[j - 1].text if j > 0 else ""
    return j + 1 < len(sentence.lows) and (len(word) == 1 or (word[:1].isupper() and len(word) <= 4))


def _appositive(sentence: Sentence, comma: int) -> bool:
    """', a Central Command spokesperson' belongs to the name before the comma."""
    after = sentence.lows[comma + 1 : comma + 9]
    if not after or after[0] not in ("a", "an", "the", "head", "chief", "spokesman", "spokeswoman", "director"):
        return False
    authority = lists()[AttributionWord.AUTHORITY]
    until = after[: next((k for k, w in enumerate(after) if w in (",", ".", ";")), len(after))]
    return any(w in authority for w in until) and not any(w in ("was", "were", "is", "killed", "said") for w in until)


def closes_apposition(sentence: Sentence, comma: int) -> bool:
    """The comma before the verb closes an apposition: 'Karen Roxberry, a spokesperson, said'."""
    classes = sentence.classes
    k = comma - 1
    while k >= 0 and classes[k] not in (COMMA, STOP):
        k -= 1
    return (
        k > 0 and classes[k] == COMMA and comma - k > 1 and sentence.lows[k + 1] not in ("in", "on", "at", "but", "and")
    )


def subject_start(sentence: Sentence, j: int, params: Params) -> int | None:
    """Where the subject that ends before token j starts; None where it cannot be told."""
    lows, classes = sentence.lows, sentence.classes
    commas = 1 if j > 0 and classes[j - 1] == COMMA else 0
    k = j - 1 - commas
    while k >= 0 and j - k <= params.longest:
        if classes[k] == COMMA:
            if not commas:
                break
            commas = 0
        elif _ends_subject(sentence, k, j):
            break
        k -= 1
    if k >= 0 and j - k > params.longest:
        return None
    a = k + 1
    while a < j and (classes[a] in (WordClass.COORDINATOR, V) or lows[a] in ("meanwhile", "however", "as")):
        a += 1
    # 'At 17:30 the service counted': the time stands before the subject without a comma.
    if a < j and classes[a] == P:
        a = next((i + 1 for i in range(a, j) if ":" in lows[i] or lows[i] in time_words()), a)
    return a


def _ends_subject(sentence: Sentence, k: int, j: int) -> bool:
    """The token belongs to no subject that ends before token j: a full stop, a verb, a new clause."""
    low = sentence.lows[k]
    if low == ".":
        return not _abbreviation(sentence, k)
    return (sentence.classes[k] in BREAKS and low not in ("(", ")")) or _new_clause(sentence, k, j)


def _new_clause(sentence: Sentence, k: int, j: int) -> bool:
    """'… and the ministry said': the conjunction opens a clause, it does not join two sources."""
    joins = sentence.classes[k] == WordClass.COORDINATOR
    return joins and k + 3 < j and sentence.lows[k + 1] not in lists()[AttributionWord.AUTHORITY]


def may_be_source(sentence: Sentence, a: int, b: int) -> bool:
    """The tokens name someone who can be quoted: an authority or a name, no event and no pronoun."""
    lows = sentence.lows
    words = [w.removesuffix("'s").removesuffix("’s") for w in lows[a:b]]
    known = lists()
    if (
        not words
        or sentence.classes[a] in (P, A, FIGURE)
        or words[0] == "of"
        or sentence.classes[b - 1] in LOOSE
        or words[0] in known[AttributionWord.GROUP_PRONOUN]
    ):
        return False
    authority = any(w in known[AttributionWord.AUTHORITY] for w in words)
    capitals = [i for i in range(a, b) if sentence.tokens[i].text[:1].isupper() and sentence.classes[i] == OTHER]
    # A capital at the start of the sentence says nothing by itself.
    name = any(i > 0 for i in capitals) or (len(capitals) == b - a <= 3)
    if any(w in known[AttributionWord.NO_SOURCE] for w in words) and not authority:
        return False
    return authority or name


def is_name(sentence: Sentence, a: int, b: int) -> bool:
    """A person's name and no more: one to three capitalised words, not at the very start alone."""
    words = sentence.tokens[a:b]
    return 1 <= len(words) <= 3 and all(t.text[:1].isupper() and t.text.isalpha() for t in words)
