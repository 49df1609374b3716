"""Profile `acled`: the most conservative figure among the reports that stand; deaths only.

Rules:
    lowest_current    of the newest totals of each independent origin, those not older than `current_hours` before the
                      newest of all: the lowest. It is best, low and high at once, since one number is coded.
    lowest_described  the same, where nobody states a total and people are told of without a number.

Source: ACLED's public account of how fatalities are coded: where reports differ the most conservative estimate is
used, totals are revised up or down when better information comes, and injuries are not collected. Where ACLED codes 12
for 'dozens', a vague word counts here only if nobody gives a number, with the lower end of its interval.
"""

from dataclasses import dataclass

import polars as pl

from expectations.contracts.vocabulary import Kind
from transforms.estimates.current import EVENT, claims_of, newest_of_origins


@dataclass(frozen=True, slots=True)
class Params:
    """`current_hours`: how much older than the newest report one may be that better information has not replaced."""

    current_hours: float = 24.0


def acled(votes: pl.DataFrame, params: Params = Params()) -> pl.DataFrame:
    """Votes (votes.py) to event_id, kind, low, best, high, rule, claim_ids; killed alone."""
    age = (pl.col("starts").max().over(EVENT) - pl.col("starts")).dt.total_minutes() / 60.0
    undated = pl.col("starts").is_null().all().over(EVENT)
    standing = newest_of_origins(votes.filter(pl.col("kind") == Kind.KILLED.value)).filter(
        undated | (age <= params.current_hours).fill_null(value=False)
    )
    lowest = pl.col("best").min()
    return standing.group_by(EVENT).agg(
        low=lowest,
        best=lowest,
        high=lowest,
        rule=pl.when(pl.col("stated").any())
        .then(pl.lit("lowest_current"))
        .otherwise(pl.lit("lowest_described")),
        claim_ids=claims_of(pl.col("best") == lowest),
    )  # fmt: skip
