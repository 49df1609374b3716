"""What the rules share: figures, hedges, intervals and their order, as expressions over the pair features."""

from dataclasses import dataclass

import polars as pl

from expectations.contracts.vocabulary import Hedge

FLOORS = (Hedge.AT_LEAST.value, Hedge.MORE_THAN.value)
CEILINGS = (Hedge.UP_TO.value, Hedge.LESS_THAN.value, Hedge.NEARLY.value)
ROUGH = (Hedge.ABOUT.value, *CEILINGS)
BELOW = (Hedge.NEARLY.value, Hedge.LESS_THAN.value)


@dataclass(frozen=True, slots=True)
class Tolerance:
    """Relative gaps up to which different anchors still agree: with hedges on both sides or a rough one, and for a
    floor with an exact figure above it. Decided in the project's notes on doubtful cases.
    """

    hedged: float = 0.10
    floor_and_exact: float = 0.05


TOLERANCE = Tolerance()


def comparable() -> pl.Expr:
    """The pair passed the gate: both speak of the same thing."""
    return pl.col("gate").is_null()


def figures() -> pl.Expr:
    """Both are figures of one kind and comparable."""
    return comparable() & pl.col("numeric") & pl.col("same_kind")


def accounts(kind: str) -> pl.Expr:
    """Both are of the given textual kind and comparable."""
    return comparable() & pl.col("same_kind") & (pl.col("kind_a") == kind)


def vague() -> pl.Expr:
    """At least one of the two is a vague word."""
    return pl.any_horizontal(pl.col("hedge_a", "hedge_b") == Hedge.VAGUE.value)


def equal() -> pl.Expr:
    """The same number stands in both."""
    return (pl.col("anchor_a") == pl.col("anchor_b")).fill_null(value=False)


def hedge_in(side: str, hedges: tuple[str, ...]) -> pl.Expr:
    """The claim of that side (lower or higher) is hedged so."""
    return pl.col(f"hedge_{side}").is_in(list(hedges)).fill_null(value=False)


def exclude_each_other() -> pl.Expr:
    """One hedge puts the figure below the number, the other at or above it: 'nearly 500' and 'over 500'."""
    low_a, low_b = pl.col("hedge_a").is_in(list(BELOW)), pl.col("hedge_b").is_in(list(BELOW))
    floor_a, floor_b = pl.col("hedge_a").is_in(list(FLOORS)), pl.col("hedge_b").is_in(list(FLOORS))
    return ((low_a & floor_b) | (low_b & floor_a)).fill_null(value=False)


def within_tolerance(tolerance: Tolerance = TOLERANCE) -> pl.Expr:
    """Different anchors that agree all the same.

    Two hedged figures, or one that is rough (about, nearly, up to, less than), within `hedged`; a floor and an exact
    figure above it within `floor_and_exact`; a stated range and a figure inside it.
    """
    lower_hedged, higher_hedged = (
        pl.col("hedge_lower") != Hedge.EXACT.value,
        pl.col("hedge_higher") != Hedge.EXACT.value,
    )
    rough = hedge_in("lower", ROUGH) | hedge_in("higher", ROUGH)
    close = pl.col("gap") <= tolerance.hedged
    near_floor = hedge_in("lower", FLOORS) & ~higher_hedged & (pl.col("gap") <= tolerance.floor_and_exact)
    ranged = (hedge_in("lower", (Hedge.RANGE.value,)) | hedge_in("higher", (Hedge.RANGE.value,))) & pl.col("meet")
    return (((lower_hedged & higher_hedged) | rough) & close) | near_floor | ranged


def lower_first() -> pl.Expr:
    """The lower figure is the earlier one."""
    return pl.col("order") == -1


def higher_first() -> pl.Expr:
    """The higher figure is the earlier one."""
    return pl.col("order") == 1


def already_known() -> pl.Expr:
    """Before the lower figure was given, one as high as the higher one had been in print: it is no step upwards."""
    return (pl.col("known_before_lower") >= pl.col("point_higher")).fill_null(value=False)


def new_figure() -> pl.Expr:
    """The lower figure first appeared after the higher one had."""
    return (pl.col("first_seen_lower") >= pl.col("first_seen_higher")).fill_null(value=True)


def settled(share: float = 1.02) -> pl.Expr:
    """Nothing after the lower figure goes above it again."""
    return (pl.col("seen_later_lower") <= pl.col("point_lower") * share).fill_null(value=True)
