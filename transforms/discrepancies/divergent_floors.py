"""Open figures that can both be true as logic, and differ as reports.

Says
    'More than 12' and 'at least nine' do not exclude each other, yet one outlet knows of three dead more than the
    other; no time explains it.
Why it matters
    A reader of the second outlet learns another toll. It is mostly an old floor that was left standing.
Flagged
    'more than 12' beside 'at least nine'; a floor of 30 beside an exact 39 in one article; a vague word beside a figure
    outside its interval.
Not flagged
    A higher figure of a later time (update_up); hedged figures within 10 % (compatible_imprecision); intervals without
    a common number (hard_conflict).
Not comparable when
    They count different kinds, populations or places, or one is a part of the other.
Source
    Contract of relations: intervals meet, anchors differ beyond tolerance, one-sided; unknown time is flagged, medium.
"""

import polars as pl

from expectations.contracts.vocabulary import Relation
from transforms.discrepancies.intervals import figures, vague
from transforms.discrepancies.rule import Nature, Rule
from transforms.discrepancies.severity import by_gap_and_origins
from transforms.discrepancies.words import say

TYPE = Relation.DIVERGENT_FLOORS
SINCE = "0.1.0"
VERSION = 1


def matches() -> pl.Expr:
    """The intervals share a number, or a vague word stands beside a number outside its interval."""
    return figures() & ~pl.col("opposed") & (pl.col("gap") > 0) & (pl.col("meet") | vague())


def reason() -> pl.Expr:
    """Both figures as written."""
    return say("{a} and {b} do not exclude each other, yet differ as reported, and no time explains it")


def severity() -> pl.Expr:
    """At most medium: as logic they agree."""
    ranked = by_gap_and_origins()
    return pl.when(ranked == "high").then(pl.lit("medium")).otherwise(ranked)


RULE = Rule(TYPE, SINCE, VERSION, __doc__ or "", Nature.CONFLICT, matches, reason, severity, confidence=0.75)
