"""Contradictions and arithmetic faults inside each single article, with the places of both figures."""

import polars as pl

from transforms.alignment import align
from transforms.discrepancies import find
from transforms.discrepancies.find import SCHEMA as FINDING

_PLACE = {
    "claim": pl.String(), "field": pl.String(), "evidence_start": pl.Int64(), "evidence_end": pl.Int64(),
    "value_start": pl.Int64(), "value_end": pl.Int64(), "quote": pl.String(),
}  # fmt: skip
SCHEMA: dict[str, pl.DataType] = {
    "article_id": pl.String(),
    **FINDING,
    **{f"{name}_{side}": dtype for side in ("first", "second") for name, dtype in _PLACE.items()},
}
"""What `lint` gives: a finding's columns, its article, and with the suffixes _first and _second where two of its claims
stand: evidence offsets are code points of the field (title or text), value offsets too.
"""


def lint(claims: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """The differences inside every single article, sorted by article and place; columns of SCHEMA.

    Each article is taken as an event of its own, whatever event_id says. Figures that an article gives as one and the
    same source's older and newer ones (update_up, status_shift) are told, at severity low; agreement is not. Raises
    polars.exceptions.ColumnNotFoundError where a column is missing.
    """
    own = claims.with_columns(event_id=pl.col("article_id"))
    found = find(align(own, articles), own, articles).filter("in_article")
    if found.is_empty():
        return pl.DataFrame(schema=SCHEMA)
    places = claims.select(
        "claim_id",
        claim="claim_id",
        field="evidence_field",
        evidence_start="evidence_start",
        evidence_end="evidence_end",
        value_start=pl.col("evidence_start") + pl.col("value_start"),
        value_end=pl.col("evidence_start") + pl.col("value_end"),
        quote="quote",
        key=pl.coalesce(pl.col("anchor").cast(pl.String), "value_class", "value_text"),
    )
    spots = found.select("discrepancy_id", claim_id="claim_ids").explode("claim_id").join(places, on="claim_id")
    # The headline sorts before the text; of each value the first place is shown.
    ordered = spots.sort("discrepancy_id", pl.col("field") != "title", "evidence_start", "value_start", "claim_id")
    firsts = ordered.unique("discrepancy_id", keep="first", maintain_order=True)
    others = (
        ordered.join(firsts.select("discrepancy_id", first_key="key", first_claim="claim_id"), on="discrepancy_id")
        .filter(pl.col("claim_id") != pl.col("first_claim"))
        .sort("discrepancy_id", pl.col("key") == pl.col("first_key"), maintain_order=True)
        .unique("discrepancy_id", keep="first", maintain_order=True)
    )
    rename = list(_PLACE)
    shown = firsts.select("discrepancy_id", *(pl.col(c).alias(f"{c}_first") for c in rename)).join(
        others.select("discrepancy_id", *(pl.col(c).alias(f"{c}_second") for c in rename)), on="discrepancy_id"
    )
    return (
        found.with_columns(article_id="event_id")
        .join(shown, on="discrepancy_id")
        .select(pl.col(name).cast(dtype) for name, dtype in SCHEMA.items())
        .sort(
            "article_id", pl.col("field_first") != "title", "value_start_first", "value_start_second", "discrepancy_id"
        )
    )
