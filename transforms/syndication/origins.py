"""Whose voice an article is: the origin that corroboration counts.

Order: the wire agency that it or a copy of its text credits; else the text that it copies, which is the voice of the
outlet that published it first; else the publisher family; else the outlet itself. An article that credits several
agencies, or agencies without a name, adds no voice where one of them is heard already. After Iraq Body Count's and
Airwars' practice of counting independent reports.
"""

import polars as pl

from expectations.contracts.vocabulary import OriginRule
from transforms.syndication.agencies import BETWEEN, UNNAMED
from transforms.syndication.families import family

EVENT = "event_id"
_WITHIN = [EVENT, "group"]


def _agencies(articles: pl.DataFrame) -> pl.DataFrame:
    """event_id, group, agency: one agency a group that credits any: its own, of several the one most heard."""
    credited = (
        articles.drop_nulls("wire_credit")
        .select(*_WITHIN, agency=pl.col("wire_credit").str.split(BETWEEN))
        .with_columns(alone=pl.col("agency").list.len() == 1, first=pl.col("agency").list.first())
        .explode("agency", empty_as_null=False, keep_nulls=False)
    )
    heard = credited.filter(pl.col("agency") != UNNAMED).group_by(EVENT, "agency").agg(heard=pl.len())
    most = heard.sort("heard", "agency", descending=[True, False]).group_by(EVENT, maintain_order=True).first()
    named = (
        credited.filter(pl.col("agency") != UNNAMED)
        .group_by(*_WITHIN, "agency")
        .agg(n=pl.len(), alone=pl.col("alone").any(), first=(pl.col("first") == pl.col("agency")).any())
        .join(heard, on=[EVENT, "agency"])
        .sort("alone", "n", "heard", "first", "agency", descending=[True, True, True, True, False])
        .group_by(_WITHIN, maintain_order=True)
        .agg(pl.col("agency").first())
    )
    unnamed = (
        credited.select(_WITHIN)
        .unique()
        .join(named, on=_WITHIN, how="anti")
        .join(most.select(EVENT, "agency"), on=EVENT, how="left")
        .with_columns(pl.col("agency").fill_null(UNNAMED))
    )
    return pl.concat([named, unnamed.select(named.columns)])


def origins(articles: pl.DataFrame) -> pl.DataFrame:
    """event_id, article_id, origin, text_origin, rule, witness: one row an event and article, sorted.

    `articles`: article_id, outlet; event_id (else all are of one event), wire_credit, syndication_group, published_at,
    family (as the input gives it, before the list of known groups) where known. `origin` names an agency, a family or
    an outlet; `text_origin` is the agency, or the first article of the text, and knows no families. `witness` is the
    article, other than itself, that shares the origin and shows it best: the first of its text, else the first of the
    origin; null where there is none.
    """
    known = _with_defaults(articles)
    first = known.sort("published_at", "article_id", nulls_last=True)
    voices = (
        first.group_by(_WITHIN, maintain_order=True)
        .agg(leader=pl.col("article_id").first(), outlet=pl.col("outlet").first(), family=pl.col("family").first())
        .join(_agencies(known), on=_WITHIN, how="left")
    )
    joined = (
        first.select(EVENT, "article_id", "group", "outlet", "wire_credit")
        .join(voices, on=_WITHIN, suffix="_first", maintain_order="left")
        .with_columns(
            origin=pl.coalesce("agency", "family", "outlet_first"), text_origin=pl.coalesce("agency", "leader")
        )
    )
    named = joined.with_columns(
        rule=pl.when(pl.col("wire_credit").is_not_null())
        .then(pl.lit(OriginRule.WIRE_CREDIT.value))
        .when(pl.col("leader") != pl.col("article_id"))
        .then(pl.lit(OriginRule.SHARED_TEXT.value))
        .when(pl.col("agency").is_not_null())
        .then(pl.lit(OriginRule.SHARED_TEXT.value))
        .when(pl.col("family").is_not_null())
        .then(pl.lit(OriginRule.PUBLISHER_FAMILY.value))
        .otherwise(pl.lit(OriginRule.OUTLET.value))
    )
    return (
        _with_witness(named)
        .select(EVENT, "article_id", "origin", "text_origin", "rule", "witness")
        .sort(EVENT, "article_id")
    )


def with_origin(articles: pl.DataFrame) -> pl.DataFrame:
    """The articles with `origin` and `text_origin` (see `origins`)."""
    keys = [name for name in (EVENT, "article_id") if name in articles.columns]
    found = origins(articles).select(*keys, "origin", "text_origin")
    return articles.join(found, on=keys, how="left", maintain_order="left")


def _with_witness(named: pl.DataFrame) -> pl.DataFrame:
    copied = pl.col("rule") == OriginRule.SHARED_TEXT.value
    credited = pl.col("wire_credit").is_not_null()
    same_text = [pl.col("article_id").filter(which).first().over(_WITHIN) for which in (credited, pl.lit(value=True))]
    by_rule = pl.col("article_id").first().over(EVENT, "origin", "rule")
    second = pl.col("article_id").get(1, null_on_oob=True).over(EVENT, "origin", "rule")
    any_other = pl.col("article_id").first().over(EVENT, "origin")
    own = pl.col("article_id")
    text = pl.when(pl.col("agency").is_not_null()).then(same_text[0]).otherwise(same_text[1])
    same = pl.when(by_rule != own).then(by_rule).otherwise(second)
    other = pl.when(any_other != own).then(any_other)
    return named.with_columns(witness=pl.when(copied & (text != own)).then(text).otherwise(pl.coalesce(same, other)))


def _with_defaults(articles: pl.DataFrame) -> pl.DataFrame:
    missing = {
        EVENT: pl.lit(""), "wire_credit": pl.lit(None, pl.String), "syndication_group": pl.lit(None, pl.String),
        "published_at": pl.lit(None, pl.Datetime("us", "UTC")), "family": pl.lit(None, pl.String),
    }  # fmt: skip
    frame = articles.with_columns(
        **{name: value for name, value in missing.items() if name not in articles.columns}
    ).unique([EVENT, "article_id"], keep="first", maintain_order=True)
    outlets = frame["outlet"].fill_null("").unique().to_list()
    listed = pl.Series([family(outlet) for outlet in outlets], dtype=pl.String)
    group = pl.col("outlet").replace_strict(outlets, listed, default=None, return_dtype=pl.String)
    return frame.select(
        EVENT,
        "article_id",
        "outlet",
        pl.col("wire_credit").cast(pl.String),
        "published_at",
        group=pl.coalesce("syndication_group", "article_id"),
        family=pl.coalesce("family", group),
    )
