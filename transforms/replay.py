"""An event as it could be known at a time: every transform once more, over the articles published by then.

Two times are kept apart, as in a bitemporal table (Snodgrass 1999): the time a figure speaks of (`as_of`) and the time
from which it could be known (its publication). A replay asks for the second. Nothing is filtered afterwards: an article
published later is as if it were not there, so pairs, findings and estimates are those of that hour.
"""

from dataclasses import dataclass, replace
from datetime import datetime

import polars as pl

from expectations.contracts.catalogue import BY_NAME
from expectations.contracts.vocabulary import Precision
from transforms.comparison import Comparison, compare


@dataclass(frozen=True, slots=True)
class Published:
    """`articles`: one revision of each article that was out by the time (articles.frame_schema); how many were not:
    `undated`, `day_open` (dated to a day that was not over by then), `later`; `first`: from when on the first was out
    for certain, None where all are undated.
    """

    articles: pl.DataFrame
    undated: int
    day_open: int
    later: int
    first: datetime | None


def published_by(revisions: pl.DataFrame, at: datetime) -> Published:
    """The articles (articles.frame_schema, any number of revisions) that were out for certain by `at`.

    A day without a time counts from its end, an undated article never. Of several revisions it is the one published
    last by then; of those with one time of publication the newest that was read by then, else the first, since a later
    text under an old date may hold later figures.
    """
    day = pl.col("published_precision") == Precision.DAY.value
    out = pl.when(day).then(pl.col("published_at") + pl.duration(days=1)).otherwise("published_at")
    dated = revisions.with_columns(out=out, read=(pl.col("fetched_at") <= at))
    known = dated.filter(pl.col("out") <= at)
    rank = pl.when("read").then(pl.col("revision")).otherwise(-pl.col("revision"))
    chosen = (
        known.sort("article_id", "out", "read", rank)
        .unique("article_id", keep="last", maintain_order=True)
        .drop("out", "read")
    )
    rest = dated.join(chosen, on="article_id", how="anti").group_by("article_id").agg(
        dated=pl.col("out").is_not_null().any(), begun=(pl.col("published_at") < at).any().fill_null(value=False)
    )  # fmt: skip
    first = dated["out"].min()
    return Published(
        articles=BY_NAME["articles"].conform(chosen),
        undated=rest.filter(~pl.col("dated")).height,
        day_open=rest.filter("dated", "begun").height,
        later=rest.filter(pl.col("dated") & ~pl.col("begun")).height,
        first=first if isinstance(first, datetime) else None,
    )


def replayed(published: Published, memberships: pl.DataFrame, event: str, at: datetime) -> Comparison:
    """The event's frames as of `at`, out of what was published by then (at least one article).

    `memberships`: event_articles of the event. Which articles tell of the event is taken as it is known now. Verdicts
    of reviewers came later, so every finding is open; `at` stands as its first_seen.
    """
    made = compare(published.articles, at, event)
    kept = memberships.join(published.articles.select("article_id"), on="article_id", how="semi")
    return replace(made, event_articles=BY_NAME["event_articles"].conform(kept))
