"""Publishing: the read-only copy for readers, and the reports made from it."""

import json
import shutil
import time

from prefect import task

from expectations.contracts.vocabulary import RunState, Stage
from flows.progress import reporter
from flows.run import Run, StageCount
from flows.stages.options import IO
from reports.pages import render
from warehouse.connect import reader, writer
from warehouse.publish import publish
from warehouse.sql import query


@task(name="publish", **IO)
def publish_warehouse(run: Run) -> None:
    """The run is complete: its row says so, and the published copy is swapped."""
    began = time.perf_counter()
    reporter().begin(Stage.PUBLISH.value)
    shutil.rmtree(run.staging, ignore_errors=True)
    rows = sum(count.rows_out for count in run.counts)
    with writer(run.layout.writer) as con:
        run.counts.append(StageCount(Stage.PUBLISH.value, rows, rows, 0, round(time.perf_counter() - began, 3)))
        run.record(con, RunState.COMPLETED)
    publish(run.layout)
    reporter().end(Stage.PUBLISH.value, rows, rows, 0, round(time.perf_counter() - began, 3))


def _changed(run: Run, marks: dict[str, str]) -> tuple[list[str] | None, dict[str, str]]:
    """The events whose page is out of date (None: all), and the marks of all pages as they will be."""
    with reader(run.layout.published) as con:
        now = dict(con.execute(query("report_fingerprint")).fetchall())
    if not marks or not (run.settings.reports / "index.html").is_file():
        return None, now
    return sorted(event for event, mark in now.items() if marks.get(event) != mark), now


@task(name="reports", **IO)
def render_reports(run: Run) -> str:
    """Pages of the events that changed, and the index; the index' path."""
    began = time.perf_counter()
    reporter().begin(Stage.REPORTS.value)
    kept = run.layout.state / "reports.json"
    every = json.loads(kept.read_text(encoding="utf-8")) if kept.is_file() else {}
    events, marks = _changed(run, every.get(str(run.settings.reports), {}))
    rendered = render(run.layout.published, run.settings.reports, events)
    kept.write_text(json.dumps({**every, str(run.settings.reports): marks}), encoding="utf-8")
    seconds = round(time.perf_counter() - began, 3)
    reporter().end(Stage.REPORTS.value, rendered.events, rendered.pages, 0, seconds)
    return str(rendered.index)
