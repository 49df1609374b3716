"""Command lines in processes of their own, with a Prefect home apart from the user's."""

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from expectations.contracts import TABLES
from tests.flows.processes import children, gone
from warehouse.layout import Layout

HERE = Path(__file__).parent
COVERAGE = HERE.parent / "cases" / "coverage"
DATA = [table.name for table in TABLES if not table.log and table.name != "schema_versions"]

Rows = dict[str, list[str]]


@dataclass(frozen=True)
class Ended:
    """How a call ended; `left`: whether a process that it had started outlived it by more than a second."""

    code: int
    out: str
    err: str
    left: bool = False


class Desk:
    """A folder with a warehouse, reports and a Prefect home, and the command line at work in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.layout = Layout(folder / "r.duckdb")
        self.prefect = folder / "prefect"

    def _start(self, name: str, *options: str) -> "subprocess.Popen[str]":
        clean = {key: value for key, value in os.environ.items() if not key.startswith("PREFECT_")}
        where = ["--warehouse", str(self.layout.published), "--reports", str(self.folder / "reports")]
        return subprocess.Popen(
            [sys.executable, "-m", "rashomon", "run", str(COVERAGE / name), *where, *options],
            env=clean | {"PREFECT_HOME": str(self.prefect)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, name: str, *options: str) -> Ended:
        """`rashomon run` on a file of tests/cases/coverage."""
        process = self._start(name, *options)
        out, err = process.communicate(timeout=90)
        return Ended(process.returncode, out, err)

    def interrupted(self, name: str, moment: Callable[["subprocess.Popen[str]"], bool]) -> Ended:
        """The same, with Ctrl-C as a terminal sends it, to the whole group, once `moment` has come."""
        process = self._start(name, "--verbose")
        try:
            assert moment(process)
            started = children(process.pid)
            os.killpg(process.pid, signal.SIGINT)
            out, err = process.communicate(timeout=30)
        finally:
            process.kill()
        return Ended(process.returncode, out, err, left=not started or not gone(started, 1))

    def rows(self, path: Path) -> Rows:
        """Every data table's rows as text, sorted."""
        with duckdb.connect(str(path), read_only=True) as con:
            return {
                name: sorted(str(row) for row in con.execute(f'SELECT * FROM "{name}"').fetchall()) for name in DATA
            }

    def ask(self, query: str) -> list[tuple[object, ...]]:
        """A query on the published file."""
        with duckdb.connect(str(self.layout.published), read_only=True) as con:
            return con.execute(query).fetchall()

    def filled(self) -> set[str]:
        """'table.column' of every column that holds a value in the published file."""
        with duckdb.connect(str(self.layout.published), read_only=True) as con:
            counts = {
                table.name: con.execute(f'SELECT count(COLUMNS(*)) FROM "{table.name}"').fetchall()[0]
                for table in TABLES
            }
        return {
            f"{table.name}.{name}"
            for table in TABLES
            for name, n in zip(table.names, counts[table.name], strict=True)
            if n
        }

    def tamper(self, script: str) -> None:
        """Runs a .sql file of this folder on the writer's file."""
        with duckdb.connect(str(self.layout.writer)) as con:
            con.execute((HERE / script).read_text(encoding="utf-8"))

    def pages(self) -> dict[str, str]:
        """A digest of every file of the report."""
        found = sorted(path for path in (self.folder / "reports").rglob("*") if path.is_file())
        return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}
