"""Articles as outlets published them, every revision."""

import polars as pl

from expectations.contracts import fields as f
from expectations.contracts.model import Reference, RowCheck, Table
from expectations.contracts.vocabulary import CheckSeverity

ARTICLES = Table(
    name="articles",
    meaning="Articles as published, one row a revision; the newest revision is the one that claims are read from.",
    columns=(
        f.ARTICLE_ID, f.REVISION, f.OUTLET, f.URL, f.TITLE, f.TEXT, f.PUBLISHED_AT, f.PUBLISHED_PRECISION,
        f.FETCHED_AT, f.LANGUAGE, f.WIRE_CREDIT, f.SYNDICATION_GROUP.optional(), f.CONTENT_HASH, f.EXTRA, f.RUN_ID,
    ),
    key=("article_id", "revision"),
    checks=(
        RowCheck(
            "published_not_in_future",
            "nothing is published more than a day after it was read",
            CheckSeverity.WARNING,
            lambda: (pl.col("published_at") <= pl.col("fetched_at") + pl.duration(days=1)).fill_null(value=True),
        ),
        RowCheck(
            "has_words",
            "title and text together hold at least one letter",
            CheckSeverity.WARNING,
            lambda: pl.concat_str("title", "text", ignore_nulls=True).str.contains(r"\p{L}"),
        ),
        RowCheck(
            "precision_when_dated",
            "a publication time says how exact it is, and only then",
            CheckSeverity.CRITICAL,
            lambda: pl.col("published_at").is_null() == pl.col("published_precision").is_null(),
        ),
    ),
)  # fmt: skip

COPIES = Table(
    name="article_copies",
    meaning="Pairs of articles found to be copies of one text, with how much they share.",
    columns=(f.ARTICLE_A, f.ARTICLE_B, f.CONTAINMENT, f.SHARED, f.RUN_ID),
    key=("article_a", "article_b"),
    checks=(
        RowCheck(
            "no_copy_of_itself",
            "article_a sorts before article_b",
            CheckSeverity.CRITICAL,
            lambda: pl.col("article_a") < pl.col("article_b"),
        ),
    ),
    references=(Reference("article_a", "articles", "article_id"), Reference("article_b", "articles", "article_id")),
)
