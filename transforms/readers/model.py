"""What a reader gives, and what all readers share."""

import json
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from rashomon.errors import InputError

FIELDS = ("id", "outlet", "url", "title", "text", "published", "language")
"""Fields of the input record; every other field goes to `extra`."""

RAW_SCHEMA: dict[str, pl.DataType] = {
    "source": pl.String(),
    "row": pl.Int64(),
    **{name: pl.String() for name in FIELDS},
    "extra": pl.String(),
}
"""Records as read: source (path as given), row (from 1), the fields as text, extra (JSON)."""

REJECT_SCHEMA: dict[str, pl.DataType] = {
    "record_id": pl.String(),
    "reasons": pl.List(pl.String()),
    "record": pl.String(),
}
"""Rows set aside: record_id ('file:row'), reasons, the row as it was (JSON)."""

MAX_BYTES = 2_000_000_000
KEPT_OF_A_BAD_ROW = 20_000


@dataclass(frozen=True, slots=True)
class Records:
    """`rows` has RAW_SCHEMA, `rejects` REJECT_SCHEMA."""

    rows: pl.DataFrame
    rejects: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Format:
    """One input format: its name, the suffixes it goes by, and its reader."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str, bytes], Records]


def unpack(name: str, data: bytes) -> bytes:
    """`data`, decompressed where the name ends in .gz; at most MAX_BYTES come out. Raises InputError."""
    if not name.lower().endswith(".gz"):
        return data
    try:
        unzip = zlib.decompressobj(wbits=31)
        out = unzip.decompress(data, MAX_BYTES)
        while unzip.eof and unzip.unused_data:
            unused, unzip = unzip.unused_data, zlib.decompressobj(wbits=31)
            out += unzip.decompress(unused, MAX_BYTES - len(out))
    except zlib.error as error:
        raise InputError(name, f"it is no gzip file ({error})") from None
    if not unzip.eof:
        reason = f"it unpacks to more than {MAX_BYTES:,} bytes" if unzip.unconsumed_tail else "the gzip data ends early"
        raise InputError(name, reason)
    return out


def clean(text: str) -> str:
    """Text that every engine can hold: line ends as LF, NUL bytes dropped, lone surrogates as U+FFFD."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def reject(name: str, row: int, reason: str, record: str) -> dict[str, Any]:
    """One row for `Records.rejects`; of a very long record its start is kept."""
    kept = clean(record[:KEPT_OF_A_BAD_ROW])
    return {"record_id": f"{name}:{row}", "reasons": [reason], "record": json.dumps(kept, ensure_ascii=False)}


def as_text(value: object) -> str | None:
    """A field's value as text; null and missing stay null."""
    if value is None:
        return None
    return clean(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def from_mappings(
    name: str, mappings: Iterable[tuple[int, Mapping[str, Any]]], rejects: list[dict[str, Any]]
) -> Records:
    """Records from (row, mapping) pairs; what the contract does not name is kept as `extra`."""
    columns: dict[str, list[Any]] = {key: [] for key in RAW_SCHEMA}
    for row, mapping in mappings:
        columns["source"].append(name)
        columns["row"].append(row)
        for field in FIELDS:
            columns[field].append(as_text(mapping.get(field)))
        extra = {key: value for key, value in mapping.items() if key not in FIELDS and value is not None}
        columns["extra"].append(as_text(json.dumps(extra, ensure_ascii=False, default=str)) if extra else None)
    return Records(pl.DataFrame(columns, schema=RAW_SCHEMA), pl.DataFrame(rejects, schema=REJECT_SCHEMA))
