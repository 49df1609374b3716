"""A figure as the number grammar reads it."""

from dataclasses import dataclass

from expectations.contracts.vocabulary import Hedge


@dataclass(frozen=True, slots=True)
class Number:
    """A figure and what it stands for.

    `start`, `end`: code points of the figure itself in the sentence. `first`, `last`: its tokens with the hedge before
    it, `last` exclusive; `left`: the figure's own first token. `low`, `high`: inclusive integers, None is unbounded.
    `anchor`: the number as reported, None for vague words and ranges. `older`, `changed`: the two ends of a change
    ('from 8 to 6'). `scale`: what its last words multiply by, as 'thousand' in 'five thousand'.
    """

    start: int
    end: int
    first: int
    left: int
    last: int
    low: int | None
    high: int | None
    anchor: int | None
    hedge: Hedge
    text: str
    older: bool = False
    changed: bool = False
    scale: int = 1
