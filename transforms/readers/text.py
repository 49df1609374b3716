"""Plain text: one article a file.

It may start with header lines `outlet:`, `url:`, `title:`, `published:`, `language:`, ended by an empty line. Without
them the outlet is the file's name and the first line is the title.
"""

import io
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from rashomon.errors import InputError
from transforms.readers.model import FIELDS, Format, Records, from_mappings
from transforms.readers.spots import Place, Spot, place

LONGEST_TITLE = 300


def _header(lines: list[str]) -> tuple[dict[str, str], int]:
    found: dict[str, str] = {}
    for at, line in enumerate(lines):
        key, colon, value = line.partition(":")
        if not line.strip():
            return (found, at + 1) if found else ({}, 0)
        if not colon or key.strip().lower() not in FIELDS or key.strip().lower() == "text":
            break
        found[key.strip().lower()] = value.strip()
    return {}, 0


def batches(name: str, data: io.BufferedReader) -> Iterator[Records]:
    """The one record of a text file; no record where it is blank. Raises InputError where it is not UTF-8."""
    try:
        text = data.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(name, f"not UTF-8 at byte {error.start}") from None
    if "\x00" in text:
        raise InputError(name, "it holds NUL bytes, so it is no text")
    if not text.strip():
        return from_mappings(name, [], [])
    lines = text.splitlines()
    record, body_at = _header(lines)
    body = "\n".join(lines[body_at:]).strip("\n")
    first = body.lstrip().partition("\n")[0].strip()
    record.setdefault("outlet", PurePosixPath(name.rstrip(":").replace("\\", "/")).stem or "stdin")
    record.setdefault("title", first[:LONGEST_TITLE])
    return from_mappings(name, [(1, {**record, "text": body})], [])


def find(data: bytes, spots: Sequence[Spot]) -> list[Place | None]:
    """Where each word stands in the file, its header lines counted; null where the file ends lines in an odd way."""
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    found = ((text.find(spot.value), spot.start) for spot in spots)
    return [None if at < 0 else place(text, at + start) for at, start in found]


FORMAT = Format("plain text", (".txt", ".text", ".md"), batches, find)
