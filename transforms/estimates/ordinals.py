"""'A fourth victim has died': the ordinal counts everyone up to the one it names."""

from functools import cache

import polars as pl

from expectations.contracts.vocabulary import Kind
from transforms.claims.lexicon import fitting
from transforms.claims.totals import LISTED

ORDINALS = "ordinals"


@cache
def ordinals() -> dict[str, int]:
    """Ordinal → number. Raises LexiconError where the file has other keys."""
    return dict(fitting(ORDINALS, (ORDINALS,))[ORDINALS])


def with_ordinals(usable: pl.DataFrame, doers: str) -> pl.DataFrame:
    """Claims whose words hold an ordinal as a floor of that many; not of `doers`, nor in a list of its sentence."""
    word = r"(?i)\b(" + "|".join(ordinals()) + r")\b"
    found = pl.col("value_text").str.extract(word).str.to_lowercase().replace_strict(ordinals(), default=None)
    nobody_else = (pl.col("population") != doers).fill_null(value=True) & (pl.col("total_reason") != LISTED).fill_null(
        value=True
    )
    dead = pl.col("kind") == Kind.KILLED.value
    count = pl.when(dead & pl.col("told") & nobody_else).then(found.cast(pl.Int64))
    counted = count.is_not_null()
    return usable.with_columns(
        point=pl.coalesce(count, "point"),
        low=pl.coalesce(count, "low"),
        high=pl.when(~counted).then("high"),
        told=pl.col("told") & ~counted,
        is_event_total=pl.col("is_event_total") | counted,
    )
