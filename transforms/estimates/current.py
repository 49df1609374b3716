"""Which votes still stand: the newest of each independent origin."""

import polars as pl

EVENT = ["event_id", "kind"]


def newest_of_origins(votes: pl.DataFrame) -> pl.DataFrame:
    """Votes (votes.py), one an event, kind and origin: its newest, an undated one only where none is dated.

    Where any article of the event states a total of that kind, counts of people told of without a number are left out.
    """
    stated = pl.col("stated").any().over(EVENT)
    return (
        votes.filter(pl.col("stated") | ~stated)
        .sort("starts", "article_id", descending=[True, False], nulls_last=True)
        .unique([*EVENT, "origin"], keep="first", maintain_order=True)
    )


def claims_of(chosen: pl.Expr) -> pl.Expr:
    """Aggregation: the claims behind the votes for which `chosen` holds, sorted."""
    return (
        pl.col("claim_ids").filter(chosen).list.explode(keep_nulls=False, empty_as_null=False).unique().sort()
    )  # fmt: skip
