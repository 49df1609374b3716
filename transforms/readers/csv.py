"""CSV and TSV with a header line that names the contract's fields."""

import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from typing import Any

from rashomon.errors import InputError
from transforms.readers.model import Format, Records, from_mappings, reject

LONGEST_FIELD = 50_000_000


def _rows(
    name: str, reader: "csv.DictReader[str]", rejects: list[dict[str, Any]]
) -> Iterator[tuple[int, dict[str, Any]]]:
    row = 1
    while True:
        row += 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            rejects.append(reject(name, row, f"not valid CSV: {error}", ""))
            continue
        if None in record:
            rejects.append(reject(name, row, "it has more fields than the header", str(record)))
        else:
            yield (
                row,
                {key: value if value != "" or key in ("title", "text") else None for key, value in record.items()},
            )


def _text(name: str, data: io.BufferedReader) -> Iterator[str]:
    """The file's lines with their ends. Raises InputError where it is not UTF-8."""
    lines = io.TextIOWrapper(data, encoding="utf-8-sig", newline="")
    try:
        yield from lines
    except UnicodeDecodeError as error:
        at = data.tell() - len(error.object) + error.start
        raise InputError(name, f"not UTF-8 at byte {at}") from None
    finally:
        with suppress(ValueError):  # the file is closed already
            lines.detach()  # so that it does not close what is not its own


def batches(name: str, data: io.BufferedReader) -> Iterator[Records]:
    """Records of a CSV or TSV file; `row` counts from the header, which is row 1.

    Raises InputError where it is not UTF-8 or its header lacks `outlet` or `text`.
    """
    csv.field_size_limit(LONGEST_FIELD)
    tabs = name.lower().removesuffix(".gz").endswith(".tsv")
    lines = _text(name, data)
    reader = csv.DictReader(lines, delimiter="\t" if tabs else ",")
    header = reader.fieldnames or []
    missing = [field for field in ("outlet", "text") if field not in header]
    if missing and any(line.strip() for line in chain(header, lines)):
        raise InputError(name, f"its header names no {' and no '.join(missing)}", row=1)
    rejects: list[dict[str, Any]] = []
    return from_mappings(name, _rows(name, reader, rejects), rejects)


FORMAT = Format("CSV", (".csv", ".tsv"), batches)
