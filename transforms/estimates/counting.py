"""What the figures of one article count together: lists that add up, doers who died, the dead among those hit."""

from functools import cache

import polars as pl

from expectations.contracts.vocabulary import Kind
from transforms.claims.lexicon import words_by_key

ARTICLE = ["event_id", "kind", "article_id", "origin"]
DOERS = "suspects"
"""Population of doers who died."""


@cache
def hits() -> tuple[str, ...]:
    """Words of harm that count those who then died too."""
    return words_by_key("hits", ("hit",))["hit"]


def without_dead(usable: pl.DataFrame, dead: pl.DataFrame) -> pl.DataFrame:
    """'Four shot, one fatally': those hit without the dead of the same article, where the figure can hold them.

    It cannot where the dead stand before it in its sentence ('one dead, three shot') or it counts others on top of them
    (`basis` derived). `dead`: the article's figure of the dead (event_id, article_id, best).
    """
    fatal = dead.select("event_id", "article_id", dead="best").unique(["event_id", "article_id"])
    first = (
        usable.filter(pl.col("kind") == Kind.KILLED.value)
        .group_by("event_id", "article_id", "evidence_field", "evidence_start")
        .agg(dead_at=pl.col("value_start").min())
    )
    joined = usable.join(fatal, on=["event_id", "article_id"], how="left", maintain_order="left").join(
        first, on=["event_id", "article_id", "evidence_field", "evidence_start"], how="left", maintain_order="left"
    )
    hit = (pl.col("kind") == Kind.INJURED.value) & pl.col("harm_word").is_in(hits())
    behind = (pl.col("dead_at") < pl.col("value_start")).fill_null(value=False)
    holds = hit & ~behind & ~pl.col("derived") & (pl.col("point") >= pl.col("dead"))
    less = pl.when(holds.fill_null(value=False)).then("dead").otherwise(0)
    return (
        joined.with_columns((pl.col(name) - less).clip(lower_bound=0) for name in ("point", "low", "high"))
        .filter(~(holds.fill_null(value=False) & (pl.col("point") == 0)))
        .drop("dead", "dead_at")
    )


def with_doer(usable: pl.DataFrame) -> pl.DataFrame:
    """'killed 14 people, then himself': the doer adds to the highest total of his sentence, and counts no more."""
    sentence = [*ARTICLE, "evidence_field", "evidence_start"]
    doer = pl.col("listed") & (pl.col("population") == DOERS) & pl.col("told")
    whole = pl.col("is_event_total") & (
        pl.col("point") == pl.col("point").filter("is_event_total").max().over(sentence)
    )
    more = pl.col("point").filter(doer).sum().over(sentence)
    joined = usable.with_columns(doer=doer.fill_null(value=False), more=pl.when(whole).then(more).otherwise(0))
    lone = pl.col("doer") & pl.col("is_event_total").any().over(sentence)
    return (
        joined.filter(~lone)
        .with_columns(pl.col(name) + pl.col("more") for name in ("point", "low", "high"))
        .drop("doer", "more")
    )


def added_up(usable: pl.DataFrame) -> pl.DataFrame:
    """'Three women and one man were hurt': a list with a number in it becomes one total of the sentence."""
    sentence = [*ARTICLE, "evidence_field", "evidence_start"]
    mixed = pl.col("listed") & (pl.col("listed") & ~pl.col("told")).any().over(sentence)
    summed = (
        usable.filter(mixed)
        .sort("claim_id")
        .group_by(sentence, maintain_order=True)
        .agg(
            pl.col("starts", "weight").max(),
            pl.col("low", "point").sum(),
            high=pl.when(pl.col("high").is_null().any()).then(None).otherwise(pl.col("high").sum()),
            claim_ids=pl.col("claim_ids").list.explode(keep_nulls=False, empty_as_null=False),
            vague=pl.col("vague").any(),
            harm_word=pl.col("harm_word").first(),
            value_start=pl.col("value_start").min(),
            derived=pl.col("derived").any(),
        )
        .with_columns(told=pl.lit(value=False), is_event_total=pl.lit(value=True))
    )
    rest = usable.filter(~mixed).select(summed.columns)
    return pl.concat([rest, summed.select(*(pl.col(name).cast(kind) for name, kind in rest.schema.items()))])
