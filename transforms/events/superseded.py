"""Events that lost all their articles to others: what became of them."""

import polars as pl

SCHEMA = {"event_id": pl.String, "superseded_by": pl.String}


def superseded(held: pl.DataFrame, joined: pl.DataFrame, earlier: pl.DataFrame) -> pl.DataFrame:
    """event_id, superseded_by: events without articles, each with the one that has most of what it had, of equals the
    first by id; those that went into one of them before follow it.

    `held`: event_id, article_id before; `joined`: the same of the articles that are new or have moved; `earlier`:
    event_id, superseded_by of events that were superseded before.
    """
    now = held.join(joined.select("article_id", into="event_id"), on="article_id", how="left").with_columns(
        into=pl.coalesce("into", "event_id")
    )
    living = pl.concat([now["into"], joined["event_id"]]).unique()
    went = (
        now.filter(~pl.col("event_id").is_in(living.implode()))
        .group_by("event_id", "into")
        .len()
        .sort("event_id", "len", "into", descending=[False, True, False])
        .unique("event_id", keep="first", maintain_order=True)
        .select("event_id", superseded_by="into")
    )
    follow = (
        earlier.filter(~pl.col("event_id").is_in(living.implode()))
        .join(went.rename({"event_id": "superseded_by", "superseded_by": "into"}), on="superseded_by")
        .select("event_id", superseded_by="into")
    )
    return pl.concat([went.cast(SCHEMA), follow.cast(SCHEMA)]).sort("event_id")  # type: ignore[arg-type]
