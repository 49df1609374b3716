"""What a reader gives, and what all readers share."""

import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import polars as pl

from transforms.readers.spots import Place, Spot

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

KEPT_OF_A_BAD_ROW = 20_000
BATCH = 250
"""Records read at a time: enough that a batch costs little, few enough that memory stays bounded."""


@dataclass(frozen=True, slots=True)
class Records:
    """`rows` has RAW_SCHEMA, `rejects` REJECT_SCHEMA."""

    rows: pl.DataFrame
    rejects: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Format:
    """One input format: its name, the suffixes it goes by, and its reader, which gives at least one batch.

    `find` says of words of its articles where in the (unpacked) file they stand; a format that has none has no lines.
    """

    name: str
    suffixes: tuple[str, ...]
    batches: Callable[[str, io.BufferedReader], Iterator[Records]]
    find: Callable[[bytes, Sequence[Spot]], list[Place | None]] | None = None

    def read(self, name: str, data: bytes) -> Records:
        """The records of a file that is at hand as a whole. Raises InputError where it cannot be read."""
        return whole(self.batches(name, buffered(data)))


def buffered(data: bytes) -> io.BufferedReader:
    """Bytes as an open file."""
    return io.BufferedReader(io.BytesIO(data))


def whole(batches: Iterable[Records]) -> Records:
    """The batches of a file as one."""
    found = list(batches)
    return Records(pl.concat([b.rows for b in found]), pl.concat([b.rejects for b in found]))


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
) -> Iterator[Records]:
    """Records from (row, mapping) pairs, in batches; what the contract does not name is kept as `extra`.

    `rejects`: where the reader of the mappings leaves the rows that it set aside; each batch takes them up.
    """
    rows = iter(mappings)
    while True:
        taken = list(islice(rows, BATCH))
        yield Records(_frame(name, taken), pl.DataFrame(rejects, schema=REJECT_SCHEMA))
        rejects.clear()
        if len(taken) < BATCH:
            return


def _frame(name: str, mappings: list[tuple[int, Mapping[str, Any]]]) -> pl.DataFrame:
    columns: dict[str, list[Any]] = {key: [] for key in RAW_SCHEMA}
    for row, mapping in mappings:
        columns["source"].append(name)
        columns["row"].append(row)
        for field in FIELDS:
            columns[field].append(as_text(mapping.get(field)))
        extra = {key: value for key, value in mapping.items() if key not in FIELDS and value is not None}
        columns["extra"].append(as_text(json.dumps(extra, ensure_ascii=False, default=str)) if extra else None)
    return pl.DataFrame(columns, schema=RAW_SCHEMA)
