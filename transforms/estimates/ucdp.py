"""Profile `ucdp`: low, best and high of the deaths.

Rules:
    most_reported   best is the figure that most independent origins give as their newest; of equals the lower one.
    one_report      a single origin gives a figure.
    Low is the lowest and high the highest of those newest figures; high is open where the highest is a floor.

Source: UCDP's codebooks (Georeferenced Event Dataset; Sundberg & Melander 2013): three estimates of deaths, low the
most conservative and high the least conservative of the credible reports; best the most reliable, and the lower figure
where reliability does not tell reports apart. Reliability is read here as the number of independent origins.
"""

import polars as pl

from expectations.contracts.vocabulary import Kind
from transforms.estimates.current import EVENT, claims_of, newest_of_origins


def ucdp(votes: pl.DataFrame) -> pl.DataFrame:
    """Votes (votes.py) to event_id, kind, low, best, high, rule, claim_ids; killed alone."""
    standing = newest_of_origins(votes.filter(pl.col("kind") == Kind.KILLED.value))
    backed = standing.with_columns(origins=pl.len().over(*EVENT, "best")).sort(
        "origins", "best", descending=[True, False]
    )
    best = pl.col("best").first()
    highest = pl.col("best").max()
    return backed.group_by(EVENT, maintain_order=True).agg(
        low=pl.col("best").min(),
        high=pl.when((pl.col("open") & (pl.col("best") == highest)).any()).then(None).otherwise(highest),
        rule=pl.when(pl.len() > 1).then(pl.lit("most_reported")).otherwise(pl.lit("one_report")),
        claim_ids=claims_of(pl.col("best") == best),
        best=best,
    )
