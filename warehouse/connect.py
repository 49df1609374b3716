"""Connections: every one in UTC, readers read-only."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from rashomon.errors import WarehouseError
from warehouse.ddl import SCHEMA_VERSION
from warehouse.migrate import migrate, version_of


def _connect(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    try:
        con = duckdb.connect(str(path), read_only=read_only)
    except duckdb.IOException as error:
        if "lock" in str(error).lower():
            raise WarehouseError(str(path), "another process is writing it", hint="wait for it to end") from None
        raise WarehouseError(str(path), f"it cannot be opened: {str(error).splitlines()[0]}") from None
    except duckdb.Error as error:
        raise WarehouseError(str(path), f"it is damaged or no DuckDB file: {str(error).splitlines()[0]}") from None
    con.execute("SET timezone = 'UTC'")
    return con


@contextmanager
def writer(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A writing connection; the file is made, or brought to this version's schema, first.

    Raises WarehouseError where the file is damaged or newer than this version.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    con = _connect(path, read_only=False)
    try:
        migrate(con, str(path))
        yield con
    finally:
        con.close()


@contextmanager
def reader(path: Path, *, locked_down: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection to a published warehouse.

    `locked_down`: for statements that a user typed; no other file, extension or address can be reached through it.
    Raises WarehouseError where there is none, or where another version of the schema made it.
    """
    if not path.is_file():
        raise WarehouseError(str(path), "there is none yet", hint="make one with: rashomon run")
    con = _connect(path, read_only=True)
    try:
        version = version_of(con)
        if version != SCHEMA_VERSION:
            raise WarehouseError(
                str(path),
                f"its schema is version {version}, this is {SCHEMA_VERSION}",
                hint="bring it up with: rashomon run",
            )
        if locked_down:
            con.execute("SET enable_external_access = false")
            con.execute("SET lock_configuration = true")
        yield con
    finally:
        con.close()
