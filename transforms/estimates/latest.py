"""Profile `latest`: the newest figure, whoever gives it.

Rules: `newest_total` (the figure with the newest as-of time; of equals the one of most origins, then the higher) where
any total is stated, else `newest_described`. Low and high are that figure's own bounds.
Source: what a live ticker shows; no methodology behind it, it is there to be compared with the others.
"""

import polars as pl


def latest(votes: pl.DataFrame) -> pl.DataFrame:
    """Votes (votes.py) to event_id, kind, low, best, high, rule, claim_ids."""
    stated_somewhere = pl.col("stated").any().over("event_id", "kind")
    backed = votes.filter(pl.col("stated") | ~stated_somewhere).with_columns(
        origins=pl.col("origin").n_unique().over("event_id", "kind", "best")
    )
    newest = backed.sort(
        "starts", "origins", "best", "article_id", descending=[True, True, True, False], nulls_last=True
    ).unique(["event_id", "kind"], keep="first", maintain_order=True)
    return newest.select(
        "event_id",
        "kind",
        low=pl.min_horizontal("low", "best"),
        best="best",
        high=pl.when("open").then(None).otherwise(pl.max_horizontal("high", "best")),
        rule=pl.when("stated").then(pl.lit("newest_total")).otherwise(pl.lit("newest_described")),
        claim_ids="claim_ids",
    )
