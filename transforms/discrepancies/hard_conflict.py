"""Two figures exclude each other, and no time explains it.

Says
    No number satisfies both claims, and neither is known to be the later one, or the lower is later without anything
    that says it replaces the higher.
Why it matters
    One of them is wrong. This is what an editor should look into first.
Flagged
    '9' and '12' of one hour by two sources; '12 killed' in the headline and 'nine deaths' in the text; 'at least 114'
    and 'around 100'; none and twelve, held by two sides side by side.
Not flagged
    A later, higher figure (update_up); the same named source behind both (attribution_conflict); hedged figures within
    10 % (compatible_imprecision).
Not comparable when
    They count different kinds, populations or places, or one is a part of the other.
Source
    Contract of relations: disjoint intervals; severity by relative gap and independent origins.
"""

import polars as pl

from expectations.contracts.vocabulary import Relation
from transforms.discrepancies.intervals import figures
from transforms.discrepancies.rule import Nature, Rule
from transforms.discrepancies.words import say

TYPE = Relation.HARD_CONFLICT
SINCE = "0.1.0"
VERSION = 1


def matches() -> pl.Expr:
    """The intervals have no number in common and no rule before it took the pair."""
    return figures() & ~pl.col("opposed") & (pl.col("gap") > 0) & ~pl.col("meet")


def reason() -> pl.Expr:
    """Both figures as written."""
    return say("{a} and {b} exclude each other, and no time explains it")


RULE = Rule(TYPE, SINCE, VERSION, __doc__ or "", Nature.CONFLICT, matches, reason)
