"""Sources by their verb: 'X said', 'said X', 'according to X', 'with X claiming'."""

import sys
from dataclasses import dataclass, replace

from transforms.claims.grammar import COMMA, FIGURE, OTHER, STOP, Sentence, WordClass
from transforms.claims.lexicon import WordSet
from transforms.claims.particles import (
    ACCOMPANYING,
    ADDITIVE,
    ADVERSATIVE,
    AGENT,
    COMPLEMENT,
    INFINITIVE,
    RELATIVE_THING,
    ROLE,
    Ending,
    endings,
    word_at,
)
from transforms.claims.source_phrases import (
    A,
    D,
    P,
    Params,
    V,
    closes_apposition,
    head_end,
    is_mark,
    may_be_source,
    phrase_end,
    subject_start,
)
from transforms.claims.source_words import AttributionWord, lists, speaking, time_words

BOTH, LEFT, RIGHT = "both", "left", "right"
REACH_OF_THAT = 7
BE = WordSet(lambda: lists()[AttributionWord.BE])
JOINTS = ADDITIVE | ADVERSATIVE
LEADS = ACCOMPANYING | ROLE | frozenset(",")
PARTICIPLE_LEADS = AGENT | ADDITIVE


@dataclass(frozen=True, slots=True)
class Source:
    """`start`, `end`: code points of the source in the sentence, `cue` the words that attribute, from `cue_start`.

    `pronoun`: the source is 'he' or 'she' and is to be sought before the sentence; `side`: where the content stands,
    between the code points `low` and `high`.
    """

    start: int
    end: int
    text: str
    cue: str
    cue_start: int
    side: str
    pronoun: bool = False
    low: int = 0
    high: int = sys.maxsize


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
    return [_bounded(sentence, cue, span(sentence, i, end, (cue, i), side))]


def _bounded(sentence: Sentence, cue: int, source: Source) -> Source:
    """What stands in brackets is said of nothing outside."""
    lows, tokens = sentence.lows, sentence.tokens
    opens = next((k for k in range(cue - 1, -1, -1) if lows[k] in "()"), None)
    closes = next((k for k in range(cue, len(lows)) if lows[k] in "()"), None)
    low = tokens[opens].start if opens is not None and lows[opens] == "(" else 0
    high = tokens[closes].start if closes is not None and lows[closes] == ")" else sys.maxsize
    return replace(source, low=low, high=high)


def said(sentence: Sentence, v: int, end: int, before: list[Source], params: Params) -> list[Source]:
    """Sources of a verb of saying at tokens v to end: 'X said', 'said X', 'said by X'."""
    lows, classes = sentence.lows, sentence.classes
    if word_at(lows, end) in AGENT:
        return right_of(sentence, v, end + 1, LEFT, params)
    j = verb_start(sentence, v)
    if j > 0 and (lows[j - 1] in BE or lows[j - 1] in INFINITIVE or _is_object(sentence, j)):
        return []
    if j > 0 and lows[j - 1] in JOINTS and (spoken := _same_subject(sentence, j, (v, end), before, params)):
        return spoken
    if j == 0 or is_mark(sentence, j - 1) or (classes[j - 1] == COMMA and not closes_apposition(sentence, j - 1)):
        inverted = j > 0 and end < len(lows)
        return right_of(sentence, v, end, LEFT, params) if inverted and _names(sentence, end) else []
    return subject(sentence, j, (v, end), None, params)


def _is_object(sentence: Sentence, j: int) -> bool:
    """'denied reports that', 'confirmed estimates of': behind another verb of saying it is a noun."""
    verb = sentence.lows[j - 1]
    said = verb in lists()[AttributionWord.SAYING] and verb.endswith(endings(Ending.PARTICIPLE))
    return said and j > 1 and sentence.classes[j - 2] not in (D, P, COMMA, STOP)


def saying(sentence: Sentence, v: int, end: int, before: list[Source], params: Params) -> list[Source]:
    """'… , claiming that', 'with officials claiming', 'by saying': the subject stands before, or has spoken before."""
    lows, classes = sentence.lows, sentence.classes
    j = verb_start(sentence, v)
    if j > 0 and lows[j - 1] in BE:
        while j > 0 and classes[j - 1] in (A, V):
            j -= 1
        return subject(sentence, j, (v, end), RIGHT, params)
    led = next((k for k in range(j - 1, max(j - params.longest, -1), -1) if lows[k] in LEADS), None)
    if led is not None and led < j - 1 and lows[led] in ACCOMPANYING and may_be_source(sentence, led + 1, j):
        return [span(sentence, led + 1, j, (v, end), RIGHT)]
    if j == 0 or not (classes[j - 1] == COMMA or lows[j - 1] in PARTICIPLE_LEADS):
        return []
    return _same_subject(sentence, j, (v, end), before, params)


def _names(sentence: Sentence, i: int) -> bool:
    """A source may start there behind its verb: 'said Ann Lee', not 'announced plans', not 'posted her picture'."""
    word, low = sentence.tokens[i].text, sentence.lows[i]
    following = sentence.lows[i + 1 : i + 3]
    known, opens = lists()[AttributionWord.AUTHORITY], lists()[AttributionWord.OPENS_NAME]
    return word[:1].isupper() or low in known or low in opens or not known.isdisjoint(following)


def _same_subject(
    sentence: Sentence, j: int, cue: tuple[int, int], before: list[Source], params: Params
) -> list[Source]:
    """Who spoke before in the sentence, or who opens it: '… was blunt, claiming', 'X keeps it secret but says'."""
    spoken = [s for s in before if s.end <= sentence.tokens[cue[0]].start]
    if not spoken:
        joined = sentence.lows[j - 1] in JOINTS
        return [replace(s, side=BOTH) if joined else s for s in _opening(sentence, j, cue, params)]
    start, stop = spoken[-1].start, spoken[-1].end
    a = next(i for i, t in enumerate(sentence.tokens) if t.start == start)
    b = next((i for i, t in enumerate(sentence.tokens) if t.start >= stop), len(sentence.lows))
    return [span(sentence, a, b, cue, RIGHT, pronoun=spoken[-1].pronoun)]


def _opening(sentence: Sentence, j: int, cue: tuple[int, int], params: Params) -> list[Source]:
    """The name or authority that opens the sentence, where its verb is none of saying."""
    lows, classes = sentence.lows, sentence.classes
    a = 0
    if lows[0] in lists()[AttributionWord.PRONOUN]:
        return [span(sentence, 0, 1, cue, RIGHT, pronoun=True)]
    b = a
    while b < j and (sentence.tokens[b].text[:1].isupper() or lows[b] in lists()[AttributionWord.AUTHORITY]):
        b += 1
    if b > a and classes[b] not in (COMMA, FIGURE) and may_be_source(sentence, a, b):
        return [span(sentence, a, b, cue, RIGHT)]
    # 'The day before, in Lviv, the mayor was blunt, claiming': the subject of the last finite verb.
    verb = next((k for k in range(j - 1, 0, -1) if classes[k] == A and classes[k - 1] != A), None)
    return [] if verb is None else subject(sentence, verb, cue, RIGHT, params)


def verb_start(sentence: Sentence, v: int) -> int:
    """Where the verb that ends at token v starts, with its auxiliaries and adverbs: 'has since said'."""
    j = v
    lows = sentence.lows
    while (
        j > 0
        and (sentence.classes[j - 1] in (A, V) or lows[j - 1] in time_words() or _adverb(lows[j - 1]))
        and lows[j - 1] not in BE
    ):
        j -= 1
    return j


def _adverb(low: str) -> bool:
    """'has since said', 'repeatedly said'; 'the assembly said' has none."""
    other = low in speaking() or low in lists()[AttributionWord.MEDIA]
    return low in lists()[AttributionWord.SAYING_ADVERB] or (low.endswith(endings(Ending.ADVERB)) and not other)


def subject(sentence: Sentence, j: int, cue: tuple[int, int], side: str | None, params: Params) -> list[Source]:
    """The subject that ends before token j, where it may be a source; without `side` the content's place tells it."""
    a = subject_start(sentence, j, params)
    b = j
    if j > 0 and sentence.classes[j - 1] == COMMA:
        head = head_end(sentence, j - 1)
        related = head is not None and sentence.classes[head + 1] in (WordClass.RELATIVE, WordClass.SUBORDINATOR, P)
        b = head if related and head is not None else j - 1
    while a is not None and b > a and sentence.classes[b - 1] == P:
        b -= 1
    if a is None or a >= b or sentence.lows[b - 1].endswith(endings(Ending.POSSESSIVE)):
        return []
    side = side or _side(sentence, a, j, cue[1])
    if sentence.classes[a] == WordClass.RELATIVE or sentence.lows[a] in RELATIVE_THING:
        return _related(sentence, a, cue, params)
    if b - a == 1 and sentence.lows[a] in lists()[AttributionWord.PRONOUN]:
        return [span(sentence, a, b, cue, side, pronoun=True)]
    return [span(sentence, a, b, cue, side)] if may_be_source(sentence, a, b) else []


def _related(sentence: Sentence, i: int, cue: tuple[int, int], params: Params) -> list[Source]:
    """'Ann Lee, who said': the name before the comma."""
    if i < 2 or sentence.classes[i - 1] != COMMA:
        return []
    a = subject_start(sentence, i, params)
    found = a is not None and a < i - 1 and may_be_source(sentence, a, i - 1)
    return [span(sentence, a, i - 1, cue, RIGHT)] if found and a is not None else []


def _side(sentence: Sentence, a: int, j: int, end: int) -> str:
    """Where the content of 'X said' stands: behind it at the start of a sentence, before it at the end."""
    lows, classes = sentence.lows, sentence.classes
    rest = len(lows) - end
    if (a == 0 and rest > 1) or (a > 0 and lows[a - 1] in COMPLEMENT):
        return RIGHT
    first = next((k for k in range(j - 1, -1, -1) if classes[k] == COMMA or is_mark(sentence, k)), None)
    if first is None or _clause_follows(sentence, end):
        return RIGHT
    # '…, as police report ten dead'.
    if lows[first + 1] in lists()[AttributionWord.ASIDE] and rest > 1 and classes[end] in (OTHER, FIGURE):
        return RIGHT
    if rest > 3 and classes[end] == COMMA:
        return BOTH
    if rest <= 3 or classes[end] in (P, STOP, WordClass.SUBORDINATOR) or (lows[end] in time_words() and rest <= 5):
        return LEFT
    return BOTH


def _clause_follows(sentence: Sentence, end: int) -> bool:
    """'said that', 'said on Friday that', 'told reporters in Kyiv that'."""
    for k in range(end, min(end + REACH_OF_THAT, len(sentence.lows))):
        if sentence.lows[k] in COMPLEMENT:
            return True
        if sentence.classes[k] in (COMMA, STOP, FIGURE, A, WordClass.SUBORDINATOR):
            return False
    return False
