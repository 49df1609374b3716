"""Claims to standard output or a file, as they come."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO

import polars as pl

from expectations.contracts.tables.claims import CLAIMS
from rashomon.errors import InputError, UsageError

LINES, TABLE, COLUMNS = (".jsonl", ".ndjson"), ".csv", ".parquet"


class Writer:
    """JSON lines to standard output, or a file by its suffix; to be used as a context manager.

    JSON lines and CSV are written at once, in the order in which they come; a Parquet file when all are there, by
    article. Nothing is opened before the first frame is there. Raises UsageError for a suffix that is none of them,
    InputError where the file cannot be written.
    """

    def __init__(self, output: Path | None) -> None:
        suffix = None if output is None else output.suffix.lower()
        if suffix is not None and suffix not in (*LINES, TABLE, COLUMNS):
            raise UsageError(f"{output}: the suffix must be .jsonl, .csv or .parquet")
        self._output = output
        self._suffix = suffix
        self._file: IO[str] | None = None
        self._gathered: list[pl.DataFrame] = []
        self.written = 0

    def __enter__(self) -> "Writer":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None:
            self._written(self._finish)
        if self._file is not None:
            self._file.close()

    def write(self, claims: pl.DataFrame) -> None:
        """Adds claims."""
        self.written += claims.height
        if self._suffix == COLUMNS:
            self._gathered.append(claims)
        else:
            self._written(lambda: self._add(claims))

    def _add(self, claims: pl.DataFrame) -> None:
        times = claims.with_columns(pl.selectors.datetime().dt.to_string("iso:strict"))
        if self._output is None:
            sys.stdout.write(times.write_ndjson())
            return
        first = self._file is None
        self._file = self._file or self._output.open("w", encoding="utf-8", newline="")
        self._file.write(times.write_csv(include_header=first) if self._suffix == TABLE else times.write_ndjson())

    def _finish(self) -> None:
        if self._suffix == COLUMNS:
            claims = pl.concat([CLAIMS.empty(), *self._gathered]).sort("article_id", maintain_order=True)
            claims.write_parquet(self._output or "")
        elif self._file is None:
            self._add(CLAIMS.empty())

    def _written(self, step: Callable[[], None]) -> None:
        try:
            step()
        except OSError as error:
            if self._output is None:
                raise
            raise InputError(str(self._output), error.strerror or str(error)) from None
