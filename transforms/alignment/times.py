"""When a figure speaks of: the window of its time."""

from dataclasses import dataclass

import polars as pl

from expectations.contracts.vocabulary import Precision
from transforms.discrepancies.cues import older


@dataclass(frozen=True, slots=True)
class Params:
    """`moment_minutes`: figures published within this many minutes of each other are of the same time."""

    moment_minutes: int = 30


def window(params: Params = Params()) -> tuple[pl.Expr, pl.Expr]:
    """Start and end of the time that the figure speaks of: `as_of`, else the publication; a day is a whole day.

    Null where neither is known, and for a figure that the article gives as an older one. Needs as_of, as_of_basis,
    as_of_precision, published_at, published_precision.
    """
    start = pl.when(~older()).then(pl.coalesce("as_of", "published_at"))
    precision = pl.when(pl.col("as_of").is_not_null()).then("as_of_precision").otherwise("published_precision")
    length = (
        pl.when(precision == Precision.DAY.value)
        .then(pl.duration(days=1))
        .otherwise(pl.duration(minutes=params.moment_minutes))
    )
    return start, start + length
