"""A handful of articles, taken as the coverage of one event, through every transform in memory."""

from dataclasses import dataclass
from datetime import datetime

import polars as pl

from expectations.contracts.catalogue import BY_NAME
from transforms.alignment import align
from transforms.claims.extract import extract_claims
from transforms.discrepancies import find
from transforms.estimates import estimate
from transforms.events import summarise
from transforms.ids import stable_id
from transforms.reviews import remember
from transforms.syndication import group_copies
from transforms.syndication.figures import figure_origins


@dataclass(frozen=True, slots=True)
class Comparison:
    """Frames of the contracts of their names: articles, events (one row), event_articles, claims, claim_pairs,
    discrepancies (all open), event_estimates, figure_origins.
    """

    articles: pl.DataFrame
    events: pl.DataFrame
    event_articles: pl.DataFrame
    claims: pl.DataFrame
    claim_pairs: pl.DataFrame
    discrepancies: pl.DataFrame
    event_estimates: pl.DataFrame
    figure_origins: pl.DataFrame


def compare(articles: pl.DataFrame, now: datetime, event_id: str | None = None) -> Comparison:
    """What the articles (articles.frame_schema, each once, at least one) say, how it differs, and the estimates.

    Whether they do tell of one event is not asked. `now` stands as first_seen and last_seen. Without an
    `event_id`, the event's id depends on which articles there are, not on their order.
    """
    copies = group_copies(articles)
    known = articles.drop("syndication_group").join(copies, on="article_id", how="left").sort("article_id")
    known = BY_NAME["articles"].conform(known)
    event = event_id or stable_id("e", *known["article_id"])
    of_event = pl.lit(event).alias("event_id")
    voices = known.with_columns(of_event, family=pl.col("extra").str.json_path_match("$.family"))
    claims = extract_claims(known).claims.with_columns(of_event)
    pairs = align(claims, voices)
    nobody = BY_NAME["discrepancies"].empty().select("discrepancy_id", "evidence_hash", "first_seen", "last_seen")
    nothing = BY_NAME["reviews"].empty()
    reasons = pl.lit(["named on the command line"], pl.List(pl.String)).alias("reasons")
    return Comparison(
        articles=known,
        events=summarise(voices),
        event_articles=BY_NAME["event_articles"].conform(known.select(of_event, "article_id", reasons)),
        claims=claims,
        claim_pairs=pairs,
        discrepancies=remember(find(pairs, claims, voices), nobody, nothing, now),
        event_estimates=estimate(claims, voices),
        figure_origins=figure_origins(claims, voices),
    )
