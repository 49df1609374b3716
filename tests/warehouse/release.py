"""Writes a warehouse of today's schema down as SQL, for tests to build on for as long as that version is supported.

    python -m tests.warehouse.release > tests/warehouse/released/0002.sql

It runs the pipeline on three articles of the sample, a copy of one and a bad line, adds a verdict, and dumps the
tables' DDL and their rows (of the logs the first few), without comments and views, which are made anew.

When SCHEMA_VERSION is raised to 2: leave 0001.sql as it is for ever, add the step `warehouse/migrations/0002_name.sql`,
and make 0002.sql as above. `test_released.py` demands one file a version and takes each through all later steps. Until
the first release, a contract may change within its version: make the version's file again.
"""

import json
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from expectations.contracts import TABLES
from warehouse.layout import Layout
from warehouse.sql import query

ROOT = Path(__file__).parents[2]
ARTICLES = ("kr01", "kr08", "ky17")
LOG_ROWS = 3
LOGS = [table.name for table in TABLES if table.log]


def literal(value: object) -> str:
    """A value as SQL writes it."""
    if value is None:
        return "NULL"
    if isinstance(value, list):
        return f"[{', '.join(literal(item) for item in value)}]"
    if isinstance(value, bool | int | float):
        return str(value).lower()
    text = value.astimezone(UTC).isoformat(" ") if isinstance(value, datetime) else str(value)
    parts = ["'" + part.replace("'", "''") + "'" for part in text.split("\n")]
    return parts[0] if len(parts) == 1 else f"concat_ws(chr(10), {', '.join(parts)})"


def dump(con: duckdb.DuckDBPyConnection) -> str:
    """The open warehouse as statements, a line each."""
    lines = ["SET timezone = 'UTC';"]
    for name, statement in con.execute("SELECT table_name, sql FROM duckdb_tables() ORDER BY table_name").fetchall():
        lines.append(statement)
        few = f"LIMIT {LOG_ROWS}" if name in LOGS else ""
        for row in con.execute(f'SELECT * FROM "{name}" ORDER BY ALL {few}').fetchall():
            lines.append(f'INSERT INTO "{name}" VALUES ({", ".join(literal(value) for value in row)});')
    return "\n".join(lines)


def main() -> None:
    """Runs, and dumps to standard output."""
    sample = (ROOT / "samples" / "coverage.jsonl").read_text(encoding="utf-8").splitlines()
    chosen = [line for line in sample if json.loads(line)["id"] in ARTICLES]
    with tempfile.TemporaryDirectory() as folder:
        layout = Layout(Path(folder) / "r.duckdb")
        copied = json.dumps(json.loads(chosen[0]) | {"id": "copy", "outlet": "copy.example", "url": None})
        (Path(folder) / "coverage.jsonl").write_text("\n".join([*chosen, copied, "no article"]), encoding="utf-8")
        call = [sys.executable, "-m", "rashomon", "run", "coverage.jsonl", "--warehouse", "r.duckdb", "--quiet"]
        subprocess.run([*call, "--reports", "reports"], cwd=folder, check=True)
        with duckdb.connect(str(layout.published)) as con:
            con.execute("SET timezone = 'UTC'")
            con.execute((Path(__file__).parent / "verdict.sql").read_text(encoding="utf-8"))
            print(f"-- Schema version {con.execute(query('schema_version')).fetchall()[0][0]}; see release.py.")
            print(dump(con))


if __name__ == "__main__":
    main()
