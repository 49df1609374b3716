"""An outlet gives a source another figure than the source itself does.

Says
    The claim names a source whose own statement is among the articles, and the two figures exclude each other although
    they speak of the same time.
Why it matters
    The statement itself is at hand: the relay is wrong, or the statement was changed without a word.
Flagged
    'The service said 12' beside the service's own page of that hour, which says 9.
Not flagged
    A statement of another time; a figure that the statement's hedge allows.
Not comparable when
    They count different kinds, populations or places, or one is a part of the other.
Source
    Contract of relations: relayed figure against the source's own statement, where that is in the warehouse.
"""

import polars as pl

from expectations.contracts.vocabulary import Relation
from transforms.discrepancies.intervals import equal, figures, within_tolerance
from transforms.discrepancies.rule import Apart, Nature, Rule
from transforms.discrepancies.words import say

TYPE = Relation.MISRELAY
SINCE = "0.1.0"
VERSION = 1


def matches() -> pl.Expr:
    """One article is the named source's own, the other names the source; no order in time, no common number."""
    return (
        figures()
        & ~pl.col("opposed")
        & pl.col("own_statement")
        & ~pl.col("meet")
        & ~equal()
        & ~within_tolerance()
        & (pl.col("order") == 0)
    )


def reason() -> pl.Expr:
    """Both figures as written."""
    return say("{a} and {b}: one is the source's own statement, the other what an outlet makes of it")


RULE = Rule(TYPE, SINCE, VERSION, __doc__ or "", Nature.CONFLICT, matches, reason, apart=Apart.SOURCE)
