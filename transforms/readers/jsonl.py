"""JSON lines: one article a line. A file that is one JSON array of articles is read as well."""

import io
import json
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import Any

from rashomon.errors import InputError
from transforms.readers.jsonl_spots import find
from transforms.readers.model import Format, Records, from_mappings, reject


def _lines(name: str, data: io.BufferedReader, rejects: list[dict[str, Any]]) -> Iterator[tuple[int, dict[str, Any]]]:
    for row, ended in enumerate(data, start=1):
        line = ended.removesuffix(b"\n")
        if not line.strip():
            continue
        try:
            value = json.loads(line.decode("utf-8"))
        except UnicodeDecodeError as error:
            rejects.append(reject(name, row, f"not UTF-8 at byte {error.start}", line.decode("utf-8", "replace")))
        except (ValueError, RecursionError) as error:
            reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
            rejects.append(reject(name, row, f"not valid JSON: {reason}", line.decode("utf-8", "replace")))
        else:
            if isinstance(value, dict):
                yield row, value
            else:
                rejects.append(reject(name, row, f"a JSON object is wanted, not {type(value).__name__}", repr(value)))


def _array(name: str, data: io.BufferedReader, rejects: list[dict[str, Any]]) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        values = json.loads(data.read().decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise InputError(name, f"not valid JSON: {error}") from None
    for row, value in enumerate(values, start=1):
        if isinstance(value, dict):
            yield row, value
        else:
            rejects.append(reject(name, row, f"a JSON object is wanted, not {type(value).__name__}", repr(value)))


def batches(name: str, data: io.BufferedReader) -> Iterator[Records]:
    """Records of JSON lines or of one JSON array; a line that is no object goes to `rejects`."""
    if data.peek(len(BOM_UTF8)).startswith(BOM_UTF8):
        data.read(len(BOM_UTF8))
    rejects: list[dict[str, Any]] = []
    rows = _array if data.peek().lstrip()[:1] == b"[" else _lines
    return from_mappings(name, rows(name, data, rejects), rejects)


FORMAT = Format("JSON lines", (".jsonl", ".ndjson", ".json"), batches, find)
