"""Input formats: bytes in, article records out. One small file a format; `FORMATS` is the whole list."""

import io
from codecs import BOM_UTF8
from collections.abc import Iterator

from transforms.readers import csv, html, jsonl, parquet, text
from transforms.readers.model import RAW_SCHEMA, REJECT_SCHEMA, Format, Records, buffered, whole
from transforms.readers.zipped import unpacked

FORMATS: tuple[Format, ...] = (jsonl.FORMAT, csv.FORMAT, parquet.FORMAT, html.FORMAT, text.FORMAT)

SNIFFED = 200
"""Bytes at which a format is told where no name tells it."""

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

    `name` is the path as given; it chooses the format and stands in every message. Where it names none, data that start
    with a brace are JSON lines, those that start with a tag of a page are HTML, and all else is plain text. Raises
    rashomon.errors.InputError where the file as a whole cannot be read. One JSON array or page is held in memory,
    everything else is not.
    """
    data = unpacked(name, data)
    chosen = format_of(name)
    if chosen is None:
        start = data.peek().removeprefix(BOM_UTF8).lstrip()[:SNIFFED]
        page = html.STARTS.match(start)
        chosen = jsonl.FORMAT if start[:1] in (b"{", b"[") else html.FORMAT if page else text.FORMAT
    return chosen.batches(name, data)
