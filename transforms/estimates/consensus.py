"""Profile `consensus`, the default view: the total that the newest independent reports agree on.

Rules, in order:
    weighed_totals    totals are stated: each independent origin has one vote, its newest, with the strength of its
                      place in the article. A vote loses half of its weight with each `half_life_hours` of age, or with
                      each `superseded_hours` where a newer, higher one is firm. A floor also supports every figure
                      above its number within `floor_reach`, with `floor_share` of its weight. The figure with most
                      weight is best; low and high span the figures that keep at least `kept_share` of that.
    described_people  nobody states a total, people are told of without a number: the figure with most weight among the
                      articles' counts of described people.
    claimed_none      the best figure is nought, and somebody said so.

Source: one vote an independent origin after Iraq Body Count (two independent sources) and Airwars (grading by
corroboration); newest before older after the UN's and IFRC's practice of superseding situation reports.
"""

from dataclasses import dataclass

import polars as pl

_EVENT = ["event_id", "kind"]


@dataclass(frozen=True, slots=True)
class Params:
    """`half_life_hours`, `superseded_hours`: age at which a vote has half of its weight. `floor_reach`: how far above
    its number, as a share of it, a floor supports a figure, and `floor_share` with which share of its weight. `firm`:
    strength from which a stated total supersedes lower ones and silences counts of people told of without a number.
    `kept_share`: share of the heaviest weight from which a figure belongs to the span of low and high.
    """

    half_life_hours: float = 240.0
    superseded_hours: float = 24.0
    floor_reach: float = 1.0
    floor_share: float = 0.5
    firm: float = 0.9
    kept_share: float = 0.25


def consensus(votes: pl.DataFrame, params: Params = Params()) -> pl.DataFrame:
    """Votes (votes.py) to event_id, kind, low, best, high, rule, claim_ids."""
    # People told of without a number are a vote only where no article states a total in its headline, lead or body.
    firm = (pl.col("stated") & (pl.col("strength") >= params.firm)).any().over(_EVENT)
    cast = (
        votes.filter(pl.col("stated") | ~firm)
        .sort("starts", "article_id", descending=[True, False], nulls_last=True)
        .unique([*_EVENT, "origin"], keep="first", maintain_order=True)
        .with_columns(weight=_age_weight(params) * pl.col("strength"))
    )
    figures = cast.select(*_EVENT, candidate="best").unique()
    supported = (
        figures.join(cast, on=_EVENT)
        .filter(_supports(params))
        .group_by(*_EVENT, "candidate")
        .agg(
            support=(
                pl.col("weight")
                * pl.when(pl.col("best") == pl.col("candidate")).then(1.0).otherwise(params.floor_share)
            ).sum(),
            own=pl.col("weight").filter(pl.col("best") == pl.col("candidate")).sum(),
            newest=pl.col("starts").filter(pl.col("best") == pl.col("candidate")).max(),
            stated=pl.col("stated").filter(pl.col("best") == pl.col("candidate")).any(),
            claim_ids=pl.col("claim_ids")
            .filter(pl.col("best") == pl.col("candidate"))
            .list.explode(keep_nulls=False, empty_as_null=False)
            .unique()
            .sort(),
        )
    )
    kept = supported.filter(pl.col("support") >= pl.col("support").max().over(_EVENT) * params.kept_share)
    span = kept.group_by(_EVENT).agg(low=pl.col("candidate").min(), high=pl.col("candidate").max())
    best = supported.sort("support", "newest", "candidate", descending=True, nulls_last=True).unique(
        _EVENT, keep="first", maintain_order=True
    )
    return best.join(span, on=_EVENT).select(
        *_EVENT,
        "low",
        pl.col("candidate").alias("best"),
        "high",
        rule=pl.when(pl.col("candidate") == 0)
        .then(pl.lit("claimed_none"))
        .when("stated")
        .then(pl.lit("weighed_totals"))
        .otherwise(pl.lit("described_people")),
        claim_ids="claim_ids",
    )


def _age_weight(params: Params) -> pl.Expr:
    """What age leaves of a vote, 0–1; the votes come newest first. An undated vote counts as one half-life old.

    A vote is superseded by a newer one that is higher and firm.
    """
    firm = pl.when(pl.col("strength") >= params.firm).then("best")
    superseded = (firm.cum_max().shift(1).over(_EVENT) > pl.col("best")).fill_null(value=False)
    half_life = pl.when(superseded).then(params.superseded_hours).otherwise(params.half_life_hours)
    age = (pl.col("starts").max().over(_EVENT) - pl.col("starts")).dt.total_minutes() / 60.0
    return pl.lit(0.5).pow(age.fill_null(half_life) / half_life)


def _supports(params: Params) -> pl.Expr:
    reach = pl.col("best") * (1.0 + params.floor_reach)
    above = pl.col("open") & (pl.col("candidate") >= pl.col("best")) & (pl.col("candidate") <= reach)
    return (pl.col("candidate") == pl.col("best")) | above
