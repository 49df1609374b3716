"""Who says it: the source as written, and the words that name it.

Source, cue and content as in PolNeAR (Newell, Margolin, Ruths 2018). Each sentence is read for itself; only a pronoun
and an open quotation look back, and never is a source inherited otherwise.
"""

from dataclasses import dataclass
from functools import cache

from transforms.claims.accounts import own_deed
from transforms.claims.grammar import COMMA, FIGURE, OTHER, STOP, Sentence
from transforms.claims.lexicon import words_by_key
from transforms.claims.source_phrases import (
    A,
    AttributionWord,
    D,
    P,
    Params,
    V,
    closes_apposition,
    is_name,
    lists,
    may_be_source,
    phrase_end,
    subject_start,
    time_words,
)
from transforms.claims.tokens import Phrases


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


DEFAULTS = Params()
BOTH, LEFT, RIGHT = "both", "left", "right"
QUOTES = frozenset('"“”')
BE = frozenset({"is", "was", "were", "are", "be", "been", "being"})


@cache
def _phrases(kind: AttributionWord) -> Phrases:
    return Phrases(dict.fromkeys(words_by_key("attribution", AttributionWord, unique=False)[kind], ""))


@cache
def _starts() -> frozenset[str]:
    kinds = (AttributionWord.ACCORDING, AttributionWord.SAYING, AttributionWord.GIVING, AttributionWord.TALLY)
    return frozenset[str]().union(*(_phrases(kind).starts for kind in kinds))


def find_sources(sentence: Sentence, *, headline: bool = False, params: Params = DEFAULTS) -> list[Source]:
    """Every source that the sentence names, left to right."""
    out: list[Source] = []
    lows = sentence.lows
    i = 0
    while i < len(lows):
        step = 1
        if lows[i] not in _starts():
            i += 1
            continue
        if lows[i] in lists()[AttributionWord.TALLY] and (owner := _tally(sentence, i, params)):
            out.extend(owner)
        elif found := _phrases(AttributionWord.ACCORDING).at(lows, i):
            if lows[i : i + found[0]] != ["according"]:
                out.extend(_right_of(sentence, i, i + found[0], BOTH, params))
                step = found[0]
        elif own_deed(lows, i):
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


def _span(sentence: Sentence, a: int, b: int, cue: tuple[int, int], side: str, *, pronoun: bool = False) -> Source:
    start, end = sentence.tokens[a].start, sentence.tokens[b - 1].end
    cue_start, cue_end = sentence.tokens[cue[0]].start, sentence.tokens[cue[1] - 1].end
    return Source(start, end, sentence.text[start:end], sentence.text[cue_start:cue_end], cue_start, side, pronoun)


def _right_of(sentence: Sentence, cue: int, i: int, side: str, params: Params) -> list[Source]:
    """The noun phrase behind 'according to' or 'said'."""
    end = phrase_end(sentence, i, params)
    if end == i or not may_be_source(sentence, i, end):
        return []
    return [_span(sentence, i, end, (cue, i), side)]


def _said(sentence: Sentence, v: int, end: int, params: Params) -> list[Source]:
    lows, classes = sentence.lows, sentence.classes
    if end < len(lows) and lows[end] == "by":
        return _right_of(sentence, v, end + 1, LEFT, params)
    j = _verb_start(sentence, v)
    if j > 0 and lows[j - 1] in BE:
        return []
    if j == 0 or lows[j - 1] in QUOTES or (classes[j - 1] == COMMA and not closes_apposition(sentence, j - 1)):
        inverted = j > 0 and end < len(lows)
        return _right_of(sentence, v, end, LEFT, params) if inverted else []
    return _subject(sentence, j, (v, end), _side(sentence, j, end), params)


def _verb_start(sentence: Sentence, v: int) -> int:
    j = v
    lows = sentence.lows
    while j > 0 and (sentence.classes[j - 1] in (A, V) or lows[j - 1] in time_words()) and lows[j - 1] not in BE:
        j -= 1
    return j


def _subject(sentence: Sentence, j: int, cue: tuple[int, int], side: str, params: Params) -> list[Source]:
    """The subject that ends before token j, where it may be a source."""
    a = subject_start(sentence, j, params)
    b = j - 1 if j > 0 and sentence.classes[j - 1] == COMMA else j
    while a is not None and b > a and sentence.classes[b - 1] == P:
        b -= 1
    if a is None or a >= b:
        return []
    if b - a == 1 and sentence.lows[a] in lists()[AttributionWord.PRONOUN]:
        return [_span(sentence, a, b, cue, side, pronoun=True)]
    return [_span(sentence, a, b, cue, side)] if may_be_source(sentence, a, b) else []


def _side(sentence: Sentence, j: int, end: int) -> str:
    """Where the content of 'X said' stands: behind it at the start of a sentence, before it at the end."""
    lows, classes = sentence.lows, sentence.classes
    rest = len(lows) - end
    first = next((k for k in range(j - 1, -1, -1) if classes[k] == COMMA or lows[k] in QUOTES), None)
    if first is None or (end < len(lows) and lows[end] == "that"):
        return RIGHT
    if rest > 3 and classes[end] == COMMA:
        return BOTH
    if rest <= 3 or classes[end] in (P, STOP) or (lows[end] in time_words() and rest <= 5):
        return LEFT
    return BOTH


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
    known = any(w in lists()[AttributionWord.AUTHORITY] for w in words)
    return known or acronym or is_name(sentence, span[0], span[-1] + 1)


def _tally(sentence: Sentence, i: int, params: Params) -> list[Source]:
    """'the ministry's latest count is': the possessor is the source."""
    for k in range(i - 1, max(i - 4, -1), -1):
        if sentence.lows[k].endswith(("'s", "’s", "s'", "s’")):
            a = subject_start(sentence, k + 1, params)
            if a is None or not may_be_source(sentence, a, k + 1):
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
            if words and any(w in lists()[AttributionWord.AUTHORITY] for w in words):
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
