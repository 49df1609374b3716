"""What the words of a change say of a figure, seen beside another one."""

from enum import StrEnum
from functools import cache

import polars as pl

from transforms.claims.lexicon import any_of, words_by_key
from transforms.claims.times import EARLIER


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
    return {key: rf"(?i)\b(?:{any_of(words)})\b" for key, words in lists.items()}


def direction() -> pl.Expr:
    """The direction of `change_cue`, null where there is none or it says nothing; the most telling one wins.

    A figure that its article gives as an older one (`as_of_basis`) is earlier, whatever the cue.
    """
    cue = pl.when(~older()).then("change_cue")
    found = patterns()
    telling = (Direction.DOWN, Direction.EARLIER, Direction.UP, Direction.LATEST)
    return pl.coalesce(
        pl.when(older()).then(pl.lit(Direction.EARLIER.value)),
        *(pl.when(cue.str.contains(found[key])).then(pl.lit(key.value)) for key in telling),
    )


def older() -> pl.Expr:
    """The article itself gives the figure as an older one: 'initially', 'had been'."""
    return (pl.col("as_of_basis") == EARLIER).fill_null(value=False)
