"""Two figures that make one statement: ranges ('8 to 12', 'five or six') and changes ('from 8 to 6')."""

from dataclasses import replace

from expectations.contracts.vocabulary import Hedge
from transforms.claims.number import Number
from transforms.claims.number_words import Words, number_words
from transforms.claims.particles import ADDITIVE, BETWEEN, GOAL, ORIGIN
from transforms.claims.tokens import Token

# A join is at most this long: ', or even'. Longer gaps are not looked at, so that reading stays linear.
LONGEST_GAP = 3
# A word like 'ranging' stands at most this far before 'from'.
RANGING_REACH = 4
# 'ten or twenty' is a range, 'one or five' is not.
OR_FACTOR = 2
# With spaces around it a dash may also part two statements ('12 killed – 30 hurt'): only near figures are a range then.
DASH_FACTOR = 10
LOWER = (Hedge.AT_LEAST, Hedge.MORE_THAN)
UPPER = (Hedge.UP_TO, Hedge.LESS_THAN)
# What the second figure of a range may be.
ENDS = (Hedge.EXACT, Hedge.ABOUT, Hedge.NEARLY, Hedge.UP_TO)
GLUE = "-–—/+.#@_"


def join(sentence: str, tokens: list[Token], found: list[Number]) -> list[Number]:
    """The figures, left to right, with those that belong together as one."""
    lows = [t.low for t in tokens]
    out: list[Number] = []
    k = 0
    while k < len(found):
        joined = _pair(sentence, lows, found[k], found[k + 1]) if k + 1 < len(found) else None
        out.extend([found[k]] if joined is None else joined)
        k += 1 if joined is None else 2
    return out


def _pair(sentence: str, lows: list[str], a: Number, b: Number) -> list[Number] | None:
    """The pair as one range, or as the two ends of a change; None where they are two statements."""
    if not 0 <= b.first - a.last <= LONGEST_GAP:
        return None
    w = number_words()
    gap = tuple(lows[a.last : b.first])
    before = lows[a.first - 1] if a.first > 0 else ""
    ranging = not w.ranging.isdisjoint(lows[max(0, a.first - RANGING_REACH) : max(0, a.first - 1)])
    if a.anchor is not None and b.anchor is not None:
        if before in ORIGIN and gap and gap[-1] in GOAL and not ranging:
            return [replace(a, older=True), replace(b, changed=True)]
        spoken = gap in w.tos or (before in BETWEEN and len(gap) == 1 and gap[0] in ADDITIVE)
        joined = _bounded(sentence, a, b, gap, w) or _figures(sentence, a, b, gap, w, spoken=spoken)
    else:
        joined = _vague(sentence, a, b, gap, w)
    return None if joined is None else [joined]


def _vague(sentence: str, a: Number, b: Number, gap: tuple[str, ...], w: Words) -> Number | None:
    """'dozens or even hundreds'."""
    both = a.hedge is Hedge.VAGUE and b.hedge is Hedge.VAGUE and (gap in w.ors or gap in w.tos)
    if not both or not (a.low and a.high and b.low) or a.low >= b.low:
        return None
    return _one(sentence, a, b, (a.low, b.high))


def _bounded(sentence: str, a: Number, b: Number, gap: tuple[str, ...], w: Words) -> Number | None:
    """'at least 20 but no more than 30'."""
    if a.hedge not in LOWER or b.hedge not in UPPER or gap not in w.bounds:
        return None
    fits = a.low is not None and b.high is not None and a.low < b.high
    return _one(sentence, a, b, (a.low, b.high)) if fits else None


def _figures(sentence: str, a: Number, b: Number, gap: tuple[str, ...], w: Words, *, spoken: bool) -> Number | None:
    """'8 to 12', '8-12', 'two or three hundred'."""
    if a.hedge is Hedge.UP_TO or b.hedge not in ENDS or a.anchor is None or b.anchor is None:
        return None
    # The magnitude is said once: 'two or three hundred', '8-10k'.
    single = b.scale > 1 and b.anchor % b.scale == 0 and a.scale == 1
    low = a.anchor * b.scale if single and a.anchor < b.anchor // b.scale else a.anchor
    near = gap in w.ors and a.hedge is not Hedge.MORE_THAN and b.anchor <= OR_FACTOR * low
    tied = spoken or near or _dashed(sentence, a, b, b.anchor / (low or 1), w)
    return _one(sentence, a, b, (low, b.anchor), Hedge.RANGE) if tied and low < b.anchor else None


def _dashed(sentence: str, a: Number, b: Number, factor: float, w: Words) -> bool:
    if sentence[a.end : b.start].strip() not in w.dashes:
        return False
    # '+1-222-2222/2222', '1995-01-12': more of the same signs make it no range.
    head, tail = sentence[max(0, a.start - 1) : a.start], sentence[b.end : b.end + 2]
    if (head and head in GLUE) or (tail[:1] and tail[0] in GLUE and tail[1:].isalnum()):
        return False
    spaces = sentence[a.end].isspace(), sentence[b.start - 1].isspace()
    return spaces == (False, False) or (all(spaces) and factor <= DASH_FACTOR)


def _one(
    sentence: str, a: Number, b: Number, bounds: tuple[int | None, int | None], hedge: Hedge | None = None
) -> Number:
    said = hedge or (Hedge.VAGUE if a.hedge is Hedge.VAGUE else Hedge.RANGE)
    return Number(a.start, b.end, a.first, a.left, b.last, *bounds, None, said, sentence[a.start : b.end])
