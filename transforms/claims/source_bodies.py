"""Sources without a verb of saying: a body that gives a figure, a document that shows it, a headline's tail."""

from transforms.claims.grammar import COMMA, OTHER, Sentence
from transforms.claims.particles import Ending, endings, owner
from transforms.claims.source_phrases import (
    A,
    D,
    P,
    Params,
    V,
    is_figure,
    is_mark,
    is_name,
    may_be_source,
    phrase_end,
    subject_start,
)
from transforms.claims.source_verbs import BOTH, RIGHT, Source, span, subject
from transforms.claims.source_words import AttributionWord, lists
from transforms.claims.sources import is_agency


def gives(sentence: Sentence, v: int, end: int, params: Params) -> list[Source]:
    """'The ministry had nine dead': an authority and a verb of counting with a figure."""
    figure = next(
        (i for i in range(end, min(end + params.gives_within, len(sentence.lows))) if is_figure(sentence, i)),
        None,
    )
    if figure is None:
        return []
    # A form of 'have' gives a figure only as its object, 'has captured three' does not; and only a body has a toll.
    having = sentence.lows[v] in lists()[AttributionWord.HAVING]
    if sentence.classes[v] == A and any(sentence.classes[i] not in (D, V) for i in range(end, figure)):
        return []
    j = v
    while j > 0 and (sentence.classes[j - 1] in (V, A) or sentence.lows[j - 1] in lists()[AttributionWord.GIVING_LED]):
        j -= 1
    return [
        source
        for source in subject(sentence, j, (v, end), RIGHT, params)
        if (source.pronoun and not having) or (not source.pronoun and _speaks(sentence, source, body=having))
    ]


def _speaks(sentence: Sentence, source: Source, *, body: bool) -> bool:
    """The source may give a figure: an authority, an acronym, or, where no `body` is asked for, a person."""
    span = [i for i, t in enumerate(sentence.tokens) if source.start <= t.start < source.end]
    words = [owner(sentence.lows[i]) for i in span]
    # An agency that 'has' a figure is the wire itself: it relays, and names nobody.
    if body and is_agency(source.text):
        return False
    acronym = any(t.text.isupper() and len(t.text) > 1 for i, t in enumerate(sentence.tokens) if i in span)
    known = any(w in lists()[AttributionWord.AUTHORITY] for w in words)
    return known or acronym or (not body and is_name(sentence, span[0], span[-1] + 1))


def _possessive(word: str) -> int:
    """The length of the ending of a possessor; 0 without one."""
    owned = endings(Ending.POSSESSIVE) + endings(Ending.POSSESSIVE_PLURAL)
    return max((len(e) for e in owned if word.endswith(e)), default=0)


def tally(sentence: Sentence, i: int, params: Params) -> list[Source]:
    """'the ministry's latest count is': the possessor is the source."""
    for k in range(i - 1, max(i - 4, -1), -1):
        if (ending := _possessive(sentence.lows[k])) > 0:
            a = subject_start(sentence, k + 1, params)
            if a is None or not may_be_source(sentence, a, k + 1):
                return []
            source = span(sentence, a, k + 1, (i, i + 1), RIGHT)
            return [
                Source(source.start, source.end - ending, source.text[:-ending], source.cue, source.cue_start, RIGHT)
            ]
        if sentence.classes[k] not in (OTHER, V, D):
            break
    return []


def documented(sentence: Sentence, source: Source) -> bool:
    """Only a document shows a figure: a poll, records, data."""
    words = {t.low for t in sentence.tokens if source.start <= t.start < source.end}
    return not source.pronoun and bool(words & lists()[AttributionWord.DOCUMENT])


def led(sentence: Sentence, i: int, params: Params) -> list[Source]:
    """'In a survey by the ministry, nine in ten said': the document that opens the sentence is the source."""
    if i > 1 or (i == 1 and not is_mark(sentence, 0)):
        return []
    end = phrase_end(sentence, i + 1, params)
    if end >= len(sentence.lows) or sentence.classes[end] != COMMA or end == i + 1:
        return []
    head = next((k for k in range(i + 2, end) if sentence.classes[k] == P), end)
    studied = sentence.lows[head - 1] in lists()[AttributionWord.DOCUMENT]
    return [span(sentence, i + 1, end, (i, i + 1), RIGHT)] if studied else []


def tail(sentence: Sentence, params: Params) -> list[Source]:
    """A headline's tail: '… - police', '…: officials'."""
    for i in range(len(sentence.lows) - 1, max(len(sentence.lows) - params.tail - 2, 0), -1):
        if sentence.lows[i] in ("-", "–", "—", ":"):
            words = sentence.lows[i + 1 :]
            if words and any(w in lists()[AttributionWord.AUTHORITY] for w in words):
                return [span(sentence, i + 1, len(sentence.lows), (i, i + 1), BOTH)]
            return []
    return []
