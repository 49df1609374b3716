"""Figures that look like rivals count different things.

Says
    One figure counts the injured, the other those taken to hospital; or one total is of missiles and the other, equal
    or nearly so, of missiles and drones together.
Why it matters
    Set side by side they read as a contradiction. They are none, and must never be merged.
Flagged
    'More than 150 injured' beside another outlet's '52 in hospital'; '200 missiles' beside '200 missiles and drones'.
Not flagged
    Both figures in one article, or an article that has both counts: it keeps them apart itself.
Not comparable when
    They speak of different populations or places.
Source
    Contract of relations: distinct statuses, never merged.
"""

from dataclasses import dataclass

import polars as pl

from expectations.contracts.vocabulary import Kind, Relation, Severity
from transforms.discrepancies.rule import Nature, Rule
from transforms.discrepancies.severity import fixed
from transforms.discrepancies.words import say

TYPE = Relation.DEFINITION
SINCE = "0.1.0"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Params:
    """`near`: totals of missiles and of all weapons this near (relative gap) are one volley counted differently."""

    near: float = 0.10


PARAMS = Params()


def _kinds(first: Kind, second: Kind) -> pl.Expr:
    a, b = pl.col("kind_a"), pl.col("kind_b")
    return ((a == first.value) & (b == second.value)) | ((a == second.value) & (b == first.value))


def matches(params: Params = PARAMS) -> pl.Expr:
    """Injured beside hospitalised, of articles with one of both counts; missiles beside as many of all weapons."""
    same = pl.col("same_population") & (
        pl.col("same_scope") | pl.col("scope_a").is_null() | pl.col("scope_b").is_null()
    )
    apart = [pl.col(f"counts_injured_{side}") & pl.col(f"counts_hospitalised_{side}") for side in "ab"]
    people = _kinds(Kind.INJURED, Kind.HOSPITALISED) & ~apart[0] & ~apart[1]
    volley = _kinds(Kind.MISSILES, Kind.OTHER_WEAPONS) & (pl.col("gap") <= params.near).fill_null(value=False)
    return (
        same
        & ~pl.col("in_article")
        & (people | volley)
        & pl.col("point_a").is_not_null()
        & pl.col("point_b").is_not_null()
    )


def reason() -> pl.Expr:
    """Both figures as written and what each counts."""
    kinds = pl.concat_str(pl.lit(": the one counts "), "kind_a", pl.lit(", the other "), "kind_b").str.replace_all(
        "_", " "
    )
    return pl.concat_str(say("{a} and {b}"), kinds.str.replace_all("_", " "))


def severity() -> pl.Expr:
    """Low: nothing is wrong."""
    return fixed(Severity.LOW)


RULE = Rule(TYPE, SINCE, VERSION, __doc__ or "", Nature.NOTICE, matches, reason, severity, confidence=0.7)
