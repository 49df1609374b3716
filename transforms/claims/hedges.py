"""Hedges: what the words around a figure make of it."""

from dataclasses import dataclass

from expectations.contracts.vocabulary import Hedge
from transforms.claims.lexicon import LexiconError, by_language, doubles, fitting
from transforms.claims.tokens import Phrases

BEFORE, AFTER = "before", "after"
FROM_WORDS = tuple(h for h in Hedge if h not in (Hedge.RANGE, Hedge.VAGUE))


@dataclass(frozen=True)
class Params:
    """`tolerance_percent`: how far 'about' reaches to both sides, and 'nearly' below."""

    tolerance_percent: int = 10


@by_language
def phrases() -> tuple[Phrases, Phrases]:
    """The phrases that stand before a figure and those behind it; each carries its hedge.

    Raises LexiconError where the list names no hedge, misses one, or has a phrase under two.
    """
    hedges = fitting("hedges", FROM_WORDS)
    sides = []
    for side in (BEFORE, AFTER):
        lists = {hedge: entry[side] for hedge, entry in hedges.items()}
        if twice := doubles(lists):
            raise LexiconError(f"hedges.toml: under two keys: {sorted(twice)}")
        sides.append(Phrases({phrase: hedge for hedge, words in lists.items() for phrase in words}))
    return sides[0], sides[1]


def hedge_before(lows: list[str], i: int) -> tuple[int, Hedge]:
    """The hedge that ends right before token i, and its first token; 'exact' and i where none does."""
    found = phrases()[0].ending(lows, i)
    return (i, Hedge.EXACT) if found is None else (i - found[0], Hedge(found[1]))


def interval(hedge: Hedge, n: int, params: Params = Params()) -> tuple[int | None, int | None]:
    """The integers that a figure `n` under a hedge stands for, inclusive; None is unbounded.

    'more than 12' is [13, None], 'about 90' [81, 99], 'nearly 90' [81, 90], 'up to 80' [None, 80]. Raises ValueError
    for `range` and `vague`, which have no single figure.
    """
    within = params.tolerance_percent
    least = -((-n * (100 - within)) // 100)
    most = n * (100 + within) // 100
    bounds: dict[Hedge, tuple[int | None, int | None]] = {
        Hedge.EXACT: (n, n),
        Hedge.AT_LEAST: (n, None),
        Hedge.MORE_THAN: (n + 1, None),
        Hedge.ABOUT: (least, most),
        Hedge.NEARLY: (least, n),
        Hedge.UP_TO: (None, n),
        Hedge.LESS_THAN: (None, max(n - 1, 0)),
    }
    if hedge not in bounds:
        raise ValueError(f"{hedge} has no single figure")
    return bounds[hedge]
