"""What an event is called, when and where, and how many voices tell of it."""

import polars as pl

from expectations.contracts.catalogue import BY_NAME
from transforms.claims.places import main_place
from transforms.events.words import WordParams, weigh
from transforms.syndication.origins import with_origin

EVENTS = BY_NAME["events"]


def _titles(members: pl.DataFrame, params: WordParams | None) -> pl.DataFrame:
    """The headline of the article whose words are nearest to those of the whole event (its medoid by dot product)."""
    words = weigh(members, params).join(members.select("article_id", "event_id"), on="article_id")
    centre = words.group_by("event_id", "word").agg(centre=pl.col("weight").sum())
    return (
        words.join(centre, on=["event_id", "word"])
        .group_by("event_id", "article_id")
        .agg(score=(pl.col("weight") * pl.col("centre")).sort().sum())
        .join(members.select("article_id", "title"), on="article_id")
        .filter(pl.col("title").is_not_null())
        .sort("event_id", "score", "article_id", descending=[False, True, False])
        .group_by("event_id", maintain_order=True)
        .agg(pl.col("title").first())
    )


def _places(members: pl.DataFrame) -> pl.DataFrame:
    named = members.select("event_id", "title", pl.col("text").str.slice(0, 600).alias("lead"))
    rows = [
        (event, place)
        for event, title, lead in named.iter_rows()
        if (place := main_place(f"{title or ''}\n{lead}")) is not None
    ]
    return (
        pl.DataFrame(rows, schema={"event_id": pl.String, "place": pl.String}, orient="row")
        .group_by("event_id", "place")
        .len()
        .sort("event_id", "len", "place", descending=[False, True, False])
        .group_by("event_id", maintain_order=True)
        .agg(pl.col("place").first())
    )


def summarise(members: pl.DataFrame, params: WordParams | None = None) -> pl.DataFrame:
    """One row an event (the contract's frame schema).

    `members`: event_id, article_id, outlet, title, text, published_at, wire_credit, syndication_group, and family where
    it is known. What counts as an independent origin: transforms/syndication/origins.py.
    """
    counts = (
        with_origin(members)
        .group_by("event_id")
        .agg(
            first_published=pl.col("published_at").min(),
            last_published=pl.col("published_at").max(),
            n_articles=pl.len(),
            n_outlets=pl.col("outlet").n_unique(),
            n_independent_sources=pl.col("origin").n_unique(),
            first_line=pl.col("text").sort_by("article_id").first().str.strip_chars().str.split("\n").list.first(),
        )
    )
    frame = (
        counts.join(_titles(members, params), on="event_id", how="left")
        .join(_places(members), on="event_id", how="left")
        .with_columns(
            title=pl.coalesce("title", pl.col("first_line").str.slice(0, 120)), superseded_by=pl.lit(None, pl.String)
        )
    )
    return EVENTS.conform(frame).sort("event_id")
