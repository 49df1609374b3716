"""The parts that the quality page is made of, as in reports.parts."""

from dataclasses import dataclass

from reports.times import Stamp


@dataclass(frozen=True, slots=True)
class Check:
    """One expectation as it went; `meaning` may be empty. `sign`: 'held', 'failed' or 'noted'."""

    expectation: str
    meaning: str
    severity: str
    sign: str
    observed: str
    unexpected: int
    rows: int


@dataclass(frozen=True, slots=True)
class CheckedStage:
    """One stage's checks: failures, then those with a meaning of their own; `columns` names held checks on columns."""

    name: str
    failed: int
    noted: int
    n_checks: int
    checks: list[Check]
    columns: list[str]


@dataclass(frozen=True, slots=True)
class StageRun:
    """One stage of the newest run: rows in, out, quarantined, seconds."""

    name: str
    rows_in: str
    rows_out: str
    quarantined: str
    seconds: str


@dataclass(frozen=True, slots=True)
class TrendCell:
    """One stage in one run: 'held', 'failed' or 'none', and what to say."""

    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class TrendLine:
    """One stage over the runs of the trend, oldest first."""

    name: str
    cells: list[TrendCell]


@dataclass(frozen=True, slots=True)
class RunLine:
    """One run."""

    run_id: str
    started: Stamp | None
    state: str
    state_name: str
    seconds: str
    rows: str
    quarantined: str
    error: str | None


@dataclass(frozen=True, slots=True)
class Quarantined:
    """Rows set aside for one reason."""

    stage: str
    reason: str
    n: int
    example: str
    last: Stamp | None
