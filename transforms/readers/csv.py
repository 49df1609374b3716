"""CSV and TSV with a header line that names the contract's fields."""

import csv
import io
from collections.abc import Iterator
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


def read(name: str, data: bytes) -> Records:
    """Records of a CSV or TSV file; `row` counts from the header, which is row 1.

    Raises InputError where it is not UTF-8 or its header lacks `outlet` or `text`.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(name, f"not UTF-8 at byte {error.start}") from None
    csv.field_size_limit(LONGEST_FIELD)
    tabs = name.lower().removesuffix(".gz").endswith(".tsv")
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t" if tabs else ",")
    missing = [field for field in ("outlet", "text") if field not in (reader.fieldnames or [])]
    if missing and text.strip():
        raise InputError(name, f"its header names no {' and no '.join(missing)}", row=1)
    rejects: list[dict[str, Any]] = []
    return from_mappings(name, _rows(name, reader, rejects), rejects)


FORMAT = Format("CSV", (".csv", ".tsv"), read)
