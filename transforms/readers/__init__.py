"""Input formats: bytes in, article records out. One small file a format; `FORMATS` is the whole list."""

from codecs import BOM_UTF8

from transforms.readers import csv, jsonl, parquet, text
from transforms.readers.model import RAW_SCHEMA, REJECT_SCHEMA, Format, Records, unpack

FORMATS: tuple[Format, ...] = (jsonl.FORMAT, csv.FORMAT, parquet.FORMAT, text.FORMAT)

__all__ = ["FORMATS", "RAW_SCHEMA", "REJECT_SCHEMA", "Format", "Records", "format_of", "read", "unpack"]


def format_of(name: str) -> Format | None:
    """The format that a file name stands for (a trailing .gz aside), or None."""
    stem = name.lower().removesuffix(".gz")
    return next((f for f in FORMATS if stem.endswith(f.suffixes)), None)


def read(name: str, data: bytes) -> Records:
    """Article records of one file.

    `name` is the path as given; it chooses the format (JSON lines where it names none and the data starts with a
    brace, else plain text) and stands in every message. Raises rashomon.errors.InputError where the file as a whole
    cannot be read.
    """
    data = unpack(name, data)
    chosen = format_of(name)
    if chosen is None:
        start = data.removeprefix(BOM_UTF8).lstrip()[:1]
        chosen = jsonl.FORMAT if start in (b"{", b"[") else text.FORMAT
    return chosen.read(name, data)
