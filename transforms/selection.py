"""Which of many records are articles, told from keys alone: of each article the newest revision.

What `articles.normalise` does with records at hand, for those of which there are too many to hold: the keys of all of
them are, the texts are not.
"""

from dataclasses import dataclass

import polars as pl

from transforms.articles import KNOWN_SCHEMA, content_hashes, own_ids, page_ids, pages, with_revisions
from transforms.records import checked, rejected

SELECTED = ("source", "row", "article_id", "revision")
"""Which record (source, row) is read, as which revision of which article."""


@dataclass(frozen=True, slots=True)
class Keys:
    """`rows`: source, row, id, page (its id), published_at of the good records; `rejects`: REJECT_SCHEMA."""

    rows: pl.DataFrame
    rejects: pl.DataFrame


def keys(raw: pl.DataFrame) -> Keys:
    """The keys of records as read (RAW_SCHEMA)."""
    found = checked(raw)
    faulty = pl.col("reasons").list.len() > 0
    good = found.filter(~faulty)
    page = page_ids(pages(good["url"].to_list(), good["outlet"].to_list(), good["text"].to_list()))
    rows = good.select("source", "row", "id", page.alias("page"), "published_at")
    return Keys(rows, rejected(found.filter(faulty)))


def identified(found: pl.DataFrame) -> pl.DataFrame:
    """All keys with their article_id instead of id and page, and whether others have it too (`repeated`)."""
    kept = pl.col("id").is_in(own_ids(found.select("id", "page")).implode())
    return (
        found.with_columns(article_id=pl.when(kept).then("id").otherwise("page"))
        .with_columns(repeated=pl.col("article_id").is_duplicated())
        .drop("id", "page")
    )


def hashed(raw: pl.DataFrame) -> pl.DataFrame:
    """source, row, content_hash of records as read."""
    good = checked(raw)
    return good.select("source", "row", content_hashes(good).alias("content_hash"))


def selected(found: pl.DataFrame, hashes: pl.DataFrame) -> pl.DataFrame:
    """SELECTED out of `identified` keys and the `hashed` records of those that are `repeated`."""
    repeated = found.filter("repeated").join(hashes, on=["source", "row"])
    revised = with_revisions(repeated, pl.DataFrame(schema=KNOWN_SCHEMA))
    newest = revised.unique("article_id", keep="last", maintain_order=True)
    once = found.filter(~pl.col("repeated")).with_columns(revision=pl.lit(1, pl.Int64))
    return pl.concat([once.select(SELECTED), newest.select(SELECTED)])


def articles(raw: pl.DataFrame, chosen: pl.DataFrame) -> pl.DataFrame:
    """The chosen (row, article_id, revision) of the records of one source, as `claims.extract` takes articles."""
    return checked(raw.join(chosen, on="row", maintain_order="left")).select(
        "article_id", "revision", "title", "text", "published_at", "published_precision", "language"
    )
