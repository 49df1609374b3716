"""A later figure is lower.

Says
    The lower figure speaks of a later time and takes the place of the higher one: its words tell of a correction, the
    same source gives it, or it is new and nothing goes above it again. Falls of counts that do fall (missing,
    hospitalised, displaced) are of this type too, at severity low.
Why it matters
    Tolls fall as well as rise: remains turn out to be counted twice, the missing turn up alive. Who printed the higher
    figure should correct it.
Flagged
    '9' and, from the same service later, '8'; 'revised from eight to six'; '270' and two weeks later '260' by DNA.
Not flagged
    A lower figure at about the same time from another source (hard_conflict); an old figure printed after its own
    source had gone higher (stale_relay); an open figure that is still true (divergent_floors).
Not comparable when
    They count different kinds, populations or places, or one is a part of the other.
Source
    Contract of relations: later and lower; severity high without a cue or the same authority.
"""

from dataclasses import dataclass

import polars as pl

from expectations.contracts.vocabulary import FALLING_KINDS, Relation, Severity, Stance
from transforms.discrepancies.cues import Direction
from transforms.discrepancies.intervals import figures, higher_first, new_figure, settled
from transforms.discrepancies.rule import Apart, Nature, Rule
from transforms.discrepancies.words import say

TYPE = Relation.DOWNWARD_CORRECTION
SINCE = "0.1.0"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Params:
    """`settled_share`: later figures up to this share of the lower one do not go above it again. `settled_gap`: a fall
    by more than this from another source is a conflict and no correction. `small_gap`: a fall by less than this is of
    severity medium at most.
    """

    settled_share: float = 1.02
    settled_gap: float = 0.25
    small_gap: float = 0.05


PARAMS = Params()
FALLING = list(FALLING_KINDS)


def matches(params: Params = PARAMS) -> pl.Expr:
    """The higher figure came first, and something says that the lower one takes its place."""
    revised = pl.when("a_is_higher").then("a_to_b").otherwise("b_to_a")
    cue = revised | (pl.col("cue_lower") == Direction.DOWN.value).fill_null(value=False)
    quiet = settled(params.settled_share) & (pl.col("gap") <= params.settled_gap) & ~pl.col("meet")
    replaced = new_figure() & (pl.col("same_source") | quiet)
    withdrawn = (pl.col("stance_higher") == Stance.DENIES.value) & (pl.col("same_source") | pl.col("in_article"))
    later = higher_first() & ~pl.col("opposed") & (cue | replaced | pl.col("kind_a").is_in(FALLING))
    return figures() & (pl.col("gap") > 0) & (later | withdrawn)


def reason() -> pl.Expr:
    """Both figures as written, and what says so."""
    cue = pl.when("a_is_higher").then("change_cue_b").otherwise("change_cue_a")
    why = (
        pl.when(pl.col("stance_higher") == Stance.DENIES.value)
        .then(pl.lit("the higher figure is withdrawn"))
        .when((pl.col("cue_lower") == Direction.DOWN.value) & cue.is_not_null())
        .then(pl.concat_str(pl.lit("the words '"), cue, pl.lit("' tell of a correction")))
        .when(pl.col("kind_a").is_in(FALLING))
        .then(pl.lit("such counts fall"))
        .when("same_source")
        .then(pl.lit("the same source gives both"))
        .otherwise(pl.lit("no figure after it is higher"))
    )
    first, second = say("{a} came first, {b} later: "), say("{b} came first, {a} later: ")
    return pl.concat_str(pl.when("a_is_higher").then(first).otherwise(second), why)


def severity(params: Params = PARAMS) -> pl.Expr:
    """High where nothing explains the fall, medium where cue or source does or it is small, low where counts fall."""
    return (
        pl.when(pl.col("kind").is_in(FALLING))
        .then(pl.lit(Severity.LOW.value))
        .when(pl.col("explained") | (pl.col("gap") < params.small_gap))
        .then(pl.lit(Severity.MEDIUM.value))
        .otherwise(pl.lit(Severity.HIGH.value))
    )


RULE = Rule(TYPE, SINCE, VERSION, __doc__ or "", Nature.EVOLUTION, matches, reason, severity, apart=Apart.VALUES)
