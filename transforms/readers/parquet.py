"""Parquet with the contract's fields as columns."""

import io
from collections.abc import Iterator

import polars as pl

from rashomon.errors import InputError
from transforms.readers.model import BATCH, FIELDS, RAW_SCHEMA, REJECT_SCHEMA, Format, Records


def _as_text(dtype: pl.DataType, name: str) -> pl.Expr:
    if dtype == pl.String:
        return pl.col(name).str.replace_all("\r\n", "\n", literal=True).str.replace_all("\x00", "", literal=True)
    return pl.col(name).dt.to_string("iso:strict") if dtype == pl.Datetime else pl.col(name).cast(pl.String)


def batches(name: str, data: io.BufferedReader) -> Iterator[Records]:
    """Records of a Parquet file, of which a row group is held at a time.

    Raises InputError where it is none, or has no `outlet` or `text` column.
    """
    try:
        frame = pl.scan_parquet(_seekable(data))
        schema = frame.collect_schema()
        missing = [field for field in ("outlet", "text") if field not in schema]
        if missing:
            raise InputError(name, f"it has no column {' and no column '.join(missing)}")
        rows = _rows(name, frame, schema)
        yield Records(pl.DataFrame(schema=RAW_SCHEMA), pl.DataFrame(schema=REJECT_SCHEMA))
        for batch in rows.collect_batches(chunk_size=BATCH, maintain_order=True):
            yield Records(batch.cast(RAW_SCHEMA), pl.DataFrame(schema=REJECT_SCHEMA))  # type: ignore[arg-type]
    except (pl.exceptions.PolarsError, OSError) as error:
        raise InputError(name, f"it is no Parquet file ({str(error).splitlines()[0]})") from None


def _seekable(data: io.BufferedReader) -> io.BufferedReader | io.BytesIO:
    """The file itself, of which parts are read, or all of its bytes where it is none on disk."""
    try:
        data.fileno()
    except OSError:
        return io.BytesIO(data.read())
    return data


def _rows(name: str, frame: pl.LazyFrame, schema: pl.Schema) -> pl.LazyFrame:
    others = [column for column in schema if column not in FIELDS]
    return frame.with_row_index("row", offset=1).select(
        pl.lit(name).alias("source"),
        pl.col("row").cast(pl.Int64),
        *(
            _as_text(schema[field], field).alias(field) if field in schema else pl.lit(None, pl.String).alias(field)
            for field in FIELDS
        ),
        (pl.struct(others).struct.json_encode() if others else pl.lit(None, pl.String)).alias("extra"),
    )


FORMAT = Format("Parquet", (".parquet", ".pq"), batches)
