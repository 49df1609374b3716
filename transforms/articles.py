"""Records to articles: validate, normalise, stable ids, content hashes, revisions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl, urlencode, urlsplit

import polars as pl

from expectations.contracts.catalogue import BY_NAME
from transforms.ids import content_hash, stable_id
from transforms.readers.model import REJECT_SCHEMA
from transforms.reference import load
from transforms.syndication.credits import wire_credit
from transforms.times import parse_all

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


def _blank(column: str) -> pl.Expr:
    return pl.col(column).is_null() | (pl.col(column).str.strip_chars() == "")


def _fault(holds: pl.Expr, sentence: pl.Expr | str) -> pl.Expr:
    return pl.when(holds).then(sentence if isinstance(sentence, pl.Expr) else pl.lit(sentence))


def _with_faults(raw: pl.DataFrame) -> pl.DataFrame:
    times = parse_all(raw["published"].drop_nulls().to_list())
    return raw.with_columns(
        pl.when(~_blank(name)).then(pl.col(name).str.strip_chars()).alias(name)
        for name in ("id", "outlet", "url", "title", "published", "language")
    ).join(
        times.with_columns(pl.col("published").str.strip_chars()).unique("published"), on="published", how="left"
    ).with_columns(
        reasons=pl.concat_list(
            _fault(pl.col("outlet").is_null(), "outlet is missing"),
            _fault(pl.col("text").is_null(), "text is missing"),
            _fault(
                pl.col("text").is_not_null() & _blank("text") & pl.col("title").is_null(),
                "title and text are both empty",
            ),
            _fault(
                pl.col("published").is_not_null() & pl.col("published_at").is_null(),
                pl.format("published '{}' is no ISO 8601 date or time", pl.col("published").str.slice(0, 40)),
            ),
        ).list.drop_nulls()
    )  # fmt: skip


def _rejects(faulty: pl.DataFrame) -> pl.DataFrame:
    fields = ["id", "outlet", "url", "title", "text", "published", "language", "extra"]
    return faulty.select(
        pl.format("{}:{}", "source", "row").alias("record_id"),
        "reasons",
        pl.struct(fields).struct.json_encode().alias("record"),
    ).cast(REJECT_SCHEMA)  # type: ignore[arg-type]


def _pages(urls: Sequence[str | None], outlets: Sequence[str], texts: Sequence[str]) -> list[str]:
    """What tells one page of an outlet from another: its URL, or its text where it has none."""
    return [
        f"{outlet.lower()}\x1f{canonical_url(url) if url else text}"
        for url, outlet, text in zip(urls, outlets, texts, strict=True)
    ]


def _with_ids(good: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """`id` is kept where one page alone goes by it, here and in the warehouse; else the id is a hash of the page."""
    good = good.with_columns(
        content_hash=pl.Series(
            [content_hash(title, text) for title, text in good.select("title", "text").iter_rows()], dtype=pl.String
        )
    ).with_columns(
        page=pl.Series(_pages(good["url"].to_list(), good["outlet"].to_list(), good["text"].to_list()), dtype=pl.String)
    )
    hashed = pl.Series([stable_id("a", page) for page in good["page"]], dtype=pl.String)
    held = known.filter(pl.col("article_id").is_in(good["id"].drop_nulls().unique().implode()))
    held = held.with_columns(
        page=pl.when(pl.col("url").is_not_null()).then(
            pl.Series(_pages(held["url"].to_list(), held["outlet"].to_list(), [""] * held.height), dtype=pl.String)
        )
    )
    # A held article without a URL cannot be told from its revision: it keeps the id.
    others = pl.concat([good.select("id", "page"), held.select(pl.col("article_id").alias("id"), "page")])
    unique = others.drop_nulls().group_by("id").agg(pl.col("page").n_unique() == 1).filter("page").select("id")
    return good.with_columns(
        article_id=pl.when(pl.col("id").is_in(unique["id"].implode())).then("id").otherwise(hashed)
    )


def _with_revisions(rows: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Known content keeps its revision; other content counts on from the newest, in order of publication."""
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
    checked = _with_faults(raw)
    good = checked.filter(pl.col("reasons").list.len() == 0)
    identified = _with_ids(good, known)
    rows = _with_revisions(identified, known)
    seen = identified.select("source", "row", "article_id", "content_hash").join(
        rows.select("article_id", "content_hash", "outcome"), on=["article_id", "content_hash"], how="left"
    )
    credits = [wire_credit(*row) for row in rows.select("title", "text", "outlet", "extra").iter_rows()]
    frame = rows.with_columns(
        fetched_at=pl.lit(fetched_at).cast(pl.Datetime("us", "UTC")),
        wire_credit=pl.Series(credits, dtype=pl.String),
        syndication_group=pl.lit(None, pl.String),
    )
    return Articles(
        ARTICLES.conform(frame),
        _rejects(checked.filter(pl.col("reasons").list.len() > 0)),
        seen.drop("content_hash"),
    )
