"""A later figure is higher.

Says
    The higher figure speaks of a later time, or its words tell of a rise; it supersedes the lower one.
Why it matters
    Tolls grow while people are found. An update is a ledger entry and no contradiction; who still prints the old
    figure hours later is another finding.
Flagged
    '9' at 06:00 and '12' at 17:30; 'the toll rises to 12' beside '9'; 'no casualties' first and deaths later. An
    ordinary run of updates is shown step by step, at severity low.
Not flagged
    A higher figure that was already in print when the lower one was given (divergent_floors or hard_conflict); two
    hedged figures within 10 % (compatible_imprecision).
Not comparable when
    They count different kinds, populations or places, or one is a part of the other.
Source
    Contract of relations: later as-of time, or a cue ('rises to', 'now', 'another body').
"""

import polars as pl

from expectations.contracts.vocabulary import Relation, Severity
from transforms.discrepancies.intervals import already_known, figures, lower_first
from transforms.discrepancies.rule import Nature, Rule
from transforms.discrepancies.severity import fixed
from transforms.discrepancies.words import say

TYPE = Relation.UPDATE_UP
SINCE = "0.1.0"
VERSION = 1


def matches() -> pl.Expr:
    """The lower figure came first and nothing as high as the higher one was in print by then."""
    return figures() & ~pl.col("opposed") & (pl.col("gap") > 0) & lower_first() & ~already_known()


def reason() -> pl.Expr:
    """Both figures as written."""
    return pl.when("a_is_higher").then(say("{b} came first, {a} later")).otherwise(say("{a} came first, {b} later"))


def severity() -> pl.Expr:
    """Low: it is a ledger entry."""
    return fixed(Severity.LOW)


RULE = Rule(TYPE, SINCE, VERSION, __doc__ or "", Nature.EVOLUTION, matches, reason, severity, confidence=0.85)
