"""Records as read, checked: blanks, times, and what makes a record no article."""

import polars as pl

from transforms.readers.model import REJECT_SCHEMA
from transforms.times import parse_all


def _blank(column: str) -> pl.Expr:
    return pl.col(column).is_null() | (pl.col(column).str.strip_chars() == "")


def _fault(holds: pl.Expr, sentence: pl.Expr | str) -> pl.Expr:
    return pl.when(holds).then(sentence if isinstance(sentence, pl.Expr) else pl.lit(sentence))


def checked(raw: pl.DataFrame) -> pl.DataFrame:
    """Records (RAW_SCHEMA), blanks as null, with `published_at`, `published_precision` and faults as `reasons`."""
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


def rejected(faulty: pl.DataFrame) -> pl.DataFrame:
    """Checked records as REJECT_SCHEMA has them."""
    fields = ["id", "outlet", "url", "title", "text", "published", "language", "extra"]
    return faulty.select(
        pl.format("{}:{}", "source", "row").alias("record_id"),
        "reasons",
        pl.struct(fields).struct.json_encode().alias("record"),
    ).cast(REJECT_SCHEMA)  # type: ignore[arg-type]
