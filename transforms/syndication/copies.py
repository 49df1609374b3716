"""Copies of one text, by containment of word shingles.

Method: Broder, 'On the resemblance and containment of documents' (SEQUENCES 1997): each text is a set of hashed word
shingles, thinned to those whose hash is divisible by `modulus` (mod-m sketch); containment of two texts is the share of
the smaller sketch that stands in the other. Containment finds a trimmed copy, which Jaccard's resemblance misses.
"""

from dataclasses import dataclass

import polars as pl

from transforms.components import components


@dataclass(frozen=True, slots=True)
class CopyParams:
    """`shingle` words make one shingle; texts with fewer than `short` words keep all of them, others one in `modulus`.

    `containment` from 0 to 1 makes two texts copies if they share at least `least` shingles; a shingle in more than
    `boilerplate` texts is house furniture and counts for nothing.
    """

    shingle: int = 6
    short: int = 400
    modulus: int = 4
    containment: float = 0.5
    least: int = 6
    boilerplate: int = 60


def _sketches(articles: pl.DataFrame, params: CopyParams) -> pl.DataFrame:
    words = (
        articles.select(
            "article_id",
            pl.col("text").str.to_lowercase().str.extract_all(r"[\p{L}\p{N}]+").alias("word"),
        )
        .with_columns(n_words=pl.col("word").list.len())
        .explode("word")
        .with_columns(pl.col("word").hash(seed=1))
    )
    # A polynomial over wrapping 64-bit words keeps the order of the words in the hash.
    shingle = sum(
        (pl.col("word").shift(-offset).over("article_id") * pl.lit(0x9E3779B97F4A7C15 >> (2 * offset), pl.UInt64))
        for offset in range(params.shingle)
    )
    return (
        words.with_columns(shingle=shingle)
        .drop_nulls("shingle")
        .filter((pl.col("n_words") < params.short) | (pl.col("shingle").hash(seed=2) % params.modulus == 0))
        .select("article_id", "shingle", (pl.col("n_words") < params.short).alias("whole"))
        .unique(["article_id", "shingle"])
    )


def copy_pairs(articles: pl.DataFrame, params: CopyParams | None = None) -> pl.DataFrame:
    """Pairs of copies: a, b (a < b), containment (0–1), shared (shingles). `articles`: article_id, text."""
    params = params or CopyParams()
    sketch = _sketches(articles, params)
    kept = sketch.filter(pl.len().over("shingle").is_between(2, params.boilerplate))
    sizes = sketch.group_by("article_id").agg(
        pl.len().alias("n"), (pl.col("shingle").hash(seed=2) % params.modulus == 0).sum().alias("n_thin"),
        pl.col("whole").first(),
    )  # fmt: skip
    # Of a short and a long text only the thinned part of both can meet.
    shared = (
        kept.join(kept, on="shingle", suffix="_b")
        .filter(pl.col("article_id") < pl.col("article_id_b"))
        .group_by(a="article_id", b="article_id_b")
        .agg(shared=pl.len())
    )
    both = shared.join(sizes, left_on="a", right_on="article_id").join(
        sizes, left_on="b", right_on="article_id", suffix="_b"
    )
    whole = pl.col("whole") & pl.col("whole_b")
    smaller = pl.min_horizontal(
        pl.when(whole).then("n").otherwise("n_thin"), pl.when(whole).then("n_b").otherwise("n_thin_b")
    )
    return (
        both.with_columns(containment=(pl.col("shared") / smaller).clip(0, 1))
        .filter((pl.col("containment") >= params.containment) & (pl.col("shared") >= params.least))
        .select("a", "b", "containment", "shared")
        .sort("a", "b")
    )


def group_copies(articles: pl.DataFrame, params: CopyParams | None = None) -> pl.DataFrame:
    """article_id, syndication_group: the smallest article_id among its copies; an article without copies is its own.

    `articles`: article_id, text, content_hash. Texts of the same content are copies whatever their length.
    """
    same = (
        articles.with_columns(a=pl.col("article_id").min().over("content_hash"))
        .filter(pl.col("a") != pl.col("article_id"))
        .select("a", pl.col("article_id").alias("b"))
    )
    edges = pl.concat([same, copy_pairs(articles, params).select("a", "b")])
    return components(articles["article_id"], edges).rename({"id": "article_id", "root": "syndication_group"})
