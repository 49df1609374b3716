"""Why an article is of its origin: the rule and its evidence, in a sentence."""

import polars as pl

from expectations.contracts.catalogue import BY_NAME
from expectations.contracts.vocabulary import OriginRule
from transforms.syndication.origins import EVENT, origins

ARTICLE_ORIGINS = BY_NAME["article_origins"]


def explained(articles: pl.DataFrame, copies: pl.DataFrame) -> pl.DataFrame:
    """The contract's frame of `article_origins`, sorted by its key.

    `articles` as `origins` takes them, with event_id; `copies`: article_a, article_b, containment.
    """
    outlets = articles.select("article_id", "outlet", "wire_credit").unique("article_id", keep="first")
    both = pl.concat([
        copies.select("article_id", "witness", "containment")
        for copies in (
            copies.rename({"article_a": "article_id", "article_b": "witness"}),
            copies.rename({"article_b": "article_id", "article_a": "witness"}),
        )
    ])  # fmt: skip
    joined = (
        origins(articles)
        .join(outlets, on="article_id", how="left", maintain_order="left")
        .join(
            outlets.rename({"article_id": "witness"}),
            on="witness",
            how="left",
            suffix="_witness",
            maintain_order="left",
        )
        .join(both, on=["article_id", "witness"], how="left", maintain_order="left")
    )
    made = joined.with_columns(origin_rule="rule", reason=_reason())
    return ARTICLE_ORIGINS.conform(made).sort(EVENT, "article_id")


def _reason() -> pl.Expr:
    alone, other, origin = pl.col("witness").is_null(), pl.col("outlet_witness"), pl.col("origin")
    percent = (pl.col("containment") * 100).round(0).cast(pl.Int64)
    share = (
        pl.when(pl.col("containment") >= 1.0)
        .then(pl.format("its text and that of {} are one: the shorter stands in the other whole", other))
        .when(pl.col("containment").is_not_null())
        .then(pl.format("{} % of the shorter text stands in the other, its text and that of {}", percent, other))
        .otherwise(pl.format("its text and that of {} are copies of one text by way of a third", other))
    )
    through = pl.when(pl.col("wire_credit_witness").is_not_null()).then(
        pl.format(", which credits {}", pl.col("wire_credit_witness"))
    )
    rule = pl.col("rule")
    return (
        pl.when(rule == OriginRule.SHARED_TEXT.value)
        .then(pl.concat_str(share, through.otherwise(pl.lit(""))))
        .when(rule == OriginRule.WIRE_CREDIT.value)
        .then(
            pl.when(alone | (pl.col("wire_credit_witness").is_null()))
            .then(pl.format("credits {}", pl.col("wire_credit")))
            .when(pl.col("wire_credit") == pl.col("wire_credit_witness"))
            .then(pl.format("it and {} both credit {}", other, origin))
            .otherwise(
                pl.format("credits {}, {} credits {}", pl.col("wire_credit"), other, pl.col("wire_credit_witness"))
            )
        )
        .when(rule == OriginRule.PUBLISHER_FAMILY.value)
        .then(
            pl.when(other == pl.col("outlet"))
            .then(pl.format("another article of {}", other))
            .when(alone)
            .then(pl.format("{} is of {}", pl.col("outlet"), origin))
            .otherwise(pl.format("{} and {} are both of {}", pl.col("outlet"), other, origin))
        )
        .otherwise(
            pl.when(alone).then(pl.format("{}'s own", origin)).otherwise(pl.format("another article of {}", origin))
        )
    )
