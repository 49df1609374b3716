"""Profile `ibc`: the least and the most of what independent sources report, of killed and injured.

Rules:
    two_sources    at least two independent origins report: low is the least, high the most of their newest figures.
    There is no best figure, and no row where fewer than two origins report.

Source: Iraq Body Count, 'Methods': minimum and maximum deaths and injuries for each incident, drawn from at least two
independent sources. IBC counts civilians; the totals here are of all people, since reports seldom tell them apart.
"""

import polars as pl

from expectations.contracts.vocabulary import Kind
from transforms.estimates.current import EVENT, newest_of_origins


def ibc(votes: pl.DataFrame) -> pl.DataFrame:
    """Votes (votes.py) to event_id, kind, low, best (null), high, rule, claim_ids; killed and injured."""
    standing = newest_of_origins(votes.filter(pl.col("kind").is_in([Kind.KILLED.value, Kind.INJURED.value])))
    return (
        standing.group_by(EVENT)
        .agg(
            low=pl.col("best").min(),
            high=pl.col("best").max(),
            origins=pl.len(),
            claim_ids=pl.col("claim_ids").list.explode(keep_nulls=False, empty_as_null=False).unique().sort(),
        )
        .filter(pl.col("origins") >= 2)
        .select(
            *EVENT,
            "low",
            pl.lit(None, pl.Int64).alias("best"),
            "high",
            pl.lit("two_sources").alias("rule"),
            "claim_ids",
        )
    )
