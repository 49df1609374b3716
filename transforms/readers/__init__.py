"""Input formats: bytes in, article records out. One small file a format; `FORMATS` is the whole list."""

import io
from codecs import BOM_UTF8
from collections.abc import Iterator

from transforms.readers import csv, jsonl, parquet, text
from transforms.readers.model import RAW_SCHEMA, REJECT_SCHEMA, Format, Records, buffered, whole
from transforms.readers.zipped import unpacked

FORMATS: tuple[Format, ...] = (jsonl.FORMAT, csv.FORMAT, parquet.FORMAT, text.FORMAT)

__all__ = ["FORMATS", "RAW_SCHEMA", "REJECT_SCHEMA", "Format", "Records", "batches", "format_of", "read"]


def format_of(name: str) -> Format | None:
    """The format that a file name stands for (a trailing .gz aside), or None."""
    stem = name.lower().removesuffix(".gz")
    return next((f for f in FORMATS if stem.endswith(f.suffixes)), None)


def read(name: str, data: bytes) -> Records:
    """Article records of one file that is at hand as a whole; `name` and errors as for `batches`."""
    return whole(batches(name, buffered(data)))


def batches(name: str, data: io.BufferedReader) -> Iterator[Records]:
    """Article records of one open file, in batches: at least one, none of more than `model.BATCH` records.

    `name` is the path as given; it chooses the format (JSON lines where it names none and the data starts with a
    brace, else plain text) and stands in every message. Raises rashomon.errors.InputError where the file as a whole
    cannot be read. One JSON array is held in memory, everything else is not.
    """
    data = unpacked(name, data)
    chosen = format_of(name)
    if chosen is None:
        start = data.peek().removeprefix(BOM_UTF8).lstrip()[:1]
        chosen = jsonl.FORMAT if start in (b"{", b"[") else text.FORMAT
    return chosen.batches(name, data)
