"""One stage: what there is to do, its checks, its loads, all in one transaction with its row counts."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import duckdb
import polars as pl

from expectations.checkpoint import check
from expectations.contracts import BY_NAME, Table
from expectations.contracts.vocabulary import RunState, Stage
from flows.progress import reporter
from flows.run import Run, StageCount
from rashomon.errors import QualityGateError, interruptible
from warehouse.connect import writer
from warehouse.load import Loaded, append, merge
from warehouse.sql import query

PROGRESS, QUALITY, QUARANTINE = BY_NAME["progress"], BY_NAME["quality_results"], BY_NAME["quarantine"]


@dataclass
class StageWork:
    """A stage at work on an open transaction."""

    run: Run
    stage: Stage
    con: duckdb.DuckDBPyConnection
    rows_in: int = 0
    rows_out: int = 0
    quarantined: int = 0
    results: list[pl.DataFrame] = field(default_factory=list)

    def read(self, name: str, **parameters: Any) -> pl.DataFrame:
        """The rows of a kept query; a Series among the parameters is handed over as a list."""
        plain = {k: v.to_list() if isinstance(v, pl.Series) else v for k, v in parameters.items()}
        return self.con.execute(query(name), plain).pl()

    def todo(self, fingerprints: str, version: object) -> pl.DataFrame:
        """record_id, fingerprint of the records whose input, or this stage's version, changed since it last did them.

        A record that the query no longer names, but that was done once, is to be done again (it lost its input).
        """
        now = self.read(fingerprints, version=str(version))
        done = self.read("progress_of", stage=self.stage.value).rename({"fingerprint": "done"})
        both = now.join(done, on="record_id", how="full", coalesce=True)
        changed = both.filter(pl.col("fingerprint").fill_null("gone").ne_missing(pl.col("done")))
        return changed.select("record_id", pl.col("fingerprint").fill_null("gone")).sort("record_id")

    def did(self, todo: pl.DataFrame, rows: pl.DataFrame, record: str) -> None:
        """Marks records as done; `rows` is what the stage made, `record` its column that names the record."""
        made = rows.group_by(pl.col(record).alias("record_id")).agg(pl.len().cast(pl.Int64).alias("rows"))
        frame = todo.join(made, on="record_id", how="left").with_columns(
            pl.col("rows").fill_null(0), stage=pl.lit(self.stage.value)
        )
        self.load(PROGRESS, self.check(PROGRESS, PROGRESS.conform(frame)))

    def check(
        self, table: Table, frame: pl.DataFrame, coming: Mapping[tuple[str, str], pl.Series] | None = None
    ) -> pl.DataFrame:
        """The rows of `frame` that may be loaded; those that fail a warning go to quarantine.

        `coming`: values of other tables that this transaction is about to load. Raises QualityGateError where a
        critical expectation fails; the transaction is then rolled back, and the results are kept.
        """
        targets = {(r.table, r.target): self._held(r.table, r.target) for r in table.references}
        for where, values in (coming or {}).items():
            targets[where] = pl.concat([targets[where], values.cast(pl.String)])
        checked = check(self.stage, table, frame, targets, self._earlier(table))
        self.results.append(checked.results)
        if checked.critical:
            raise QualityGateError(self.stage.value, checked.critical)
        self.set_aside(checked.quarantined)
        return checked.good

    def _held(self, table: str, column: str) -> pl.Series:
        return self.con.execute(f'SELECT DISTINCT "{column}" FROM "{table}"').pl()[column]  # noqa: S608 names of contracts

    def _earlier(self, table: Table) -> dict[str, list[float]]:
        rows = self.read("earlier_shares", suite=table.name, stage=self.stage.value)
        return dict(rows.group_by("expectation").agg("observed").iter_rows())

    def set_aside(self, rejects: pl.DataFrame) -> None:
        """Quarantines rows: record_id, reasons, record."""
        if rejects.height:
            frame = rejects.with_columns(
                stage=pl.lit(self.stage.value), run_id=pl.lit(self.run.run_id), quarantined_at=pl.lit(datetime.now(UTC))
            )
            frame = frame.unique("record_id", keep="last", maintain_order=True)
            merge(self.con, QUARANTINE, QUARANTINE.conform(frame), self.run.run_id, keep=("quarantined_at",))
            self.quarantined += rejects.height

    def load(
        self, table: Table, frame: pl.DataFrame, *, keep: Sequence[str] = (), scope: tuple[str, pl.Series] | None = None
    ) -> Loaded:
        """Merges a checked frame; see `warehouse.load.merge`."""
        return merge(self.con, table, frame, self.run.run_id, keep=keep, scope=scope)


def _record_results(work: StageWork) -> None:
    for results in work.results:
        frame = results.with_columns(run_id=pl.lit(work.run.run_id), checked_at=pl.lit(datetime.now(UTC)))
        if frame.height:
            append(work.con, QUALITY, QUALITY.conform(frame))


@contextmanager
def at_work(run: Run, stage: Stage) -> Iterator[StageWork]:
    """A stage's transaction: it lands whole or not at all, but what its checks found is kept in either case."""
    began = time.perf_counter()
    reporter().begin(stage.value)
    with interruptible(), writer(run.layout.writer) as con:
        work = StageWork(run, stage, con)
        con.begin()
        try:
            yield work
        except BaseException:
            con.rollback()
            _record_results(work)
            raise
        _record_results(work)
        seconds = round(time.perf_counter() - began, 3)
        run.counts.append(StageCount(stage.value, work.rows_in, work.rows_out, work.quarantined, seconds))
        run.record(con, RunState.RUNNING)
        con.commit()
    reporter().end(stage.value, work.rows_in, work.rows_out, work.quarantined, seconds)
