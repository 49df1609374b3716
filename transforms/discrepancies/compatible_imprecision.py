"""Two claims differ in wording or roundness and can both be true.

Says
    The figures are the same number with different hedges, or so near, given how they are hedged, that one is a
    rounder way to say the other; or one name is a more general name of the other.
Why it matters
    'Around 90' beside '87' is no contradiction, and a tool that says so is not read twice.
Flagged
    Nothing: it is a relation between claims and no finding. 'At least 12' and '12', 'around 90' and '90', 'dozens' and
    '30', 'US-led coalition' and 'US forces' stand in it.
Not flagged
    '12' and '13', both exact; 'more than 80' and '101'.
Not comparable when
    They count different kinds, populations or places, or one is a part of the other.
Source
    Contract of relations, doubtful cases: hedged figures within 10 %, a floor and an exact figure above it within 5 %.
"""

from dataclasses import dataclass

import polars as pl

from expectations.contracts.vocabulary import ACCOUNT_KINDS, Relation
from transforms.discrepancies.cues import Direction
from transforms.discrepancies.intervals import comparable, equal, figures, vague, within_tolerance
from transforms.discrepancies.rule import Nature, Rule
from transforms.discrepancies.words import say

TYPE = Relation.COMPATIBLE_IMPRECISION
SINCE = "0.1.0"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Params:
    """`shared_words`: words without a class are names of one thing from this likeness on (0–1)."""

    shared_words: float = 0.5


PARAMS = Params()


def matches(params: Params = PARAMS) -> pl.Expr:
    """Equal anchors; a vague word whose interval holds the figure; anchors within tolerance and no word of a rise."""
    in_vague = vague() & (pl.col("meet") | pl.col("point_lower").is_null() | pl.col("point_higher").is_null())
    risen = (pl.col("cue_higher") == Direction.UP.value) & (pl.col("order") == -1)
    near = within_tolerance() & ~risen.fill_null(value=False)
    number = figures() & ~pl.col("opposed") & (equal() | in_vague | near)
    classes = (
        pl.col("classes").is_in(["equal", "general", "different"])
        | ((pl.col("classes") == "rival") & pl.col("together"))
        | (pl.col("classes").is_null() & (pl.col("text_like") >= params.shared_words))
    )
    account = comparable() & pl.col("same_kind") & pl.col("kind_a").is_in(list(ACCOUNT_KINDS)) & ~pl.col("opposed")
    return number.fill_null(value=False) | (account & classes.fill_null(value=False))


def reason() -> pl.Expr:
    """Both figures as written."""
    return say("{a} and {b} can both be true")


RULE = Rule(TYPE, SINCE, VERSION, __doc__ or "", Nature.AGREEMENT, matches, reason)
