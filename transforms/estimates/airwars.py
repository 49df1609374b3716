"""Profile `airwars`: the range over all local and international claims, with a grade in the rule.

Rules:
    range_fair    at least two independent origins report: low is the least, high the most of all their figures, old
                  ones too; high is open where the highest is a floor.
    range_weak    a single origin reports.
    There is no best figure.

Source: Airwars' methodology: every credible figure is kept, killed and injured are given as minimum and maximum, and an
event is graded by corroboration (fair: two or more credible sources; weak: one). Airwars counts civilians, and grades
also by who carried out the strike (contested, confirmed, discounted), which is not judged here.
"""

import polars as pl

from expectations.contracts.vocabulary import Kind
from transforms.estimates.current import EVENT


def airwars(votes: pl.DataFrame) -> pl.DataFrame:
    """Votes (votes.py) to event_id, kind, low, best (null), high, rule, claim_ids; killed and injured."""
    highest = pl.col("best").max()
    return (
        votes.filter(pl.col("kind").is_in([Kind.KILLED.value, Kind.INJURED.value]))
        .group_by(EVENT)
        .agg(
            low=pl.col("best").min(),
            best=pl.lit(None, pl.Int64),
            high=pl.when((pl.col("open") & (pl.col("best") == highest)).any()).then(None).otherwise(highest),
            rule=pl.when(pl.col("origin").n_unique() > 1)
            .then(pl.lit("range_fair"))
            .otherwise(pl.lit("range_weak")),
            claim_ids=pl.col("claim_ids").list.explode(keep_nulls=False, empty_as_null=False).unique().sort(),
        )
    )  # fmt: skip
