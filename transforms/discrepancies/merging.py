"""Pairs of values to findings: values of one kind that differ in one way are one finding, with a group a value."""

from dataclasses import dataclass

import polars as pl

from expectations.contracts.vocabulary import Severity
from transforms.discrepancies.grouping import FINDING, VALUES


@dataclass(frozen=True, slots=True)
class Params:
    """`named`: so many values beside the leading two are told in the explanation; the others are counted."""

    named: int = 6


def merged(ranked: pl.DataFrame, ordered: pl.DataFrame, params: Params = Params()) -> pl.DataFrame:
    """A row a finding: the columns of its leading pair of values, and over all its pairs claim_ids (the two that the
    explanation quotes come first), fields, low, high, and `beside`: the other values in words, null without any.

    `ranked`: value_pairs (grouping.py) with severity and confidence; `ordered`: the pairs of claims behind them. The
    leading pair is the most severe; of equals the better backed, then the wider apart.
    """
    order = [severity.value for severity in Severity]
    rank = pl.col("severity").replace_strict(order, list(range(len(order))), return_dtype=pl.Int8)
    leading = (
        ranked.with_columns(rank=rank, backed=pl.min_horizontal("origins_first", "origins_second"))
        .sort("rank", "backed", "gap", *VALUES, descending=[False, True, True, False, False], nulls_last=True)
        .unique(FINDING, keep="first", maintain_order=True)
        .drop("rank", "backed", "low", "high")
    )
    members = _members(ranked, ordered)
    whole = members.group_by(FINDING).agg(
        low=pl.col("point").min(),
        high=pl.col("point").max(),
        all_claims=pl.col("claim").unique().sort(),
        fields=pl.col("fields").unique().sort(),
    )
    found = leading.join(whole, on=FINDING, nulls_equal=True).join(
        _beside(members, leading, params), on=FINDING, how="left", nulls_equal=True
    )
    quoted = pl.concat_list("claim_first", "claim_second")
    return found.with_columns(
        claim_ids=pl.concat_list(quoted, pl.col("all_claims").list.set_difference(quoted).list.sort())
    )


def _members(ranked: pl.DataFrame, ordered: pl.DataFrame) -> pl.DataFrame:
    """A row a finding, value and claim: FINDING, value, claim, origin, point, shown, fields."""
    kept = ordered.join(ranked.select(*FINDING, *VALUES), on=[*FINDING, *VALUES], how="semi", nulls_equal=True)
    columns = ("claim", "origin", "point", "shown", "fields")
    sides = [
        kept.select(*FINDING, pl.col(side).alias("value"), *(pl.col(f"{c}_{side}").alias(c) for c in columns))
        for side in VALUES
    ]
    return pl.concat(sides).unique([*FINDING, "value", "claim"], keep="first", maintain_order=True)


def _beside(members: pl.DataFrame, leading: pl.DataFrame, params: Params) -> pl.DataFrame:
    """FINDING, beside: the values that do not lead, by size: 'FIGURE' (N claims of M origins), …"""
    of_lead = pl.concat([leading.select(*FINDING, pl.col(side).alias("value")) for side in VALUES])
    others = (
        members.join(of_lead, on=[*FINDING, "value"], how="anti", nulls_equal=True)
        .group_by(*FINDING, "value", maintain_order=True)
        .agg(
            pl.col("shown").first(),
            pl.col("point").first(),
            n=pl.col("claim").n_unique(),
            origins=pl.col("origin").n_unique(),
        )
        .sort("point", "value", nulls_last=True)
    )
    told = pl.concat_str(
        "shown", pl.lit(" ("), counted("n", "claim"), pl.lit(" of "), counted("origins", "origin"), pl.lit(")")
    )
    left = pl.len().cast(pl.Int64) - params.named
    more = pl.when(left > 0).then(pl.format(" and {} more", left)).otherwise(pl.lit(""))
    return others.group_by(FINDING, maintain_order=True).agg(
        beside=pl.concat_str(told.head(params.named).str.join(", "), more).first()
    )


def counted(column: str, noun: str) -> pl.Expr:
    """'1 claim', '3 claims'."""
    plural = pl.when(pl.col(column) == 1).then(pl.lit(f" {noun}")).otherwise(pl.lit(f" {noun}s"))
    return pl.concat_str(pl.col(column).cast(pl.String), plural)
