"""Who says it: the source as written, and the words that name it.

Source, cue and content as in PolNeAR (Newell, Margolin, Ruths 2018). Each sentence is read for itself; a pronoun and a
quotation look back (speakers.py), and never is a source inherited otherwise.
"""

from functools import cache

from transforms.claims.accounts import own_deed
from transforms.claims.grammar import Sentence
from transforms.claims.lexicon import words_by_key
from transforms.claims.source_bodies import documented, gives, led, tail, tally
from transforms.claims.source_phrases import AttributionWord, Params, lists
from transforms.claims.source_verbs import BOTH, LEFT, RIGHT, Source, right_of, said, saying
from transforms.claims.tokens import Phrases

__all__ = ["Source", "find_sources", "source_for"]

DEFAULTS = Params()
CUES = (
    AttributionWord.ACCORDING,
    AttributionWord.SAYING,
    AttributionWord.PARTICIPLE,
    AttributionWord.SHOWING,
    AttributionWord.GIVING,
    AttributionWord.TALLY,
    AttributionWord.LED,
)


@cache
def _phrases(kind: AttributionWord) -> Phrases:
    return Phrases(dict.fromkeys(words_by_key("attribution", AttributionWord, unique=False)[kind], ""))


@cache
def _starts() -> frozenset[str]:
    return frozenset[str]().union(*(_phrases(kind).starts for kind in CUES))


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
        if lows[i] in lists()[AttributionWord.TALLY] and (owner := tally(sentence, i, params)):
            out.extend(owner)
        elif found := _phrases(AttributionWord.ACCORDING).at(lows, i):
            if lows[i : i + found[0]] != ["according"]:
                out.extend(right_of(sentence, i, i + found[0], BOTH, params, named=lows[i] == "according"))
                step = found[0]
        elif own_deed(lows, i):
            pass
        elif found := _phrases(AttributionWord.SAYING).at(lows, i):
            out.extend(said(sentence, i, i + found[0], params))
            step = found[0]
        elif found := _phrases(AttributionWord.PARTICIPLE).at(lows, i):
            out.extend(saying(sentence, i, i + found[0], out, params))
            step = found[0]
        elif lows[i] in lists()[AttributionWord.SHOWING]:
            out.extend(s for s in said(sentence, i, i + 1, params) if documented(sentence, s))
        elif found := _phrases(AttributionWord.GIVING).at(lows, i):
            out.extend(gives(sentence, i, i + found[0], params))
            step = found[0]
        elif lows[i] in lists()[AttributionWord.LED]:
            out.extend(led(sentence, i, params))
        i += step
    if headline:
        out.extend(tail(sentence, params))
    return sorted(set(out), key=lambda s: (s.start, s.cue_start))


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
