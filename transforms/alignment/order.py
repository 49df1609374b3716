"""Which of two figures came first."""

from dataclasses import dataclass

import polars as pl

from transforms.discrepancies.cues import Direction


@dataclass(frozen=True, slots=True)
class Params:
    """`hops`: rounds in which an order follows from two others; each doubles the length of the way."""

    hops: int = 2


def told_order() -> pl.Expr:
    """What the two claims themselves say: -1 the lower came first, 1 the higher, 0 not known."""
    lower, higher = pl.col("cue_lower"), pl.col("cue_higher")
    here = pl.col("in_article")
    latest = Direction.LATEST.value
    # Inside one article both were published at once: only its own words of time put one before the other.
    timed = ~here | pl.col("own_words_time_lower") | pl.col("own_words_time_higher")
    higher_to_lower = pl.when("a_is_higher").then("a_to_b").otherwise("b_to_a")
    lower_to_higher = pl.when("a_is_higher").then("b_to_a").otherwise("a_to_b")
    # A word of a change says nothing beside a figure that was first seen, or published, after it.
    not_before = (pl.col("starts_higher") >= pl.col("starts_lower")).fill_null(value=True)
    return (
        pl.when(higher_to_lower)
        .then(1)
        .when(lower_to_higher)
        .then(-1)
        .when(
            (lower == Direction.DOWN.value)
            & ~(pl.col("ends_lower") <= pl.max_horizontal("starts_higher", "first_seen_higher")).fill_null(value=False)
        )
        .then(1)
        .when(timed & (pl.col("ends_lower") <= pl.col("starts_higher")))
        .then(-1)
        .when(timed & (pl.col("ends_higher") <= pl.col("starts_lower")))
        .then(1)
        .when(
            ((higher == Direction.UP.value) & not_before)
            | (lower == Direction.EARLIER.value)
            | (here & (higher == latest))
        )
        .then(-1)
        .when(higher == Direction.EARLIER.value)
        .then(1)
        .otherwise(0)
    )


def with_established_order(pairs: pl.DataFrame, params: Params = Params()) -> pl.DataFrame:
    """The pairs of different articles with unknown `order` given the order that the rest of the event shows.

    A fall that the event tells of (with_falls) orders all pairs of its figures whose own times do not. Where other
    pairs of the same two figures are in one order only, also by way of figures between them, the two are; else the
    figure that was in print first at a known time is the older one.
    """
    known = _closed(_steps(pairs), params.hops)
    forward = known.rename({"earlier": "point_lower", "later": "point_higher"}).with_columns(up=pl.lit(value=True))
    back = known.rename({"earlier": "point_higher", "later": "point_lower"}).with_columns(down=pl.lit(value=True))
    on = [*_FIGURES, "point_lower", "point_higher"]
    joined = pairs.join(forward, on=on, how="left", maintain_order="left", nulls_equal=True).join(
        back, on=on, how="left", maintain_order="left", nulls_equal=True
    )
    free = (pl.col("order") == 0) & ~pl.col("in_article") & (pl.col("gap") > 0).fill_null(value=False)
    up, down = pl.col("up").fill_null(value=False), pl.col("down").fill_null(value=False)
    apart = (pl.col("ends_lower") <= pl.col("starts_higher")) | (pl.col("ends_higher") <= pl.col("starts_lower"))
    first = (pl.col("cue_lower") == Direction.EARLIER.value).fill_null(value=False)
    fell = pl.col("fall_told") & ~pl.col("in_article") & ~apart.fill_null(value=False) & ~first
    return joined.with_columns(
        order=pl.when(fell)
        .then(1)
        .when(~free)
        .then("order")
        .when(up & ~down)
        .then(-1)
        .when(down & ~up)
        .then(1)
        .when(up | down)
        .then("order")
        .when(pl.col("first_seen_by_lower") <= pl.col("first_seen_higher"))
        .then(-1)
        .when(pl.col("first_seen_by_higher") <= pl.col("first_seen_lower"))
        .then(1)
        .otherwise("order")
    ).drop("up", "down")


def with_falls(pairs: pl.DataFrame) -> pl.DataFrame:
    """The pairs with `fall_told`: some pair of the same two figures tells that the lower took the higher's place.

    Its sentence says 'from the one to the other', its words tell of a correction, or one article gives both with their
    times: what one report explains is explained for those that carry one of the two figures.
    """
    revised = pl.when("a_is_higher").then("a_to_b").otherwise("b_to_a")
    # One undated figure beside a dated one may be the present state, or an old one that was left standing.
    dated = pl.col("in_article") & pl.col("own_words_time_lower") & pl.col("own_words_time_higher")
    corrected = pl.col("cue_lower") == Direction.DOWN.value
    known = (pl.col("order") == 1) & pl.col("same_kind") & (pl.col("gap") > 0) & (revised | dated | corrected)
    on = [*_FIGURES, "point_lower", "point_higher"]
    told = pairs.filter(known.fill_null(value=False)).select(*on, fall_told=pl.lit(value=True)).unique()
    return pairs.join(told, on=on, how="left", maintain_order="left", nulls_equal=True).with_columns(
        pl.col("fall_told").fill_null(value=False)
    )


_FIGURES = ["event_id", "kind_a", "counted_a", "counted_b"]


def _steps(pairs: pl.DataFrame) -> pl.DataFrame:
    """Which figure came before which, as single pairs tell it; where they contradict each other, both ways."""
    told = pairs.filter((pl.col("order") != 0) & pl.col("same_kind") & (pl.col("gap") > 0))
    up = pl.col("order") == -1
    return told.select(
        *_FIGURES,
        earlier=pl.when(up).then("point_lower").otherwise("point_higher"),
        later=pl.when(up).then("point_higher").otherwise("point_lower"),
    ).unique()


def _closed(steps: pl.DataFrame, hops: int) -> pl.DataFrame:
    """The steps, and those that follow from uncontradicted ones: what came before something earlier came before it."""
    turned = [*_FIGURES, "later", "earlier"]
    sure = steps.join(steps, left_on=[*_FIGURES, "earlier", "later"], right_on=turned, how="anti", nulls_equal=True)
    for _ in range(hops):
        through = sure.join(
            sure, left_on=[*_FIGURES, "later"], right_on=[*_FIGURES, "earlier"], nulls_equal=True
        ).select(*_FIGURES, "earlier", later="later_right")
        sure = pl.concat([sure, through.filter(pl.col("earlier") != pl.col("later"))]).unique()
    return pl.concat([steps, sure]).unique()
