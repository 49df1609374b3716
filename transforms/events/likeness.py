"""How alike two articles are as tellings of one event."""

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True, slots=True)
class LikenessParams:
    """Cosine of the weighed words, times `near` for two articles of one day and falling by e every `days` days.

    An article without a date is neither near nor far: factor 1. A word in more than `common` articles of the batch
    makes no pair by itself; pairs whose cosine is below `floor` are dropped.
    """

    near: float = 1.6
    days: float = 25.0
    common: int = 400
    floor: float = 0.05


def likeness(
    articles: pl.DataFrame, words: pl.DataFrame, new: pl.Series, params: LikenessParams | None = None
) -> pl.DataFrame:
    """Pairs of which one side at least is new: a (new), b, likeness, gap (days, null where a date is missing).

    `articles`: article_id, published_at; `words`: article_id, word, weight (each article of length 1). A pair of two
    new articles stands in both directions.
    """
    params = params or LikenessParams()
    linking = words.filter(pl.len().over("word").is_between(2, params.common))
    dates = articles.select("article_id", "published_at")
    gap = (pl.col("published_at") - pl.col("published_at_b")).dt.total_minutes().abs() / (24 * 60)
    return (
        linking.filter(pl.col("article_id").is_in(new.implode()))
        .join(linking, on="word", suffix="_b")
        .filter(pl.col("article_id") != pl.col("article_id_b"))
        .group_by(a="article_id", b="article_id_b")
        .agg(cosine=(pl.col("weight") * pl.col("weight_b")).sort().sum())
        .filter(pl.col("cosine") >= params.floor)
        .join(dates, left_on="a", right_on="article_id")
        .join(dates, left_on="b", right_on="article_id", suffix="_b")
        .with_columns(gap=gap)
        .select(
            "a",
            "b",
            likeness=pl.col("cosine") * (params.near * (-pl.col("gap") / params.days).exp()).fill_null(1.0),
            gap="gap",
        )
    )
