"""What readers see after a run that went well, one that did not, and a file that was moved."""

from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from expectations.contracts import BY_NAME, TABLES
from warehouse.connect import reader, writer
from warehouse.layout import Layout
from warehouse.load import append, merge
from warehouse.publish import publish, publish_logs, seed

MEMBERS, RUNS = BY_NAME["event_articles"], BY_NAME["runs"]
NOW = datetime(2025, 3, 3, 9, tzinfo=UTC)


def log_run(layout: Layout, run: str, state: str, article_id: str) -> None:
    """A run that writes one membership and its own row."""
    row = {"run_id": run, "started_at": NOW, "state": state, "stages": "[]", "version": "0"}
    with writer(layout.writer) as con:
        member = {"event_id": "e", "article_id": article_id, "reasons": ["r"]}
        merge(con, MEMBERS, pl.DataFrame([member], schema=MEMBERS.frame_schema), run)
        append(con, RUNS, pl.DataFrame([row], schema=RUNS.schema))


def published(layout: Layout) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    with reader(layout.published) as con:
        data = con.execute("SELECT event_id, article_id FROM event_articles ORDER BY ALL").fetchall()
        return data, con.execute("SELECT run_id, state FROM runs ORDER BY run_id").fetchall()


def test_a_failed_run_publishes_its_logs_beside_the_last_good_data(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "it's here" / "r.duckdb")
    log_run(layout, "1", "completed", "a")
    publish(layout)
    for run, state in (("2", "stopped"), ("3", "failed")):
        log_run(layout, run, state, f"a{run}")
        publish_logs(layout)
    assert published(layout) == ([("e", "a")], [("1", "completed"), ("2", "stopped"), ("3", "failed")])
    log_run(layout, "4", "completed", "d")
    publish(layout)
    assert published(layout)[0] == [("e", "a"), ("e", "a2"), ("e", "a3"), ("e", "d")]


def test_a_first_run_that_fails_publishes_an_empty_warehouse_with_its_logs(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "r.duckdb")
    log_run(layout, "1", "failed", "a")
    publish_logs(layout)
    assert published(layout) == ([], [("1", "failed")])
    with reader(layout.published) as con:
        names = {name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    assert names == {table.name for table in TABLES}


def test_a_published_copy_that_came_alone_is_gone_on_with(tmp_path: Path) -> None:
    there, here = Layout(tmp_path / "there" / "r.duckdb"), Layout(tmp_path / "r.duckdb")
    log_run(there, "1", "completed", "a")
    publish(there)
    there.published.rename(here.published)
    seed(here)
    log_run(here, "2", "completed", "b")
    seed(here)  # what the writer holds by now is newer than the copy
    publish(here)
    assert published(here) == ([("e", "a"), ("e", "b")], [("1", "completed"), ("2", "completed")])
