"""What the words of a change say of a figure, seen beside another one."""

import re
from enum import StrEnum
from functools import cache

import polars as pl

from transforms.claims.lexicon import words_by_key


class Direction(StrEnum):
    """What a change cue says of its figure beside another: later and higher, later and lower, later, or earlier."""

    UP = "up"
    DOWN = "down"
    LATEST = "latest"
    EARLIER = "earlier"


@cache
def patterns() -> dict[str, str]:
    """A regular expression a direction, over its words."""
    lists = words_by_key("cue_directions", Direction)
    return {
        key: r"(?i)\b(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + r")\b"
        for key, words in lists.items()
    }


def direction() -> pl.Expr:
    """The direction of `change_cue`, null where there is none or it says nothing; the most telling one wins."""
    cue = pl.col("change_cue")
    found = patterns()
    telling = (Direction.DOWN, Direction.EARLIER, Direction.UP, Direction.LATEST)
    return pl.coalesce(*(pl.when(cue.str.contains(found[key])).then(pl.lit(key.value)) for key in telling))
