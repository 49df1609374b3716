"""Who says it: the source as written, and the words that name it.

Source, cue and content as in PolNeAR (Newell, Margolin, Ruths 2018). Each sentence is read for itself; a pronoun and a
quotation look back (speakers.py), and never is a source inherited otherwise.
"""

from transforms.claims.accounts import own_deed
from transforms.claims.grammar import Sentence
from transforms.claims.lexicon import by_language
from transforms.claims.source_bodies import documented, gives, led, tail, tally
from transforms.claims.source_phrases import DOUBLE, Params
from transforms.claims.source_verbs import BOTH, LEFT, RIGHT, Source, right_of, said, saying
from transforms.claims.source_words import AttributionWord, lists
from transforms.claims.sources import is_agency
from transforms.claims.tokens import Phrases, phrase_list, tokenise

__all__ = ["Source", "find_sources", "source_for"]

DEFAULTS = Params()
# In this order: one word may say, show and count.
CUES = (
    AttributionWord.NO_CUE,
    AttributionWord.ACCORDING,
    AttributionWord.SAYING,
    AttributionWord.QUOTING,
    AttributionWord.PARTICIPLE,
    AttributionWord.SHOWING,
    AttributionWord.GIVING,
    AttributionWord.LED,
)


@by_language
def _phrases(kind: AttributionWord) -> Phrases:
    return phrase_list("attribution", kind, unique=False)


@by_language
def _starts() -> frozenset[str]:
    return frozenset[str]().union(*(_phrases(kind).starts for kind in (*CUES, AttributionWord.TALLY)))


@by_language
def _openers() -> dict[str, list[AttributionWord]]:
    """Word → the kinds of cue that it opens, in their order."""
    return {word: [kind for kind in CUES if word in _phrases(kind).starts] for word in _starts()}


def find_sources(sentence: Sentence, *, headline: bool = False, params: Params = DEFAULTS) -> list[Source]:
    """Every source that the sentence names, left to right."""
    out: list[Source] = []
    lows = sentence.lows
    starts = _starts()
    end = 0
    for i in [i for i, low in enumerate(lows) if low in starts]:
        if i < end:
            continue
        found, step = _read_at(sentence, i, out, params)
        out.extend(found)
        end = i + step
    if headline:
        out.extend(tail(sentence, params))
    return _outermost(sentence, sorted(set(out), key=lambda s: (s.start, s.cue_start)))


def _read_at(sentence: Sentence, i: int, before: list[Source], params: Params) -> tuple[list[Source], int]:
    """The sources of the cue that starts at token i, and the cue's length."""
    lows = sentence.lows
    if lows[i] in lists()[AttributionWord.TALLY] and (owner := tally(sentence, i, params)):
        return owner, 1
    if own_deed(lows, i):
        return [], 1
    for kind in _openers().get(lows[i], ()):
        found = _phrases(kind).at(lows, i)
        if found is not None:
            return _read(kind, sentence, (i, i + found[0]), before, params), found[0]
    return [], 1


def _read(
    kind: AttributionWord, sentence: Sentence, cue: tuple[int, int], before: list[Source], params: Params
) -> list[Source]:
    v, end = cue
    found: list[Source] = []
    match kind:
        case AttributionWord.ACCORDING:
            found = right_of(sentence, v, end, BOTH, params, named=sentence.lows[v] in lists()[AttributionWord.NAMED])
        case AttributionWord.SAYING:
            found = said(sentence, v, end, before, params)
        case AttributionWord.QUOTING:
            marked = any(low in DOUBLE for low in sentence.lows)
            found = said(sentence, v, end, before, params) if marked else []
        case AttributionWord.PARTICIPLE:
            found = saying(sentence, v, end, before, params)
        case AttributionWord.SHOWING:
            found = [s for s in said(sentence, v, end, before, params) if documented(sentence, s)]
        case AttributionWord.GIVING:
            found = gives(sentence, v, end, params)
        case AttributionWord.LED:
            found = led(sentence, v, params)
    return found


def _outermost(sentence: Sentence, found: list[Source]) -> list[Source]:
    """Of 'the mayor said police reported …' the mayor; of a medium that relays, whom it relays."""
    out: list[Source] = []
    for source in found:
        outer = next((s for s in reversed(out) if s.side == RIGHT and s.cue_start + len(s.cue) <= source.start), None)
        between = sentence.text[outer.cue_start + len(outer.cue) : source.start].lower().split() if outer else []
        nested = (
            outer is not None
            and source.side == RIGHT
            and set(between) <= lists()[AttributionWord.LINK]
            and not outer.pronoun
        )
        if not nested or outer is None:
            out.append(source)
        elif _relays(outer):
            out[out.index(outer)] = source
    return out


def _relays(source: Source) -> bool:
    words = {t.low for t in tokenise(source.text)}
    return bool(words & lists()[AttributionWord.MEDIA]) or is_agency(source.text)


def source_for(sources: list[Source], at: int) -> Source | None:
    """The source of what stands at code point `at`: the nearest one whose content may stand there."""
    best: tuple[int, Source] | None = None
    for source in sources:
        # Neither the source nor what stands between it and its verb is content: 'the clinic, where 12 lay, said'.
        if source.start <= at < max(source.end, source.cue_start):
            continue
        if not source.low <= at <= source.high:
            continue
        before = source.cue_start < at
        if (before and source.side == LEFT) or (not before and source.side == RIGHT):
            continue
        distance = at - source.end if before else source.start - at
        if best is None or distance < best[0]:
            best = (distance, source)
    if best is not None and best[1].pronoun:
        # 'Ann Lee said she expected nine': the name speaks for its pronoun.
        named = [s for s in sources if not s.pronoun and s.side != LEFT and s.cue_start < best[1].start]
        return named[-1] if named else best[1]
    return None if best is None else best[1]
