"""How alike strings of pairs are, reckoned once for each pair of distinct strings (rapidfuzz)."""

from collections.abc import Callable

import polars as pl
from rapidfuzz import fuzz, process, utils

Scorer = Callable[..., float]


def likeness(
    pairs: pl.DataFrame, left: str, right: str, name: str, scorer: Scorer = fuzz.token_set_ratio
) -> pl.DataFrame:
    """`pairs` with `name`: how alike the strings in columns `left` and `right` are, 0–1; null where one is null.

    Case and punctuation do not count. The default scorer is rapidfuzz's token_set_ratio: the words that both have,
    in any order, so that a name inside a longer name counts as the name.
    """
    both = pl.col(left).is_not_null() & pl.col(right).is_not_null()
    distinct = pairs.filter(both).select(left, right).unique()
    if distinct.is_empty():
        return pairs.with_columns(pl.lit(None, pl.Float64).alias(name))
    scores = process.cpdist(
        distinct[left].to_list(), distinct[right].to_list(), scorer=scorer, processor=utils.default_process
    )
    scored = distinct.with_columns(pl.Series(name, scores, dtype=pl.Float64) / 100.0)
    return pairs.join(scored, on=[left, right], how="left", maintain_order="left")
