"""Numbers that cannot add up.

Says
    A part is larger than its whole, parts that make up the whole do not add up to it, or more was shot down than was
    launched.
Why it matters
    It is wrong by itself, whatever happened: a slip of the outlet or of its source.
Flagged
    '12 dead, among them 14 children'; '12 dead: six men, four women and three children'; '90 of the 70 drones were
    shot down'.
Not flagged
    Parts that leave people over ('12 dead, among them two children'); populations that overlap ('five civilians and two
    children').
Not comparable when
    The whole and the part stand in different articles, where a later part may belong to a later whole.
Source
    Contract of relations: a constraint check within one article.
"""

import polars as pl

from expectations.contracts.vocabulary import Kind, Relation
from transforms.discrepancies.rule import Apart, Nature, Rule
from transforms.discrepancies.severity import step_name
from transforms.discrepancies.words import say

TYPE = Relation.ARITHMETIC
SINCE = "0.1.0"
VERSION = 1
LAUNCHED = [Kind.MISSILES.value, Kind.DRONES.value, Kind.OTHER_WEAPONS.value]


def matches() -> pl.Expr:
    """In one article: a part above the whole, a whole whose parts do not add up, or more intercepted than launched."""
    above = pl.col("part_above_whole") | pl.col("parts_off")
    a, b = pl.col("kind_a"), pl.col("kind_b")
    shot = (a == Kind.INTERCEPTED.value) & (b == Kind.OTHER_WEAPONS.value) & (pl.col("least_a") > pl.col("most_b"))
    launched = (b == Kind.INTERCEPTED.value) & (a == Kind.OTHER_WEAPONS.value) & (pl.col("least_b") > pl.col("most_a"))
    return pl.col("in_article") & (above | (shot | launched).fill_null(value=False))


def reason() -> pl.Expr:
    """Both figures as written."""
    return (
        pl.when("parts_off")
        .then(say("{a} and {b}: the parts do not add up to the whole"))
        .otherwise(say("{a} and {b}: the part is larger than the whole"))
    )


def severity() -> pl.Expr:
    """High: it is wrong by itself."""
    return step_name(pl.lit(2))


RULE = Rule(
    TYPE, SINCE, VERSION, __doc__ or "", Nature.CONFLICT, matches, reason, severity, confidence=0.7, apart=Apart.VALUES
)
