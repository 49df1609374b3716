"""Parquet with the contract's fields as columns."""

import io

import polars as pl

from rashomon.errors import InputError
from transforms.readers.model import FIELDS, RAW_SCHEMA, REJECT_SCHEMA, Format, Records


def _as_text(dtype: pl.DataType, name: str) -> pl.Expr:
    if dtype == pl.String:
        return pl.col(name).str.replace_all("\r\n", "\n", literal=True).str.replace_all("\x00", "", literal=True)
    return pl.col(name).dt.to_string("iso:strict") if dtype == pl.Datetime else pl.col(name).cast(pl.String)


def read(name: str, data: bytes) -> Records:
    """Records of a Parquet file. Raises InputError where it is none, or has no `outlet` or `text` column."""
    try:
        frame = pl.read_parquet(io.BytesIO(data))
    except (pl.exceptions.PolarsError, OSError) as error:
        raise InputError(name, f"it is no Parquet file ({str(error).splitlines()[0]})") from None
    missing = [field for field in ("outlet", "text") if field not in frame.columns]
    if missing:
        raise InputError(name, f"it has no column {' and no column '.join(missing)}")
    others = [column for column in frame.columns if column not in FIELDS]
    rows = frame.with_row_index("row", offset=1).select(
        pl.lit(name).alias("source"),
        pl.col("row").cast(pl.Int64),
        *(
            _as_text(frame.schema[field], field).alias(field)
            if field in frame.columns
            else pl.lit(None, pl.String).alias(field)
            for field in FIELDS
        ),
        (pl.struct(others).struct.json_encode() if others else pl.lit(None, pl.String)).alias("extra"),
    )
    return Records(rows.cast(RAW_SCHEMA), pl.DataFrame(schema=REJECT_SCHEMA))  # type: ignore[arg-type]


FORMAT = Format("Parquet", (".parquet", ".pq"), read)
