"""Articles of inputs of any size, read twice: to find which record of each article counts, then to give these.

Memory holds a few dozen bytes of each article, and the texts of a few batches.
"""

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO

import polars as pl

from rashomon.errors import InputError
from rashomon.inputs import STDIN, expand
from transforms.readers import REJECT_SCHEMA, Records, batches
from transforms.selection import articles, hashed, identified, keys, selected

REASONS = ("record_id", "reasons")


class Stream:
    """The articles of inputs; to be used as a context manager. `rejects` (record_id, reasons) is known once surveyed.

    Raises InputError where an input cannot be read or no input holds an article.
    """

    def __init__(self, inputs: Sequence[str]) -> None:
        self._names = expand(inputs)
        self._held = ExitStack()
        self._stdin: IO[bytes] | None = None
        self._chosen: dict[str, pl.DataFrame] = {}
        self.rejects = pl.DataFrame(schema={name: REJECT_SCHEMA[name] for name in REASONS})

    def __enter__(self) -> "Stream":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._held.close()

    @property
    def height(self) -> int:
        """How many articles there are, once surveyed."""
        return sum(frame.height for frame in self._chosen.values())

    def survey(self) -> Iterator[int]:
        """The first reading; gives the number of records seen so far."""
        found, rejects, seen = [], [self.rejects], 0
        for records in self._records(self._names):
            key = keys(records.rows)
            found.append(key.rows)
            rejects.extend(aside.select(REASONS) for aside in (records.rejects, key.rejects))
            seen += records.rows.height
            yield seen
        self.rejects = pl.concat(rejects)
        if seen == 0 and self.rejects.is_empty():
            raise InputError(self._names[0], "there is no article in it")
        known = identified(pl.concat(found))
        chosen = selected(known, self._hashes(known.filter("repeated")))
        self._chosen = {str(name[0]): part for name, part in chosen.partition_by("source", as_dict=True).items()}

    def articles(self, size: int) -> Iterator[pl.DataFrame]:
        """The second reading: frames of at least `size` articles but the last, in the order of the inputs."""
        waiting: list[pl.DataFrame] = []
        for part in self._articles():
            waiting.append(part)
            if sum(frame.height for frame in waiting) >= size:
                yield pl.concat(waiting)
                waiting = []
        if waiting:
            yield pl.concat(waiting)

    def _articles(self) -> Iterator[pl.DataFrame]:
        for name in self._names:
            if name in self._chosen:
                chosen = self._chosen[name].drop("source")
                for records in self._records([name]):
                    yield articles(records.rows, chosen)

    def _hashes(self, repeated: pl.DataFrame) -> pl.DataFrame:
        found = [pl.DataFrame(schema={**repeated.select("source", "row").schema, "content_hash": pl.String()})]
        for records in self._records(repeated["source"].unique(maintain_order=True)):
            found.append(hashed(records.rows.join(repeated, on=["source", "row"], how="semi")))
        return pl.concat(found)

    def _records(self, names: Iterable[str]) -> Iterator[Records]:
        for name in names:
            try:
                with self._standard_input() if name == STDIN else Path(name).open("rb") as file:
                    yield from batches(name, file)
            except OSError as error:
                raise InputError(name, error.strerror or str(error)) from None

    def _standard_input(self) -> io.BufferedReader:
        """What came on standard input, which can be read but once, as a file."""
        if self._stdin is None:
            self._stdin = self._held.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 it is closed with the stream
            shutil.copyfileobj(sys.stdin.buffer, self._stdin)
        self._stdin.seek(0)
        return open(os.dup(self._stdin.fileno()), "rb")  # noqa: PTH123 no path
