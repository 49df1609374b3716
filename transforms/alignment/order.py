"""Which of two figures came first."""

import polars as pl

from transforms.discrepancies.cues import Direction


def told_order() -> pl.Expr:
    """What the two claims themselves say: -1 the lower came first, 1 the higher, 0 not known."""
    lower, higher = pl.col("cue_lower"), pl.col("cue_higher")
    here = pl.col("in_article")
    latest = Direction.LATEST.value
    # Inside one article both were published at once: only its own words of time put one before the other.
    timed = ~here | pl.col("own_words_time_lower") | pl.col("own_words_time_higher")
    higher_to_lower = pl.when("a_is_higher").then("a_to_b").otherwise("b_to_a")
    lower_to_higher = pl.when("a_is_higher").then("b_to_a").otherwise("a_to_b")
    # A word of a rise says nothing beside a figure that was published after it.
    not_before = (pl.col("starts_higher") >= pl.col("starts_lower")).fill_null(value=True)
    return (
        pl.when(higher_to_lower)
        .then(1)
        .when(lower_to_higher)
        .then(-1)
        .when(
            (lower == Direction.DOWN.value) & ~(pl.col("ends_lower") <= pl.col("starts_higher")).fill_null(value=False)
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


def with_established_order(pairs: pl.DataFrame) -> pl.DataFrame:
    """The pairs of different articles with unknown `order` given the order that the rest of the event shows.

    Where other pairs of the same two figures are in one order only, the figures are; else the figure that was in print
    first at a known time is the older one.
    """
    key = ["event_id", "kind_a", "counted_a", "counted_b", "point_lower", "point_higher"]
    told = pairs.filter((pl.col("order") != 0) & pl.col("same_kind") & (pl.col("gap") > 0))
    shown = told.group_by(key).agg(least_order=pl.col("order").min(), most_order=pl.col("order").max())
    joined = pairs.join(shown, on=key, how="left", maintain_order="left")
    free = (pl.col("order") == 0) & ~pl.col("in_article")
    return joined.with_columns(
        order=pl.when(~free)
        .then("order")
        .when(pl.col("least_order") == pl.col("most_order"))
        .then("least_order")
        .when(pl.col("least_order").is_not_null())
        .then("order")
        .when(pl.col("first_seen_by_lower") <= pl.col("first_seen_higher"))
        .then(-1)
        .when(pl.col("first_seen_by_higher") <= pl.col("first_seen_lower"))
        .then(1)
        .otherwise("order")
    ).drop("least_order", "most_order")
