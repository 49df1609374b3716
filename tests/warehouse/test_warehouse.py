"""Loads are idempotent, publication is atomic, one writer holds the lock, schemas migrate."""

import subprocess
import sys
from pathlib import Path

import duckdb
import polars as pl
import pytest

from expectations.contracts import BY_NAME, TABLES
from rashomon.errors import BusyError, WarehouseError
from warehouse.connect import reader, writer
from warehouse.layout import Layout
from warehouse.load import Loaded, merge
from warehouse.lock import sole_writer
from warehouse.publish import publish
from warehouse.sql import views

MEMBERS = BY_NAME["event_articles"]


def members(*pairs: tuple[str, str], reason: str = "r") -> pl.DataFrame:
    rows = [{"event_id": e, "article_id": a, "reasons": [reason]} for e, a in pairs]
    return pl.DataFrame(rows, schema=MEMBERS.frame_schema)


def test_merge_writes_only_what_differs(tmp_path: Path) -> None:
    with writer(tmp_path / "w.duckdb") as con:
        assert merge(con, MEMBERS, members(("e", "a"), ("e", "b")), "1") == Loaded(2, 0, 0)
        assert merge(con, MEMBERS, members(("e", "b"), ("e", "a")), "2") == Loaded(0, 0, 0)
        assert merge(con, MEMBERS, members(("e", "a"), reason="other"), "3") == Loaded(0, 1, 0)
        assert merge(con, MEMBERS, members(("e", "a"), reason="third"), "4", keep=("reasons",)) == Loaded(0, 0, 0)
        scope = ("event_id", pl.Series(["e"]))
        assert merge(con, MEMBERS, members(("e", "a"), reason="other"), "5", scope=scope) == Loaded(0, 0, 1)
        assert con.execute("SELECT article_id, run_id FROM event_articles").fetchall() == [("a", "3")]


def test_a_reader_keeps_its_copy_while_another_is_published(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "r.duckdb")
    with writer(layout.writer) as con:
        merge(con, MEMBERS, members(("e", "a")), "1")
    publish(layout)
    with duckdb.connect(str(layout.published), read_only=True) as old:
        with writer(layout.writer) as con:
            merge(con, MEMBERS, members(("e", "b")), "2")
        publish(layout)
        assert old.execute("SELECT count(*) FROM event_articles").fetchone() == (1,)
    with reader(layout.published) as new:
        assert new.execute("SELECT count(*) FROM event_articles").fetchone() == (2,)


def test_a_locked_down_reader_reaches_no_other_file(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "r.duckdb")
    publish(layout)
    (tmp_path / "secret.csv").write_text("a\n1\n", encoding="utf-8")
    with reader(layout.published, locked_down=True) as con, pytest.raises(duckdb.Error):
        con.execute(f"SELECT * FROM read_csv('{tmp_path}/secret.csv')")


def test_the_lock_is_freed_by_the_kernel(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "r.duckdb")
    code = (
        "import sys, time; from pathlib import Path; from warehouse.layout import Layout;"
        "from warehouse.lock import sole_writer\n"
        "with sole_writer(Layout(Path(sys.argv[1]))): print('held', flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", code, str(layout.published)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(BusyError, match=str(holder.pid)), sole_writer(layout):
        pass
    holder.kill()
    holder.wait()
    with sole_writer(layout):
        pass


def test_views_answer_on_an_empty_warehouse(tmp_path: Path) -> None:
    with writer(tmp_path / "w.duckdb") as con:
        for name in views():
            con.execute(f"SELECT * FROM {name}").fetchall()
        found = {row[0] for row in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    assert found == {table.name for table in TABLES}


def test_a_newer_or_foreign_file_is_refused(tmp_path: Path) -> None:
    with writer(tmp_path / "w.duckdb") as con:
        con.execute("UPDATE schema_versions SET schema_version = 99")
    with pytest.raises(WarehouseError, match="newer"), writer(tmp_path / "w.duckdb"):
        pass
    (tmp_path / "foreign.duckdb").write_text("no database " * 1000, encoding="utf-8")
    with pytest.raises(WarehouseError), reader(tmp_path / "foreign.duckdb"):
        pass
    with pytest.raises(WarehouseError, match="none yet"), reader(tmp_path / "missing.duckdb"):
        pass
