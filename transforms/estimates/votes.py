"""What each article says the total is: one figure an article and kind."""

from dataclasses import dataclass

import polars as pl

from expectations.contracts.vocabulary import FAMILY, Basis, EvidenceField, Family, Hedge, Stance

_ACCOUNT = [kind.value for kind, family in FAMILY.items() if family is Family.ACCOUNT]
COUNTED = [kind.value for kind in FAMILY if kind.value not in _ACCOUNT]
"""Kinds that are estimated."""


@dataclass(frozen=True, slots=True)
class Params:
    """What a figure weighs inside its article: in the headline, in the lead (the first `lead_chars` code points of the
    text), further down; `unconfirmed` is the share that is left of it where the source is not sure.
    """

    headline: float = 2.0
    lead: float = 1.5
    body: float = 1.0
    lead_chars: int = 500
    unconfirmed: float = 0.5


def votes(claims: pl.DataFrame, articles: pl.DataFrame, params: Params = Params()) -> pl.DataFrame:
    """A row an article and counting kind: event_id, kind, article_id, origin, starts, best, low, high, open (the figure
    is a floor), stated (a number stands there), claim_ids, sureness.

    The article's figure is the event total with most weight (headline and lead before body; the higher one of equals).
    Where no total is stated, people told of without a number count: the most of any one sentence.
    """
    known = articles.select("article_id", "published_at", origin=pl.coalesce("syndication_group", "article_id")).unique(
        "article_id", keep="first", maintain_order=True
    )
    usable = (
        claims.filter(
            pl.col("event_id").is_not_null() & pl.col("kind").is_in(COUNTED) & (pl.col("stance") != Stance.DENIES.value)
        )
        .join(known, on="article_id", how="left")
        .with_columns(
            point=pl.coalesce("anchor", "low", "high"),
            origin=pl.coalesce("origin", "article_id"),
            starts=pl.coalesce("as_of", "published_at"),
            weight=_weight(params),
        )
        .filter(pl.col("point").is_not_null())
    )
    stated = _stated(usable)
    described = _described(usable).join(stated, on=["article_id", "kind"], how="anti")
    cast = pl.concat([stated, described])
    # A vague word is a vote only where nobody gives a number.
    return cast.filter(~pl.col("vague") | pl.col("vague").all().over("event_id", "kind")).drop("vague").sort(
        "event_id", "kind", "article_id"
    )  # fmt: skip


def _weight(params: Params) -> pl.Expr:
    place = (
        pl.when(pl.col("evidence_field") == EvidenceField.TITLE.value)
        .then(params.headline)
        .when(pl.col("evidence_start") < params.lead_chars)
        .then(params.lead)
        .otherwise(params.body)
    )
    sure = pl.when(pl.col("stance") == Stance.UNCONFIRMED.value).then(params.unconfirmed).otherwise(1.0)
    return place * sure


def _stated(usable: pl.DataFrame) -> pl.DataFrame:
    totals = usable.filter(pl.col("is_event_total") & (pl.col("basis") != Basis.DESCRIBED.value).fill_null(value=True))
    figures = totals.group_by("event_id", "kind", "article_id", "origin", "point").agg(
        weight=pl.col("weight").sum(),
        starts=pl.col("starts").max(),
        low=pl.col("low").min(),
        high=pl.col("high").max(),
        open=pl.col("high").is_null().all(),
        claim_ids=pl.col("claim_id").unique().sort(),
        sureness=pl.col("confidence").max(),
        vague=(pl.col("hedge") == Hedge.VAGUE.value).fill_null(value=False).all(),
    )
    return (
        figures.sort("vague", "weight", "point", descending=[False, True, True])
        .unique(["event_id", "kind", "article_id"], keep="first", maintain_order=True)
        .select(*_COLUMNS[:4], "starts", pl.col("point").alias("best"), "low", "high", "open",
                pl.lit(value=True).alias("stated"), "claim_ids", "sureness", "vague")
    )  # fmt: skip


def _described(usable: pl.DataFrame) -> pl.DataFrame:
    """People told of without a number; a sentence that tells of two people tells of two."""
    people = usable.filter(pl.col("basis") == Basis.DESCRIBED.value)
    sentences = people.group_by("event_id", "kind", "article_id", "origin", "evidence_field", "evidence_start").agg(
        best=pl.col("point").sum(),
        starts=pl.col("starts").max(),
        claim_ids=pl.col("claim_id").unique().sort(),
        sureness=pl.col("confidence").max(),
    )
    return (
        sentences.sort(["best", "evidence_field", "evidence_start"], descending=[True, True, False])
        .unique(["event_id", "kind", "article_id"], keep="first", maintain_order=True)
        .select(*_COLUMNS[:4], "starts", "best", pl.col("best").alias("low"), pl.col("best").alias("high"),
                pl.lit(value=False).alias("open"), pl.lit(value=False).alias("stated"), "claim_ids", "sureness",
                pl.lit(value=False).alias("vague"))
    )  # fmt: skip


_COLUMNS = ["event_id", "kind", "article_id", "origin"]
