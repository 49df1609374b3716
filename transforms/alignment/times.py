"""When a figure speaks of: the window of its time."""

from dataclasses import dataclass

import polars as pl

from expectations.contracts.vocabulary import Precision
from transforms.claims.times import PUBLISHED
from transforms.discrepancies.cues import older


@dataclass(frozen=True, slots=True)
class Params:
    """`moment_minutes`: figures published within this many minutes of each other are of the same time."""

    moment_minutes: int = 30


def in_own_words() -> pl.Expr:
    """The sentence itself says when the figure was counted."""
    return (pl.col("as_of").is_not_null() & (pl.col("as_of_basis") != PUBLISHED)).fill_null(value=False)


def window(params: Params = Params()) -> tuple[pl.Expr, pl.Expr]:
    """Start and end of the time that the figure speaks of: `as_of`, else the publication; a day is a whole day.

    No figure speaks of a time after its article's publication, and of a day on which an article tells of 11:00 its own
    state is that of 11:00 or later. Null where neither is known, and for a figure that the article gives as an older
    one. Needs article_id, as_of, as_of_basis, as_of_precision, published_at, published_precision.
    """
    own = pl.col("as_of").is_not_null()
    start = pl.when(~older()).then(pl.coalesce("as_of", "published_at"))
    precision = pl.when(own).then("as_of_precision").otherwise("published_precision")
    end = start + _length(precision, params)
    printed_by = pl.col("published_at") + _length(pl.col("published_precision"), params)
    clock = pl.col("as_of").filter(in_own_words() & (pl.col("as_of_precision") != Precision.DAY.value))
    told = clock.max().over("article_id")
    later = ~in_own_words() & (precision == Precision.DAY.value) & (told > start) & (told < end)
    # A time after publication is misread, or the publication is: then neither bounds the other.
    bounded = pl.when(printed_by > start).then(pl.min_horizontal(end, printed_by)).otherwise(end)
    return pl.when(later.fill_null(value=False)).then(told).otherwise(start), bounded


def _length(precision: pl.Expr, params: Params) -> pl.Expr:
    return (
        pl.when(precision == Precision.DAY.value)
        .then(pl.duration(days=1))
        .otherwise(pl.duration(minutes=params.moment_minutes))
    )
