"""Two claims give the same figure or the same account.

Says
    Both say the same: equal numbers with the same hedge, the same vague word, or one name of a target, perpetrator or
    cause.
Why it matters
    Agreement of independent origins is what a figure rests on; agreement of copies is none.
Flagged
    Nothing: it is a relation between claims and no finding. '12' and 'a dozen' stand in it.
Not flagged
    '12' and 'at least 12': their hedges differ, which is compatible_imprecision.
Not comparable when
    They count different kinds, populations or places, or one is a part of the other.
Source
    Contract of relations; the comparison of anchors follows the corroboration step of Airwars and Iraq Body Count.
"""

from dataclasses import dataclass

import polars as pl

from expectations.contracts.vocabulary import ACCOUNT_KINDS, Relation
from transforms.discrepancies.intervals import comparable, equal, figures
from transforms.discrepancies.rule import Nature, Rule
from transforms.discrepancies.words import say

TYPE = Relation.SAME
SINCE = "0.1.0"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Params:
    """Likeness of words (0–1) from which two accounts are the same: without a class, and with one class."""

    alike: float = 0.9
    alike_in_class: float = 0.7


PARAMS = Params()


def matches(params: Params = PARAMS) -> pl.Expr:
    """Equal anchors and hedges; equal vague words; words of one class, or very like words where a class is missing."""
    hedges = pl.col("hedge_a").eq_missing(pl.col("hedge_b"))
    wordless = pl.col("anchor_a").is_null() & pl.col("anchor_b").is_null()
    same_vague = wordless & pl.col("low_a").eq_missing(pl.col("low_b")) & pl.col("high_a").eq_missing(pl.col("high_b"))
    named_alike = (pl.col("classes") == "equal") & (pl.col("text_like") >= params.alike_in_class)
    alike = pl.when(pl.col("classes").is_not_null()).then(named_alike).otherwise(pl.col("text_like") >= params.alike)
    told = ~pl.col("opposed")
    account = comparable() & pl.col("same_kind") & pl.col("kind_a").is_in(list(ACCOUNT_KINDS))
    return told & ((figures() & hedges & (equal() | same_vague)) | (account & alike.fill_null(value=False)))


def reason() -> pl.Expr:
    """Both figures as written."""
    return say("{a} and {b} are the same")


RULE = Rule(TYPE, SINCE, VERSION, __doc__ or "", Nature.AGREEMENT, matches, reason)
