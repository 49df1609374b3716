"""Sources by their verb: 'X said', 'said X', 'according to X', 'with X claiming'."""

from dataclasses import dataclass

from transforms.claims.grammar import COMMA, FIGURE, OTHER, STOP, Sentence, WordClass
from transforms.claims.source_phrases import (
    A,
    AttributionWord,
    P,
    Params,
    V,
    closes_apposition,
    head_end,
    is_mark,
    lists,
    may_be_source,
    phrase_end,
    subject_start,
    time_words,
)

BOTH, LEFT, RIGHT = "both", "left", "right"
BE = frozenset({"is", "was", "were", "are", "be", "been", "being"})


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


def span(sentence: Sentence, a: int, b: int, cue: tuple[int, int], side: str, *, pronoun: bool = False) -> Source:
    """The source that covers tokens a to b; `cue`: the tokens of the words that attribute."""
    start, end = sentence.tokens[a].start, sentence.tokens[b - 1].end
    cue_start, cue_end = sentence.tokens[cue[0]].start, sentence.tokens[cue[1] - 1].end
    return Source(start, end, sentence.text[start:end], sentence.text[cue_start:cue_end], cue_start, side, pronoun)


def right_of(sentence: Sentence, cue: int, i: int, side: str, params: Params, *, named: bool = False) -> list[Source]:
    """The noun phrase behind 'according to' or 'said'."""
    end = phrase_end(sentence, i, params)
    if end == i + 1 and sentence.lows[i] in lists()[AttributionWord.PRONOUN]:
        return [span(sentence, i, end, (cue, i), side, pronoun=True)]
    if end == i or not may_be_source(sentence, i, end, named=named):
        return []
    return [span(sentence, i, end, (cue, i), side)]


def said(sentence: Sentence, v: int, end: int, params: Params) -> list[Source]:
    """Sources of a verb of saying at tokens v to end: 'X said', 'said X', 'said by X'."""
    lows, classes = sentence.lows, sentence.classes
    if end < len(lows) and lows[end] == "by":
        return right_of(sentence, v, end + 1, LEFT, params)
    j = verb_start(sentence, v)
    if j > 0 and lows[j - 1] in BE:
        return []
    if j == 0 or is_mark(sentence, j - 1) or (classes[j - 1] == COMMA and not closes_apposition(sentence, j - 1)):
        inverted = j > 0 and end < len(lows)
        return right_of(sentence, v, end, LEFT, params) if inverted else []
    return subject(sentence, j, (v, end), _side(sentence, j, end), params)


def saying(sentence: Sentence, v: int, end: int, before: list[Source], params: Params) -> list[Source]:
    """'… , claiming that', 'with officials claiming', 'by saying': the subject stands before, or has spoken before."""
    lows, classes = sentence.lows, sentence.classes
    j = verb_start(sentence, v)
    if j > 0 and lows[j - 1] in BE:
        while j > 0 and classes[j - 1] in (A, V):
            j -= 1
        return subject(sentence, j, (v, end), RIGHT, params)
    led = next((k for k in range(j - 1, max(j - params.longest, -1), -1) if lows[k] in ("with", "as", ",")), None)
    if led is not None and led < j - 1 and lows[led] == "with" and may_be_source(sentence, led + 1, j):
        return [span(sentence, led + 1, j, (v, end), RIGHT)]
    if j == 0 or not (classes[j - 1] == COMMA or lows[j - 1] in ("by", "and")):
        return []
    spoken = [s for s in before if s.end <= sentence.tokens[v].start]
    if spoken:
        start, stop = spoken[-1].start, spoken[-1].end
        a = next(i for i, t in enumerate(sentence.tokens) if t.start == start)
        b = next((i for i, t in enumerate(sentence.tokens) if t.start >= stop), len(lows))
        return [span(sentence, a, b, (v, end), RIGHT, pronoun=spoken[-1].pronoun)]
    return _opening(sentence, j, (v, end))


def _opening(sentence: Sentence, j: int, cue: tuple[int, int]) -> list[Source]:
    """The name or authority that opens the sentence, where its verb is none of saying."""
    lows, classes = sentence.lows, sentence.classes
    a = 0
    if lows[0] in lists()[AttributionWord.PRONOUN]:
        return [span(sentence, 0, 1, cue, RIGHT, pronoun=True)]
    b = a
    while b < j and (sentence.tokens[b].text[:1].isupper() or lows[b] in lists()[AttributionWord.AUTHORITY]):
        b += 1
    if b == a or classes[b] in (COMMA, FIGURE) or not may_be_source(sentence, a, b):
        return []
    return [span(sentence, a, b, cue, RIGHT)]


def verb_start(sentence: Sentence, v: int) -> int:
    """Where the verb that ends at token v starts, with its auxiliaries and adverbs: 'has since said'."""
    j = v
    lows = sentence.lows
    while (
        j > 0
        and (sentence.classes[j - 1] in (A, V) or lows[j - 1] in time_words() or lows[j - 1] in ("since", "first"))
        and lows[j - 1] not in BE
    ):
        j -= 1
    return j


def subject(sentence: Sentence, j: int, cue: tuple[int, int], side: str, params: Params) -> list[Source]:
    """The subject that ends before token j, where it may be a source."""
    a = subject_start(sentence, j, params)
    b = j
    if j > 0 and sentence.classes[j - 1] == COMMA:
        head = head_end(sentence, j - 1)
        related = head is not None and sentence.classes[head + 1] in (WordClass.RELATIVE, WordClass.SUBORDINATOR)
        b = head if related and head is not None else j - 1
    while a is not None and b > a and sentence.classes[b - 1] == P:
        b -= 1
    if a is None or a >= b:
        return []
    if b - a == 1 and sentence.lows[a] in lists()[AttributionWord.PRONOUN]:
        return [span(sentence, a, b, cue, side, pronoun=True)]
    return [span(sentence, a, b, cue, side)] if may_be_source(sentence, a, b) else []


def _side(sentence: Sentence, j: int, end: int) -> str:
    """Where the content of 'X said' stands: behind it at the start of a sentence, before it at the end."""
    lows, classes = sentence.lows, sentence.classes
    rest = len(lows) - end
    first = next((k for k in range(j - 1, -1, -1) if classes[k] == COMMA or is_mark(sentence, k)), None)
    if first is None or (end < len(lows) and lows[end] == "that"):
        return RIGHT
    # '…, as police report ten dead'.
    if lows[first + 1] in ("as", "while") and rest > 1 and classes[end] in (OTHER, FIGURE):
        return RIGHT
    if rest > 3 and classes[end] == COMMA:
        return BOTH
    if rest <= 3 or classes[end] in (P, STOP) or (lows[end] in time_words() and rest <= 5):
        return LEFT
    return BOTH
