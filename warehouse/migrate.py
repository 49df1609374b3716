"""Brings a warehouse to this version's schema.

A new file gets the contracts' DDL. An older one gets the steps of `migrations/NNNN_name.sql` (NNNN: the schema version
that it makes), each in one transaction with its row in `schema_versions`. Views are made anew each time: they hold no
rows.
"""

from pathlib import Path

import duckdb

from rashomon import __version__
from rashomon.errors import WarehouseError
from warehouse.ddl import SCHEMA_VERSION, create_statements
from warehouse.sql import meaning, query, views

MIGRATIONS = Path(__file__).parent / "migrations"


def version_of(con: duckdb.DuckDBPyConnection) -> int:
    """The schema version of an open warehouse; 0 where it holds nothing."""
    found = con.execute(query("has_schema_versions")).fetchone()
    if not found or not found[0]:
        return 0
    newest = con.execute(query("schema_version")).fetchone()
    return int(newest[0]) if newest and newest[0] is not None else 0


def _record(con: duckdb.DuckDBPyConnection, version: int) -> None:
    con.execute(query("record_schema_version"), {"version": version, "made_by": __version__})


def _steps(folder: Path, after: int) -> list[tuple[int, Path]]:
    numbered = [(int(file.name[:4]), file) for file in sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))]
    return [(number, file) for number, file in numbered if number > after]


def migrate(con: duckdb.DuckDBPyConnection, path: str, folder: Path = MIGRATIONS) -> None:
    """Makes or upgrades the schema. Raises WarehouseError where the file is of a newer version."""
    version = version_of(con)
    if version > SCHEMA_VERSION:
        raise WarehouseError(path, f"its schema is version {version}, newer than this Rashomon's {SCHEMA_VERSION}")
    if version == 0:
        con.begin()
        for statement in create_statements():
            con.execute(statement)
        _record(con, SCHEMA_VERSION)
        con.commit()
    for number, file in _steps(folder, version) if version else []:
        con.begin()
        con.execute(file.read_text(encoding="utf-8"))
        _record(con, number)
        con.commit()
    con.begin()
    for name, select in views().items():
        con.execute(f'CREATE OR REPLACE VIEW "{name}" AS {select}')
        con.execute(f"""COMMENT ON VIEW "{name}" IS '{meaning(select).replace("'", "''")}'""")
    con.commit()
