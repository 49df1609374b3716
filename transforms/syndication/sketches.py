"""Texts as sets of hashed word shingles, thinned where they are long: what copies are found by.

Method: Broder, 'On the resemblance and containment of documents' (SEQUENCES 1997): of a long text only the shingles are
kept whose hash is divisible by a number (mod-m sketch), of a short one all. A sketch is made once a text; runs keep it.
"""

from dataclasses import dataclass

import polars as pl

SCHEMA: dict[str, pl.DataType] = {
    "content_hash": pl.String(),
    "whole": pl.Boolean(),
    "n_thin": pl.Int64(),
    "shingles": pl.List(pl.UInt64()),
}
"""A sketch: content_hash, whole (nothing was thinned), n_thin (shingles that thinning keeps), shingles (hashes)."""
PARTITION = 2000
"""Texts sketched at a time; bounds the memory."""


@dataclass(frozen=True, slots=True)
class SketchParams:
    """`shingle` words make one shingle; texts with fewer than `short` words keep all, others one in `modulus`."""

    shingle: int = 5
    short: int = 400
    modulus: int = 4


def key(params: SketchParams) -> str:
    """What a kept sketch depends on besides its text: thresholds, and Polars' hash, which its versions may change."""
    return f"{params.shingle}-{params.short}-{params.modulus}-{pl.__version__}"


def thin(params: SketchParams, shingle: str = "shingle") -> pl.Expr:
    """Whether a shingle stands in thinned sketches."""
    return pl.col(shingle).hash(seed=2) % params.modulus == 0


def sketches(texts: pl.DataFrame, params: SketchParams = SketchParams()) -> pl.DataFrame:
    """SCHEMA, one row a content_hash, of `texts`: content_hash, text. Letters and digits count, case does not."""
    unique = texts.select("content_hash", "text").unique("content_hash", keep="first", maintain_order=True)
    made = [_sketched(part, params) for part in unique.iter_slices(PARTITION)]
    return pl.concat(made) if made else pl.DataFrame(schema=SCHEMA)


def _sketched(texts: pl.DataFrame, params: SketchParams) -> pl.DataFrame:
    split = texts.select(
        "content_hash", pl.col("text").fill_null("").str.to_lowercase().str.extract_all(r"[\p{L}\p{N}]+").alias("word")
    ).with_columns(whole=pl.col("word").list.len() < params.short)
    words = (
        split.with_row_index("row")
        .select("row", "whole", "word")
        .explode("word", empty_as_null=False, keep_nulls=False)
        .with_columns(pl.col("word").hash(seed=1))
    )
    # A polynomial over wrapping 64-bit words keeps the order of the words in the hash.
    shingle = sum(
        (pl.col("word").shift(-offset) * pl.lit(0x9E3779B97F4A7C15 >> (2 * offset), pl.UInt64))
        for offset in range(params.shingle)
    )
    kept = (
        words.with_columns(shingle=shingle)
        .filter(pl.col("row") == pl.col("row").shift(1 - params.shingle))
        .filter(pl.col("whole") | thin(params))
        .group_by("row")
        .agg(shingles=pl.col("shingle").unique().sort(), n_thin=pl.col("shingle").filter(thin(params)).n_unique())
    )
    return (
        split.with_row_index("row")
        .join(kept, on="row", how="left", maintain_order="left")
        .select(
            "content_hash",
            "whole",
            pl.col("n_thin").fill_null(0).cast(pl.Int64),
            pl.col("shingles").fill_null([]).cast(SCHEMA["shingles"]),
        )
    )
