"""Two accounts in words that cannot both be true: the condition that the three disputes share."""

import polars as pl

from expectations.contracts.vocabulary import Kind
from transforms.discrepancies.intervals import accounts


def rivals(kind: Kind) -> pl.Expr:
    """Boolean over pair features: both of `kind`, rival classes, neither denies, never named together by one voice."""
    rival = (pl.col("classes") == "rival").fill_null(value=False)
    denied = pl.any_horizontal(pl.col("stance_a", "stance_b") == "denies")
    return accounts(kind.value) & rival & ~denied & ~pl.col("together")
