"""Idempotent loads: a frame is merged on its contract's key, and only rows that differ are written."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import polars as pl

from expectations.contracts import Table


@dataclass(frozen=True, slots=True)
class Loaded:
    """Rows inserted, updated and deleted."""

    inserted: int
    updated: int
    deleted: int


def _names(columns: Sequence[str], prefix: str = "") -> str:
    return ", ".join(f'{prefix}"{column}"' for column in columns)


def _same(columns: Sequence[str]) -> str:
    return " AND ".join(f'held."{column}" = came."{column}"' for column in columns)


def merge(
    con: duckdb.DuckDBPyConnection,
    table: Table,
    frame: pl.DataFrame,
    run_id: str,
    *,
    keep: Sequence[str] = (),
    scope: tuple[str, pl.Series] | None = None,
) -> Loaded:
    """Merges `frame` (the table's frame schema, or its key and some columns to update) in the caller's transaction.

    A row with a known key is updated where any column differs that is neither in `keep` nor the run's id; else nothing
    of it changes, not even the run's id. `scope` is (column, values): held rows with one of these values whose key the
    frame lacks are deleted, which is how a stage says that it made everything there is to say of a record.
    """
    came = frame if "run_id" in frame.columns else frame.with_columns(run_id=pl.lit(run_id))
    came = came.select(name for name in table.names if name in came.columns)
    partial = len(came.columns) < len(table.names)
    settable = [c for c in came.columns if c not in table.key and c not in keep]
    compared = [c for c in settable if c != "run_id"]
    con.register("came", came.to_arrow())
    try:
        deleted = 0
        if scope is not None:
            column, values = scope
            con.register("scope", pl.DataFrame({"value": values.unique()}).to_arrow())
            deleted = _count(
                con,
                f'DELETE FROM "{table.name}" AS held WHERE "{column}" IN (SELECT value FROM scope) '
                f"AND NOT EXISTS (SELECT 1 FROM came WHERE {_same(table.key)})",
            )
            con.unregister("scope")
        differs = " OR ".join(f'held."{c}" IS DISTINCT FROM came."{c}"' for c in compared) or "false"
        update = f"WHEN MATCHED AND ({differs}) THEN UPDATE SET " + ", ".join(f'"{c}" = came."{c}"' for c in settable)
        insert = f"WHEN NOT MATCHED THEN INSERT ({_names(came.columns)}) VALUES ({_names(came.columns, 'came.')})"
        actions = con.execute(
            f'MERGE INTO "{table.name}" AS held USING came ON {_same(table.key)} '
            f"{update if settable else ''} {'' if partial else insert} RETURNING merge_action"
        ).pl()
    finally:
        con.unregister("came")
    made = dict(actions["merge_action"].value_counts().iter_rows()) if actions.height else {}
    return Loaded(made.get("INSERT", 0), made.get("UPDATE", 0), deleted)


def _count(con: duckdb.DuckDBPyConnection, statement: str) -> int:
    row = con.execute(statement).fetchone()
    return int(row[0]) if row else 0


def append(con: duckdb.DuckDBPyConnection, table: Table, frame: pl.DataFrame) -> None:
    """Adds rows to a log."""
    con.register("came", frame.select(table.names).to_arrow())
    try:
        con.execute(f'INSERT INTO "{table.name}" ({_names(table.names)}) SELECT {_names(table.names)} FROM came')
    finally:
        con.unregister("came")
