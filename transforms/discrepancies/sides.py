"""What a finding needs to know of each claim."""

import polars as pl

from expectations.contracts.vocabulary import ACCOUNT_KINDS, EvidenceField, Precision, Stance
from transforms.discrepancies.cues import Direction, direction
from transforms.discrepancies.words import as_written
from transforms.syndication.origins import with_origin


def sides(claims: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """A row a claim: claim_id, event_id, article_id, kind, population, scope, total, anchor, point, value (the key of
    its value group: number, interval, class or words), version (the value, and whether it is denied), printed and
    printed_by (its article's publication, and when it was out for certain, of which a day without a time leaves a
    day's doubt), shown (the words in quotation marks), source, attributed_to, outlet, origin, time, time_text,
    exact_time (known to the minute), sureness, in_title, fields (the value's fields as text), corrects (its cue tells
    of a correction).
    """
    known = (
        with_origin(articles)
        .select("article_id", "outlet", "published_at", "published_precision", "origin")
        .unique("article_id", keep="first", maintain_order=True)
    )
    words = pl.coalesce("value_class", pl.col("value_text").str.to_lowercase())
    interval = pl.concat_str(
        pl.col("low").cast(pl.String).fill_null(""), pl.lit("–"), pl.col("high").cast(pl.String).fill_null("")
    )
    number = pl.coalesce(
        pl.col("anchor").cast(pl.String),
        pl.when(pl.col("low").is_not_null() | pl.col("high").is_not_null()).then(interval),
        pl.col("value_text").str.to_lowercase(),
    )
    time, precision = _time()
    account = pl.col("kind").is_in(list(ACCOUNT_KINDS))
    value = pl.when(account).then(words).otherwise(number)
    denied = pl.when(pl.col("stance") == Stance.DENIES.value).then(pl.lit("\x1fdenied")).otherwise(pl.lit(""))
    day = (pl.col("published_precision") == Precision.DAY.value).fill_null(value=False)
    return claims.join(known, on="article_id", how="left").select(
        "claim_id",
        "event_id",
        "article_id",
        "kind",
        "population",
        "scope",
        total="is_event_total",
        anchor=pl.when(~account).then("anchor"),
        point=pl.when(~account).then(pl.coalesce("anchor", "low", "high")),
        value=value,
        version=pl.concat_str(value, denied),
        printed="published_at",
        printed_by=pl.when(day).then(pl.col("published_at") + pl.duration(days=1)).otherwise("published_at"),
        shown=as_written(),
        source=pl.coalesce("source_canonical", "attributed_to"),
        attributed_to="attributed_to",
        outlet="outlet",
        origin="origin",
        time=time,
        time_text=_time_text(),
        exact_time=(time.is_not_null() & (precision != Precision.DAY.value)).fill_null(value=False),
        sureness="confidence",
        in_title=pl.col("evidence_field") == EvidenceField.TITLE.value,
        fields=pl.concat_str(
            *(
                pl.col(c).cast(pl.String).fill_null("")
                for c in ("anchor", "low", "high", "hedge", "value_class", "stance")
            ),
            separator="\x1f",
        ),
        corrects=(direction() == Direction.DOWN.value).fill_null(value=False),
    )


def _time() -> tuple[pl.Expr, pl.Expr]:
    precision = pl.when(pl.col("as_of").is_not_null()).then("as_of_precision").otherwise("published_precision")
    return pl.coalesce("as_of", "published_at"), precision


def _time_text() -> pl.Expr:
    time, precision = _time()
    return (
        pl.when(time.is_null())
        .then(pl.lit("time unknown"))
        .when(precision == Precision.DAY.value)
        .then(time.dt.strftime("%-d %B %Y"))
        .otherwise(time.dt.strftime("%-d %B %Y %H:%M UTC"))
    )
