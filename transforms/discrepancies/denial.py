"""One source denies what another says.

Says
    The two claims hold the same proposition, the same party as doer, the same target or the same figure, and one of
    them denies it.
Why it matters
    A denial belongs beside the claim it denies, also when the claim is another outlet's.
Flagged
    The ministry denies an attack on the station, the mayor blames the ministry's forces; a group claims an act and its
    leaders deny it.
Not flagged
    A figure that its own source withdraws for a lower one (downward_correction); 'not confirmed', which denies nothing.
Not comparable when
    The denial is of another party, target or figure.
Source
    Contract of relations: opposite stance, same proposition.
"""

from dataclasses import dataclass

import polars as pl

from expectations.contracts.vocabulary import Relation, Severity
from transforms.discrepancies.intervals import comparable, equal
from transforms.discrepancies.rule import Apart, Nature, Rule
from transforms.discrepancies.severity import fixed
from transforms.discrepancies.words import say

TYPE = Relation.DENIAL
SINCE = "0.1.0"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Params:
    """`alike`: words without a class name the same thing from this likeness on (0–1)."""

    alike: float = 0.6


PARAMS = Params()


def matches(params: Params = PARAMS) -> pl.Expr:
    """Opposite stance towards one class (or a more general one), like words, or an equal number."""
    classes = pl.col("classes").is_in(["equal", "general"]).fill_null(value=False)
    words = (pl.col("classes").is_null() & (pl.col("text_like") >= params.alike)).fill_null(value=False)
    return comparable() & pl.col("same_kind") & pl.col("opposed") & (
        (~pl.col("numeric") & (classes | words)) | (pl.col("numeric") & equal())
    )  # fmt: skip


def reason() -> pl.Expr:
    """Both as written, the denied one first."""
    return pl.when(pl.col("stance_a") == "denies").then(say("{a} is denied, {b} is said")).otherwise(
        say("{b} is denied, {a} is said")
    )  # fmt: skip


def severity() -> pl.Expr:
    """Medium: both sides are on record."""
    return fixed(Severity.MEDIUM)


RULE = Rule(
    TYPE, SINCE, VERSION, __doc__ or "", Nature.DISPUTE, matches, reason, severity, confidence=0.75, apart=Apart.VALUES
)
