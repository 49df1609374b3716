"""Who says it: the source as written, and the words that name it.

Source, cue and content as in PolNeAR (Newell, Margolin, Ruths 2018). Each sentence is read for itself; only a pronoun
and an open quotation look back, and never is a source inherited otherwise.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from transforms.claims.accounts import AttackWord, attack_words
from transforms.claims.distractors import months
from transforms.claims.grammar import COMMA, FIGURE, OTHER, STOP, Sentence, WordClass
from transforms.claims.lexicon import words_by_key
from transforms.claims.tokens import Phrases


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


@dataclass(frozen=True, slots=True)
class Source:
    """`start`, `end`: code points of the source in the sentence, `cue` the words that attribute, from `cue_start`.

    `pronoun`: the source is 'he' or 'she' and is to be sought before the sentence; `side`: where the content stands.
    """

    start: int
    end: int
    text: str
    cue: str
    cue_start: int
    side: str
    pronoun: bool = False


BOTH, LEFT, RIGHT = "both", "left", "right"
QUOTES = frozenset('"“”')
A, V, D, P = WordClass.AUX, WordClass.ADVERB, WordClass.DETERMINER, WordClass.PREPOSITION
LOOSE = (P, D, WordClass.COORDINATOR)
BREAKS = (STOP, WordClass.SUBORDINATOR, WordClass.RELATIVE, WordClass.SAYING, A, FIGURE)
BE = frozenset({"is", "was", "were", "are", "be", "been", "being"})


@cache
def _lists() -> dict[str, frozenset[str]]:
    found = words_by_key("attribution", AttributionWord, unique=False)
    return {k: frozenset(v) for k, v in found.items()}


@cache
def _phrases(kind: AttributionWord) -> Phrases:
    return Phrases(dict.fromkeys(words_by_key("attribution", AttributionWord, unique=False)[kind], ""))


@cache
def _time_words() -> frozenset[str]:
    days = words_by_key("calendar", ("months", "weekdays"))["weekdays"]
    return frozenset(days) | months() | {"today", "yesterday", "tonight", "earlier", "later", "late", "early"}


@cache
def _starts() -> frozenset[str]:
    kinds = (AttributionWord.ACCORDING, AttributionWord.SAYING, AttributionWord.GIVING, AttributionWord.TALLY)
    return frozenset[str]().union(*(_phrases(kind).starts for kind in kinds))


def find_sources(sentence: Sentence, *, headline: bool = False, params: Params = Params()) -> list[Source]:
    """Every source that the sentence names, left to right."""
    out: list[Source] = []
    lows = sentence.lows
    i = 0
    while i < len(lows):
        step = 1
        if lows[i] not in _starts():
            i += 1
            continue
        if lows[i] in _lists()[AttributionWord.TALLY] and (owner := _tally(sentence, i, params)):
            out.extend(owner)
        elif found := _phrases(AttributionWord.ACCORDING).at(lows, i):
            if lows[i : i + found[0]] != ["according"]:
                out.extend(_right_of(sentence, i, i + found[0], BOTH, params))
                step = found[0]
        elif _own_deed(lows, i):
            pass
        elif found := _phrases(AttributionWord.SAYING).at(lows, i):
            out.extend(_said(sentence, i, i + found[0], params))
            step = found[0]
        elif found := _phrases(AttributionWord.GIVING).at(lows, i):
            out.extend(_gives(sentence, i, i + found[0], params))
            step = found[0]
        i += step
    if headline and not out:
        out.extend(_tail(sentence, params))
    return sorted(set(out), key=lambda s: (s.start, s.cue_start))


def _own_deed(lows: list[str], i: int) -> bool:
    """'denies involvement', 'claimed responsibility': said of the speaker alone, of no figure in the sentence."""
    return any(attack_words(kind).at(lows, i) for kind in (AttackWord.DENIED, AttackWord.CLAIMED))


def _span(sentence: Sentence, a: int, b: int, cue: tuple[int, int], side: str, *, pronoun: bool = False) -> Source:
    start, end = sentence.tokens[a].start, sentence.tokens[b - 1].end
    cue_start, cue_end = sentence.tokens[cue[0]].start, sentence.tokens[cue[1] - 1].end
    return Source(start, end, sentence.text[start:end], sentence.text[cue_start:cue_end], cue_start, side, pronoun)


def _right_of(sentence: Sentence, cue: int, i: int, side: str, params: Params) -> list[Source]:
    """The noun phrase behind 'according to' or 'said'."""
    end = _phrase_end(sentence, i, params)
    if end == i or not _may_be_source(sentence, i, end):
        return []
    return [_span(sentence, i, end, (cue, i), side)]


def _phrase_end(sentence: Sentence, i: int, params: Params) -> int:
    lows, classes = sentence.lows, sentence.classes
    j = i
    while j < len(lows) and j - i < params.longest:
        if classes[j] in (WordClass.SUBORDINATOR, WordClass.SAYING, A, FIGURE, WordClass.RELATIVE) or (
            classes[j] == STOP and lows[j] not in ("(", ")")
        ):
            break
        if lows[j] in ("(", ")") and lows[j] == ")" and "(" not in lows[i:j]:
            break
        if lows[j] in _time_words() or (lows[j] == "on" and j + 1 < len(lows) and lows[j + 1] in _time_words()):
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
    authority = _lists()[AttributionWord.AUTHORITY]
    until = after[: next((k for k, w in enumerate(after) if w in (",", ".", ";")), len(after))]
    return any(w in authority for w in until) and not any(w in ("was", "were", "is", "killed", "said") for w in until)


def _said(sentence: Sentence, v: int, end: int, params: Params) -> list[Source]:
    lows, classes = sentence.lows, sentence.classes
    if end < len(lows) and lows[end] == "by":
        return _right_of(sentence, v, end + 1, LEFT, params)
    j = _verb_start(sentence, v)
    if j > 0 and lows[j - 1] in BE:
        return []
    if j == 0 or lows[j - 1] in QUOTES or (classes[j - 1] == COMMA and not _left_appositive(sentence, j - 1)):
        inverted = j > 0 and end < len(lows)
        return _right_of(sentence, v, end, LEFT, params) if inverted else []
    return _subject(sentence, j, (v, end), _side(sentence, j, end), params)


def _verb_start(sentence: Sentence, v: int) -> int:
    j = v
    lows = sentence.lows
    while j > 0 and (sentence.classes[j - 1] in (A, V) or lows[j - 1] in _time_words()) and lows[j - 1] not in BE:
        j -= 1
    return j


def _subject(sentence: Sentence, j: int, cue: tuple[int, int], side: str, params: Params) -> list[Source]:
    """The subject that ends before token j, where it may be a source."""
    a = _subject_start(sentence, j, params)
    b = j - 1 if j > 0 and sentence.classes[j - 1] == COMMA else j
    while a is not None and b > a and sentence.classes[b - 1] == P:
        b -= 1
    if a is None or a >= b:
        return []
    if b - a == 1 and sentence.lows[a] in _lists()[AttributionWord.PRONOUN]:
        return [_span(sentence, a, b, cue, side, pronoun=True)]
    return [_span(sentence, a, b, cue, side)] if _may_be_source(sentence, a, b) else []


def _side(sentence: Sentence, j: int, end: int) -> str:
    """Where the content of 'X said' stands: behind it at the start of a sentence, before it at the end."""
    lows, classes = sentence.lows, sentence.classes
    rest = len(lows) - end
    first = next((k for k in range(j - 1, -1, -1) if classes[k] == COMMA or lows[k] in QUOTES), None)
    if first is None or (end < len(lows) and lows[end] == "that"):
        return RIGHT
    if rest > 3 and classes[end] == COMMA:
        return BOTH
    if rest <= 3 or classes[end] in (P, STOP) or (lows[end] in _time_words() and rest <= 5):
        return LEFT
    return BOTH


def _left_appositive(sentence: Sentence, comma: int) -> bool:
    """The comma before the verb closes an apposition: 'Karen Roxberry, a spokesperson, said'."""
    classes = sentence.classes
    k = comma - 1
    while k >= 0 and classes[k] not in (COMMA, STOP):
        k -= 1
    return (
        k > 0 and classes[k] == COMMA and comma - k > 1 and sentence.lows[k + 1] not in ("in", "on", "at", "but", "and")
    )


def _subject_start(sentence: Sentence, j: int, params: Params) -> int | None:
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
        a = next((i + 1 for i in range(a, j) if ":" in lows[i] or lows[i] in _time_words()), a)
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
    return joins and k + 3 < j and sentence.lows[k + 1] not in _lists()[AttributionWord.AUTHORITY]


def _may_be_source(sentence: Sentence, a: int, b: int) -> bool:
    lows = sentence.lows
    words = [w.removesuffix("'s").removesuffix("’s") for w in lows[a:b]]
    lists = _lists()
    if (
        not words
        or sentence.classes[a] in (P, A, FIGURE)
        or words[0] == "of"
        or sentence.classes[b - 1] in LOOSE
        or words[0] in lists[AttributionWord.GROUP_PRONOUN]
    ):
        return False
    authority = any(w in lists[AttributionWord.AUTHORITY] for w in words)
    capitals = [i for i in range(a, b) if sentence.tokens[i].text[:1].isupper() and sentence.classes[i] == OTHER]
    # A capital at the start of the sentence says nothing by itself.
    name = any(i > 0 for i in capitals) or (len(capitals) == b - a <= 3)
    if any(w in lists[AttributionWord.NO_SOURCE] for w in words) and not authority:
        return False
    return authority or name


def _gives(sentence: Sentence, v: int, end: int, params: Params) -> list[Source]:
    """'The ministry had nine dead': an authority and a verb of counting with a figure."""
    figure = next(
        (i for i in range(end, min(end + params.gives_within, len(sentence.lows))) if sentence.classes[i] == FIGURE),
        None,
    )
    if figure is None:
        return []
    # A form of 'have' gives a figure only as its object: 'has captured three' does not.
    if sentence.classes[v] == A and any(sentence.classes[i] not in (D, V) for i in range(end, figure)):
        return []
    j = v
    while j > 0 and (sentence.classes[j - 1] in (V, A) or sentence.lows[j - 1] in ("at", "first")):
        j -= 1
    return [
        source
        for source in _subject(sentence, j, (v, end), RIGHT, params)
        if source.pronoun or _speaks(sentence, source)
    ]


def _speaks(sentence: Sentence, source: Source) -> bool:
    span = [i for i, t in enumerate(sentence.tokens) if source.start <= t.start < source.end]
    words = [sentence.lows[i].removesuffix("'s").removesuffix("’s") for i in span]
    acronym = any(t.text.isupper() and len(t.text) > 1 for i, t in enumerate(sentence.tokens) if i in span)
    known = any(w in _lists()[AttributionWord.AUTHORITY] for w in words)
    return known or acronym or _is_name(sentence, span[0], span[-1] + 1)


def _is_name(sentence: Sentence, a: int, b: int) -> bool:
    """A person's name and no more: one to three capitalised words, not at the very start alone."""
    words = sentence.tokens[a:b]
    return 1 <= len(words) <= 3 and all(t.text[:1].isupper() and t.text.isalpha() for t in words)


def _tally(sentence: Sentence, i: int, params: Params) -> list[Source]:
    """'the ministry's latest count is': the possessor is the source."""
    for k in range(i - 1, max(i - 4, -1), -1):
        if sentence.lows[k].endswith(("'s", "’s", "s'", "s’")):
            a = _subject_start(sentence, k + 1, params)
            if a is None or not _may_be_source(sentence, a, k + 1):
                return []
            source = _span(sentence, a, k + 1, (i, i + 1), RIGHT)
            return [Source(source.start, source.end - 2, source.text[:-2], source.cue, source.cue_start, RIGHT)]
        if sentence.classes[k] not in (OTHER, V, D):
            break
    return []


def _tail(sentence: Sentence, params: Params) -> list[Source]:
    """A headline's tail: '… - police', '…: officials'."""
    for i in range(len(sentence.lows) - 1, max(len(sentence.lows) - params.tail - 2, 0), -1):
        if sentence.lows[i] in ("-", "–", "—", ":"):
            words = sentence.lows[i + 1 :]
            if words and any(w in _lists()[AttributionWord.AUTHORITY] for w in words):
                return [_span(sentence, i + 1, len(sentence.lows), (i, i + 1), BOTH)]
            return []
    return []


def source_for(sources: list[Source], at: int) -> Source | None:
    """The source of what stands at code point `at`: the nearest one whose content may stand there."""
    best: tuple[int, Source] | None = None
    for source in sources:
        if source.start <= at < source.end:
            continue
        before = source.cue_start < at
        if (before and source.side == LEFT) or (not before and source.side == RIGHT):
            continue
        distance = at - source.end if before else source.start - at
        if best is None or distance < best[0]:
            best = (distance, source)
    return None if best is None else best[1]
