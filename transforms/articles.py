"""Records to articles: validate, normalise, stable ids, content hashes, revisions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl, urlencode, urlsplit

import polars as pl

from expectations.contracts.catalogue import BY_NAME
from transforms.ids import content_hash, stable_id
from transforms.records import checked, rejected
from transforms.reference import load
from transforms.syndication.credits import wire_credit

ARTICLES = BY_NAME["articles"]
KNOWN_SCHEMA = {name: ARTICLES.schema[name] for name in ("article_id", "revision", "outlet", "url", "content_hash")}
"""What the warehouse already holds of each revision; `normalise` takes a frame of it."""


@dataclass(frozen=True, slots=True)
class Articles:
    """`rows` has the contract's frame schema, `rejects` REJECT_SCHEMA; `seen` tells of each good record what came of it
    (source, row, article_id, outcome new|revised|unchanged).
    """

    rows: pl.DataFrame
    rejects: pl.DataFrame
    seen: pl.DataFrame


def canonical_url(url: str) -> str:
    """The URL as part of an id: host lowered, fragment and tracking parameters dropped, scheme ignored."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    drop = load("urls")
    query = [
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if key not in drop["names"] and not key.startswith(tuple(drop["prefixes"]))
    ]
    return f"{parts.netloc.lower()}{parts.path.rstrip('/')}{'?' + urlencode(query) if query else ''}"


def pages(urls: Sequence[str | None], outlets: Sequence[str], texts: Sequence[str]) -> list[str]:
    """What tells one page of an outlet from another: its URL, or its text where it has none."""
    return [
        f"{outlet.lower()}\x1f{canonical_url(url) if url else text}"
        for url, outlet, text in zip(urls, outlets, texts, strict=True)
    ]


def content_hashes(articles: pl.DataFrame) -> pl.Series:
    """The hash of title and text of each article."""
    rows = articles.select("title", "text").iter_rows()
    return pl.Series([content_hash(title, text) for title, text in rows], dtype=pl.String)


def _with_ids(good: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """`id` is kept where one page alone goes by it, here and in the warehouse; else the id is a hash of the page."""
    good = good.with_columns(content_hash=content_hashes(good)).with_columns(
        page=pl.Series(pages(good["url"].to_list(), good["outlet"].to_list(), good["text"].to_list()), dtype=pl.String)
    )
    hashed = page_ids(good["page"])
    held = known.filter(pl.col("article_id").is_in(good["id"].drop_nulls().unique().implode()))
    held = held.with_columns(
        page=pl.when(pl.col("url").is_not_null()).then(
            pl.Series(pages(held["url"].to_list(), held["outlet"].to_list(), [""] * held.height), dtype=pl.String)
        )
    )
    # A held article without a URL cannot be told from its revision: it keeps the id.
    others = pl.concat([good.select("id", "page"), held.select(pl.col("article_id").alias("id"), "page")])
    return good.with_columns(
        article_id=pl.when(pl.col("id").is_in(own_ids(others).implode())).then("id").otherwise(hashed)
    )


def page_ids(pages: Iterable[str]) -> pl.Series:
    """The id of each page for an article that has none of its own."""
    return pl.Series([stable_id("a", page) for page in pages], dtype=pl.String)


def own_ids(used: pl.DataFrame) -> pl.Series:
    """Of `used` (id, page) the ids by which one page alone goes."""
    pages_of = used.drop_nulls().group_by("id").agg(pl.col("page").n_unique() == 1)
    return pages_of.filter("page")["id"]


def with_revisions(rows: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Known content keeps its revision; other content counts on from the newest, in order of publication.

    `rows`: article_id, content_hash, published_at, source, row, and others that are kept; the same content comes out
    once, by article_id and revision, with its `revision` and `outcome`.
    """
    newest = known.group_by("article_id").agg(pl.col("revision").max().alias("newest"))
    rows = (
        rows.sort("article_id", "published_at", "content_hash", "source", "row", nulls_last=True)
        .unique(["article_id", "content_hash"], keep="first", maintain_order=True)
        .join(known.select("article_id", "content_hash", "revision"), on=["article_id", "content_hash"], how="left")
        .join(newest, on="article_id", how="left", maintain_order="left")
    )
    fresh = pl.col("revision").is_null()
    return rows.with_columns(
        outcome=pl.when(~fresh).then(pl.lit("unchanged"))
        .when(pl.col("newest").is_null() & (fresh.cum_sum().over("article_id") == 1)).then(pl.lit("new"))
        .otherwise(pl.lit("revised")),
        revision=pl.coalesce(
            "revision", pl.col("newest").fill_null(0) + fresh.cast(pl.Int64).cum_sum().over("article_id")
        ),
    )  # fmt: skip


def normalise(raw: pl.DataFrame, known: pl.DataFrame, fetched_at: datetime) -> Articles:
    """Articles out of records as read.

    `raw` has RAW_SCHEMA, `known` KNOWN_SCHEMA (every revision that the warehouse holds). The same content of the same
    article comes out once. `outlet` and `text` are required; a bad `published` sets the row aside rather than being
    dropped in silence, since every later comparison leans on it.
    """
    found = checked(raw)
    faulty = pl.col("reasons").list.len() > 0
    good = found.filter(~faulty)
    identified = _with_ids(good, known)
    rows = with_revisions(identified, known)
    seen = identified.select("source", "row", "article_id", "content_hash").join(
        rows.select("article_id", "content_hash", "outcome"), on=["article_id", "content_hash"], how="left"
    )
    credits = [wire_credit(title, text) for title, text in rows.select("title", "text").iter_rows()]
    frame = rows.with_columns(
        fetched_at=pl.lit(fetched_at).cast(pl.Datetime("us", "UTC")),
        wire_credit=pl.Series(credits, dtype=pl.String),
        syndication_group=pl.lit(None, pl.String),
    )
    return Articles(
        ARTICLES.conform(frame),
        rejected(found.filter(faulty)),
        seen.drop("content_hash"),
    )
