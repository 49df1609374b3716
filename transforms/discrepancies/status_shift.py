"""People move from one count to another.

Says
    As many as were missing are dead later, or the missing are fewer by as many as the dead are more: the sum of dead
    and missing is unchanged.
Why it matters
    It is an update of status and no new victims; adding both up would count people twice.
Flagged
    'Two children are missing' and later 'two children are among the dead'; 10 dead and 5 missing, later 12 dead and 3
    missing.
Not flagged
    Dead and missing that change by different numbers.
Not comparable when
    The counts speak of different populations or parts.
Source
    Contract of relations: missing → dead, dead + missing unchanged; IFRC and UN practice of casualty ledgers.
"""

import polars as pl

from expectations.contracts.vocabulary import Kind, Relation, Severity
from transforms.discrepancies.rule import Apart, Nature, Rule
from transforms.discrepancies.severity import fixed
from transforms.discrepancies.words import say

TYPE = Relation.STATUS_SHIFT
SINCE = "0.1.0"
VERSION = 1


def matches() -> pl.Expr:
    """A missing and a killed claim: of one named population with equal numbers, or of articles with equal sums."""
    kinds = pl.concat_list("kind_a", "kind_b").list.sort() == pl.lit(
        [Kind.KILLED.value, Kind.MISSING.value], dtype=pl.List(pl.String)
    )
    people = pl.col("same_population") & pl.col("population_a").is_not_null() & (pl.col("point_a") == pl.col("point_b"))
    sums = (
        (pl.col("dead_and_missing_a") == pl.col("dead_and_missing_b"))
        & pl.col("is_event_total_a")
        & pl.col("is_event_total_b")
    )
    moved = sums & ~pl.col("in_article") & (pl.col("dead_a") != pl.col("dead_b"))
    return kinds & (people.fill_null(value=False) | moved.fill_null(value=False))


def reason() -> pl.Expr:
    """Both figures as written."""
    return say("{a} and {b}: missing people became dead ones, the sum is the same")


def severity() -> pl.Expr:
    """Low: it is an update."""
    return fixed(Severity.LOW)


RULE = Rule(
    TYPE, SINCE, VERSION, __doc__ or "", Nature.EVOLUTION, matches, reason, severity, confidence=0.7, apart=Apart.VALUES
)
