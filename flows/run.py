"""One run: its record in the warehouse, the writer's lock, and what is published when it ends."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl

from expectations.contracts import BY_NAME
from expectations.contracts.vocabulary import RunState
from flows.leftover import mark_crashed
from rashomon import __version__
from rashomon.errors import QualityGateError, RashomonError
from rashomon.settings import Settings
from warehouse.connect import writer
from warehouse.layout import Layout
from warehouse.load import merge
from warehouse.lock import sole_writer
from warehouse.publish import publish_logs, seed
from warehouse.sql import query

RUNS = BY_NAME["runs"]


@dataclass(frozen=True, slots=True)
class StageCount:
    """Rows in, out and quarantined of one stage, and its seconds."""

    stage: str
    rows_in: int
    rows_out: int
    quarantined: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Run:
    """A run that is going on. `counts` grows by one a stage."""

    run_id: str
    started_at: datetime
    settings: Settings
    counts: list[StageCount] = field(default_factory=list)

    @property
    def layout(self) -> Layout:
        """The warehouse's files."""
        return Layout(self.settings.warehouse)

    @property
    def staging(self) -> Path:
        """The folder for files that pass between stages."""
        return self.layout.state / "staging"

    def record(self, con: Any, state: RunState, error: str | None = None) -> None:
        """Writes the run's row as it stands now."""
        ended = None if state is RunState.RUNNING else datetime.now(UTC)
        stages = [{name: getattr(count, name) for name in StageCount.__slots__} for count in self.counts]
        row = (self.run_id, self.started_at, ended, state.value, json.dumps(stages), error, __version__)
        merge(con, RUNS, pl.DataFrame([row], schema=RUNS.schema, orient="row"), self.run_id)


def _fail(run: Run, error: BaseException) -> None:
    state = RunState.STOPPED if isinstance(error, QualityGateError) else RunState.FAILED
    said = error.message if isinstance(error, RashomonError) else f"{type(error).__name__}: {error}"
    with writer(run.layout.writer) as con:
        run.record(con, state, said)
    publish_logs(run.layout)


@contextmanager
def recorded(run_id: str, settings: Settings) -> Iterator[Run]:
    """Holds the lock and keeps the run's row; a run that fails publishes its logs beside the last good run's data.

    Raises BusyError where another run holds the lock.
    """
    run = Run(run_id, datetime.now(UTC), settings)
    with sole_writer(run.layout):
        seed(run.layout)
        with writer(run.layout.writer) as con:
            killed = [name for (name,) in con.execute(query("mark_crashed")).fetchall()]
            run.record(con, RunState.RUNNING)
        mark_crashed(killed)
        try:
            yield run
        except BaseException as error:
            _fail(run, error)
            raise
