"""What a discrepancy carries over from earlier runs: when it was first seen, and what reviewers decided."""

from datetime import datetime

import polars as pl

from expectations.contracts.catalogue import BY_NAME
from expectations.contracts.vocabulary import Status, Verdict

DISCREPANCIES = BY_NAME["discrepancies"]


def remember(found: pl.DataFrame, held: pl.DataFrame, reviews: pl.DataFrame, now: datetime) -> pl.DataFrame:
    """`found` (without first_seen, last_seen, status) as the contract's frame.

    `held`: discrepancy_id, evidence_hash, first_seen, last_seen of what the warehouse has; `reviews`: the newest
    verdict of each discrepancy with the evidence_hash it was given on. last_seen moves only when the evidence changes;
    a verdict holds while the evidence is the same, and a discrepancy with other evidence is reopened.
    """
    at = pl.lit(now).cast(pl.Datetime("us", "UTC"))
    known = held.rename({"evidence_hash": "held_hash"})
    judged = reviews.select("discrepancy_id", "verdict", pl.col("evidence_hash").alias("judged_hash"))
    joined = found.join(known, on="discrepancy_id", how="left").join(judged, on="discrepancy_id", how="left")
    closed = pl.col("verdict").is_in([Verdict.CONFIRMED.value, Verdict.DISMISSED.value])
    return DISCREPANCIES.conform(
        joined.with_columns(
            first_seen=pl.coalesce("first_seen", at),
            last_seen=pl.when(pl.col("held_hash") == pl.col("evidence_hash")).then("last_seen").otherwise(at),
            status=pl.when(closed & (pl.col("judged_hash") == pl.col("evidence_hash")))
            .then("verdict")
            .when(closed)
            .then(pl.lit(Status.REOPENED.value))
            .otherwise(pl.lit(Status.OPEN.value)),
        )
    )
