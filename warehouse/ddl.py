"""DuckDB DDL, computed from the contracts.

There are no PRIMARY KEY constraints: loads merge on the contract's key and the suites check that it is unique, and
DuckDB's own keys refuse a delete and insert of one key in one transaction.
"""

from expectations.contracts import TABLES, Column, Table

SCHEMA_VERSION = 4
"""Raised by one whenever a contract changes what is stored; `migrations/` then holds the step to it."""


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _column(column: Column) -> str:
    return f'"{column.name}" {column.type.duckdb}{"" if column.nullable else " NOT NULL"}'


def create_table(table: Table) -> list[str]:
    """CREATE TABLE for one contract, with its meanings as comments."""
    columns = ",\n  ".join(_column(c) for c in table.columns)
    return [
        f'CREATE TABLE IF NOT EXISTS "{table.name}" (\n  {columns}\n)',
        f'COMMENT ON TABLE "{table.name}" IS {_quoted(table.meaning)}',
        *(f'COMMENT ON COLUMN "{table.name}"."{c.name}" IS {_quoted(c.meaning)}' for c in table.columns),
    ]


def create_statements() -> list[str]:
    """All statements that make an empty warehouse of SCHEMA_VERSION, without views."""
    return [statement for table in TABLES for statement in create_table(table)]
