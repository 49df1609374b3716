"""Runs that do not get to their end: Ctrl-C, a quality gate; and what stands after them."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from expectations.contracts import TABLES
from expectations.contracts.vocabulary import Stage
from tests.cli.sessions import Desk, Ended, Rows
from tests.flows.processes import HERE as FLOWS
from tests.flows.processes import children, until

UNFILLED = {
    *(f"fetches.{name}" for name in ("outlet", "http_status", "error", "article_id")),  # files are read, not feeds
    *(
        f"reviews.{column.name}" for table in TABLES if table.name == "reviews" for column in table.columns
    ),  # no command
}
"""Columns that are declared before anything writes them: shorter with each part that is built."""


@dataclass
class Story:
    """Three runs on one warehouse, each with what was there after it."""

    desk: Desk
    interrupted: Ended
    left_behind: Rows
    completed: dict[str, Any]
    good: Rows
    pages: dict[str, str]
    stopped: Ended
    shown: Rows
    shown_pages: dict[str, str]
    written: Rows
    log: list[tuple[object, ...]]
    merged: list[tuple[object, ...]]
    event_of: dict[object, object]
    found: list[tuple[object, ...]]
    filled: set[str]


def claims_are_read(process: Any) -> bool:
    return any(line.startswith("claims ") for line in process.stderr)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    desk = Desk(tmp_path_factory.mktemp("stops"))
    writer, published = desk.layout.writer, desk.layout.published
    interrupted = desk.interrupted("terminal-first.jsonl", claims_are_read)
    left_behind = desk.rows(published)
    completed = desk.run("terminal.jsonl", "--json")
    assert completed.code == 0, completed.err
    good, pages = desk.rows(published), desk.pages()
    desk.tamper("doubled_claims.sql")
    stopped = desk.run("terminal-later.jsonl")
    shown, shown_pages, written = desk.rows(published), desk.pages(), desk.rows(writer)
    log = desk.ask("SELECT state, error FROM runs ORDER BY started_at")
    merged = desk.ask("SELECT event_id, superseded_by, n_articles FROM events ORDER BY superseded_by NULLS LAST")
    told = desk.ask("SELECT a.url, m.event_id FROM event_articles m JOIN articles a USING (article_id) ORDER BY a.url")
    found = desk.ask("SELECT stage, suite, expectation FROM latest_quality WHERE NOT success AND severity = 'critical'")
    return Story(
        desk, interrupted, left_behind, json.loads(completed.out), good, pages,
        stopped, shown, shown_pages, written, log, merged, {row[0]: row[1] for row in told}, found, desk.filled(),
    )  # fmt: skip


def test_ctrl_c_is_exit_code_130_and_leaves_no_process(story: Story) -> None:
    assert story.interrupted.code == 130, story.interrupted.err
    assert story.interrupted.err.splitlines()[-1] == "rashomon: stopped"
    assert "Traceback" not in story.interrupted.err
    assert not story.interrupted.left


def test_after_ctrl_c_nothing_half_done_is_published_and_the_next_run_completes(story: Story) -> None:
    assert not any(story.left_behind.values())
    assert story.log[0][0] == "failed"
    assert story.log[1] == ("completed", None)
    assert all(story.good[name] for name in ("articles", "events", "claims", "claim_pairs", "discrepancies"))


def test_ctrl_c_while_everything_still_starts(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    ended = desk.interrupted("terminal.jsonl", lambda process: until(lambda: bool(children(process.pid)), 20))
    assert ended.code == 130, ended.err
    assert ended.err.splitlines()[-1] == "rashomon: stopped"
    assert not ended.left
    assert not desk.layout.published.exists()


def test_every_stage_of_a_run_stands_as_completed_in_the_history_of_prefect(story: Story) -> None:
    with closing(sqlite3.connect(story.desk.prefect / "prefect.db")) as connection:
        history = connection.execute((FLOWS / "history.sql").read_text(encoding="utf-8")).fetchall()
    run = story.completed["run_id"]
    assert [row[1:] for row in history if row[0] == run] == [("COMPLETED", "COMPLETED", len(Stage))]
    counted = [stage["stage"] for stage in story.completed["stages"]]
    assert counted == [stage.value for stage in Stage if stage is not Stage.REPORTS]  # made of a run that is over


def test_a_critical_expectation_is_exit_code_3_and_says_which(story: Story) -> None:
    assert story.stopped.code == 3, story.stopped.err
    first, last = story.stopped.err.splitlines()
    assert first.startswith("rashomon: quality gate at stage alignment: claim_pairs: no two rows share")
    assert last == "see: rashomon quality"
    state, error = story.log[2]
    assert state == "stopped"
    assert str(error) in first
    assert story.found == [("alignment", "claim_pairs", "key_unique")]


def test_nothing_of_the_stopped_stage_is_loaded_and_what_was_published_stays(story: Story) -> None:
    assert story.shown == story.good
    assert story.shown_pages == story.pages
    assert len(story.written["articles"]) == len(story.good["articles"]) + 1
    for name in ("claim_pairs", "discrepancies", "event_estimates"):
        assert story.written[name] == story.good[name], name


def test_an_event_that_lost_its_articles_to_another_keeps_its_row_and_says_where_they_went(story: Story) -> None:
    gone, into, _ = story.merged[0]
    assert [row[1] for row in story.merged[1:]] == [None] * (len(story.merged) - 1)
    parts = {
        event for url, event in story.event_of.items() if str(url).rsplit("/", 1)[1] in ("silo", "burns", "workers")
    }
    assert parts == {into}
    assert gone not in story.event_of.values()


def test_every_declared_column_is_filled_by_a_run(story: Story) -> None:
    declared = {f"{table.name}.{column.name}" for table in TABLES for column in table.columns}
    assert declared - story.filled == UNFILLED
