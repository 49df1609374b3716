"""What else was known of a figure when it stood in print: seen over all claims of one event and kind."""

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True, slots=True)
class Params:
    """`known_hours`: how long a figure must have been in print to be known to everyone. `moment_hours`: a time known
    this well says when a figure was first seen, before one of which less is known.
    """

    known_hours: int = 12
    moment_hours: int = 2


_COUNT = ["event_id", "kind", "counted"]


def counted() -> pl.Expr:
    """What a figure counts, as far as figures are followed over time: the whole event, or one part of it."""
    part = pl.concat_str(pl.lit("part"), "population", "scope", separator="\x1f", ignore_nulls=True)
    return pl.when("is_event_total").then(pl.lit("whole")).otherwise(part)


def with_context(claims: pl.DataFrame, params: Params = Params()) -> pl.DataFrame:
    """Claims with `first_seen`, `known_before` and `seen_later`; needs `point`, `starts`, `ends`, `event_id`, `kind`.

    first_seen: when the same figure was first given for the same thing, at a time that is known better than to the
    day where there is one. known_before: the highest figure whose time had ended
    `known_hours` before this one's began. seen_later:
    the highest figure whose time began after this one's had ended. Each null where there is none.
    """
    keyed = claims.with_columns(counted=counted())
    told = keyed.filter(pl.col("starts").is_not_null() & pl.col("point").is_not_null() & (pl.col("stance") != "denies"))
    moment = (pl.col("ends") - pl.col("starts")) < pl.duration(hours=params.moment_hours)
    first = told.group_by(*_COUNT, "point").agg(
        first_seen=pl.coalesce(pl.col("starts").filter(moment).min(), pl.col("starts").min()),
        first_seen_by=pl.coalesce(pl.col("ends").filter(moment).min(), pl.col("ends").min()),
    )
    dated = keyed.join(first, on=[*_COUNT, "point"], how="left", maintain_order="left")
    old = told.with_columns(pl.col("ends") + pl.duration(hours=params.known_hours))
    before = _highest(old, "ends").with_columns(known_before=pl.col("point").cum_max().over(_COUNT)).drop("point")
    after = _highest(told, "starts").with_columns(seen_later=pl.col("point").cum_max(reverse=True).over(_COUNT))
    after = after.rename({"starts": "later"}).drop("point")
    order = dated.with_row_index("row")
    timed = order.filter(pl.col("starts").is_not_null())
    known = timed.sort("starts").join_asof(
        before, left_on="starts", right_on="ends", by=_COUNT, strategy="backward", check_sortedness=False
    )
    seen = timed.sort("ends").join_asof(
        after, left_on="ends", right_on="later", by=_COUNT, strategy="forward", check_sortedness=False
    )
    return (
        order.join(known.select("row", "known_before"), on="row", how="left", maintain_order="left")
        .join(seen.select("row", "seen_later"), on="row", how="left", maintain_order="left")
        .drop("row")
    )


def _highest(told: pl.DataFrame, at: str) -> pl.DataFrame:
    """The highest point of each moment, in order of time."""
    return told.group_by(*_COUNT, at).agg(pl.col("point").max()).sort(at)
