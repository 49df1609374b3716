"""The published warehouse, read-only: named queries in, typed rows out."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import duckdb

from rashomon.errors import WarehouseError

QUERIES = Path(__file__).parent / "queries"
R = TypeVar("R")


@cache
def query(name: str) -> str:
    """The text of `queries/<name>.sql`."""
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")


class Store:
    """An open read-only connection; a context manager.

    Raises WarehouseError where the file is missing, is no DuckDB database, or lacks a table or column.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        if not path.is_file():
            raise WarehouseError(str(path), "it does not exist", hint="make one with: rashomon run")
        try:
            self._connection = duckdb.connect(str(path), read_only=True)
            self._connection.execute("SET timezone='UTC'")
        except duckdb.Error as error:
            raise WarehouseError(str(path), f"it cannot be opened ({_first_line(error)})") from error

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def rows(self, name: str, row: type[R], parameters: Mapping[str, object] | None = None) -> list[R]:
        """The rows of a named query as instances of `row`, whose fields are the query's columns."""
        try:
            frame = self._connection.execute(query(name), dict(parameters or {})).pl()
        except duckdb.Error as error:
            raise WarehouseError(str(self.path), f"query {name} failed ({_first_line(error)})") from error
        return [row(**values) for values in frame.iter_rows(named=True)]

    def by_event(self, name: str, row: type[R], parameters: Mapping[str, object]) -> dict[str, list[R]]:
        """The rows of a named query, grouped by their event, in the query's order."""
        return grouped(self.rows(name, row, parameters), "event_id")


def grouped(rows: Iterable[R], field: str) -> dict[str, list[R]]:
    """Rows by the value of one of their fields, in their order."""
    groups: dict[str, list[R]] = {}
    for row in rows:
        key: Any = getattr(row, field)
        groups.setdefault(key, []).append(row)
    return groups


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
