"""The gate: whether two claims speak of the same thing at all, and if not, why not."""

from dataclasses import dataclass

import polars as pl

from expectations.contracts.vocabulary import Basis, Hedge, Stance
from transforms.claims.people import PARTS
from transforms.claims.totals import LISTED


@dataclass(frozen=True, slots=True)
class Params:
    """`window_days`: figures that speak of times further apart than this are of different states of the world.
    `told_reach`: a figure of more than this many times the people told of without a number, or one that did not come
    later, is no rival: an article tells of one victim and counts them all elsewhere. `scale`: of two figures this far
    apart (relative gap) the lower one is a part, a place or one story of the event, unless it came first or is none.
    `story`: where a figure was known that is so far above one of them, both tell one story of a larger event; so far
    that one figure misread seldom makes it so.
    """

    window_days: int = 366
    told_reach: float = 2.0
    scale: float = 0.9
    story: float = 0.95


def gate(params: Params = Params()) -> pl.Expr:
    """Null where the pair is comparable, else the reason: text over the pair features (features.py).

    In order: kind, as-of window, people told of without a number, population, scale, whole and part, projection.
    """
    total_a, total_b = pl.col("is_event_total_a"), pl.col("is_event_total_b")
    whole, part = total_a & total_b, ~total_a & ~total_b
    populations = pl.col("population_a").is_not_null(), pl.col("population_b").is_not_null()
    same_people = pl.col("same_population") & populations[0]
    scopes_known = pl.col("scope_a").is_not_null() & pl.col("scope_b").is_not_null()
    other_scope = scopes_known & ~pl.col("same_scope")
    same_part = pl.col("same_population") & (populations[0] | pl.col("scope_a").is_not_null()) & pl.col("same_scope")
    apart = (pl.col("starts_a") - pl.col("starts_b")).abs() > pl.duration(days=params.window_days)
    number = pl.col("numeric")
    return (
        pl.when(~pl.col("same_kind"))
        .then(_two("kind: the one counts or tells of ", "kind", ", the other "))
        .when(apart.fill_null(value=False))
        .then(pl.lit("as-of window: the claims speak of times more than a year apart"))
        .when(~number & ~whole & ~_one_name())
        .then(pl.lit("event: one of the two tells of another act"))
        .when(~number & other_scope)
        .then(_two("scope: ", "scope", " beside "))
        .when(~number)
        .then(None)
        .when(_told_one_by_one(params))
        .then(pl.lit("event total: people told of without a number beside a counted total"))
        .when(whole & populations[0] & populations[1] & ~pl.col("same_population"))
        .then(_two("population: ", "population", " beside "))
        .when(whole & _some_of_the_people())
        .then(
            pl.concat_str(
                pl.lit("population: "), pl.coalesce("population_a", "population_b"), pl.lit(" are some of the people")
            )
        )
        .when(whole & _other_scale(params))
        .then(pl.lit("event total: the lower figure is of another scale and no earlier one"))
        .when((total_a != total_b) & ~(same_people & ~other_scope) & ~_counted_for_its_place() & ~_fare_alike())
        .then(pl.concat_str(pl.lit("event total: a whole beside "), _partial()))
        .when(part & other_scope)
        .then(_two("scope: ", "scope", " beside "))
        .when(part & ~pl.col("same_population"))
        .then(pl.lit("population: the parts count different people"))
        .when(part & ~same_part & ~_fare_alike())
        .then(
            pl.lit("event total: neither figure counts the event as a whole, and nothing says that they count one part")
        )
        .when(part & pl.col("in_article") & (pl.col("gap") > 0) & ~(populations[0] & (pl.col("order") != 0)))
        .then(pl.lit("event total: two parts of one article"))
        .when(_projection())
        .then(pl.lit("cumulative sense: an expected figure beside a counted one"))
        .otherwise(None)
    )


def _told_one_by_one(params: Params) -> pl.Expr:
    lower, higher = pl.col("basis_lower") == Basis.DESCRIBED.value, pl.col("basis_higher") == Basis.DESCRIBED.value
    far = pl.col("point_higher") > params.told_reach * pl.col("point_lower")
    no_rise = (pl.col("gap") > 0) & (pl.col("order") != -1)
    vague = [
        (pl.col(f"basis_{side}") == Basis.DESCRIBED.value) & (pl.col(f"hedge_{side}") == Hedge.VAGUE.value)
        for side in "ab"
    ]
    told = (lower & ~higher & (far | no_rise)) | (pl.any_horizontal(*vague) & (pl.col("gap") > 0))
    return told.fill_null(value=False)


def _some_of_the_people() -> pl.Expr:
    """The lower figure is of a population that is always counted among others, the higher one of all people."""
    parts = [part.value for part in PARTS]
    low = pl.when("a_is_higher").then("population_b").otherwise("population_a")
    high = pl.when("a_is_higher").then("population_a").otherwise("population_b")
    return (low.is_in(parts) & high.is_null() & (pl.col("gap") > 0)).fill_null(value=False)


def _other_scale(params: Params) -> pl.Expr:
    """One story of a far larger event: a far higher figure was known by then, or stands beside it and is no later."""
    far = pl.col("gap") >= params.scale
    story = pl.any_horizontal(
        (pl.col(f"known_before_{side}") * (1 - params.story) >= pl.col(f"point_{side}")).fill_null(value=False)
        & (pl.col(f"point_{side}") > 0)
        for side in "ab"
    )
    apart = far & (pl.col("order") != -1) & (pl.col("point_lower") > 0)
    return ((story & (pl.col("gap") > 0)) | apart).fill_null(value=False) & ~pl.col("same_source")


def _one_name() -> pl.Expr:
    """One and the same name; that the other article tells of another act in passing is less sure than the name."""
    named = (pl.col("text_like") >= 1.0) & pl.col("value_class_a").eq_missing(pl.col("value_class_b"))
    return named.fill_null(value=False) & (pl.col("is_event_total_a") | pl.col("is_event_total_b"))


def _counted_for_its_place() -> pl.Expr:
    """'129 in the one country and six in the next': set beside a whole of the same place, the part is that whole."""
    place = pl.col("scope_a").is_not_null() & pl.col("scope_b").is_not_null() & pl.col("same_scope")
    listed = pl.when("is_event_total_a").then("total_reason_b").otherwise("total_reason_a") == LISTED
    return (place & listed & pl.col("same_population")).fill_null(value=False)


def _fare_alike() -> pl.Expr:
    """'Three in intensive care' and 'three of them critical', in different articles: one part, by how it fares."""
    alike = (pl.col("fares_a") == pl.col("fares_b")) & pl.col("same_population") & ~pl.col("in_article")
    return alike.fill_null(value=False)


def _partial() -> pl.Expr:
    reason = pl.when("is_event_total_a").then("total_reason_b").otherwise("total_reason_a")
    return pl.when(reason.is_null()).then(pl.lit("a part, rate or other event")).otherwise(reason)


def _projection() -> pl.Expr:
    unsure = pl.when("a_is_higher").then("stance_a").otherwise("stance_b") == Stance.UNCONFIRMED.value
    counted = pl.when("a_is_higher").then("stance_b").otherwise("stance_a") == Stance.ASSERTS.value
    return pl.col("in_article") & pl.col("same_source") & unsure & counted & (pl.col("gap") > 0)


def _two(start: str, column: str, between: str) -> pl.Expr:
    return pl.concat_str(pl.lit(start), f"{column}_a", pl.lit(between), f"{column}_b")
