"""Rows of the log queries: runs, checks, quarantine and totals, as in reports.rows."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class RunRow:
    """runs.sql: one run; `stages` is JSON."""

    run_id: str
    started_at: datetime
    ended_at: datetime | None
    state: str
    stages: str
    error: str | None
    version: str


@dataclass(frozen=True, slots=True)
class CheckRow:
    """checks.sql: one expectation of one run."""

    stage: str
    suite: str
    expectation: str
    severity: str
    success: bool
    observed: str | None
    unexpected_count: int
    checked_rows: int
    checked_at: datetime


@dataclass(frozen=True, slots=True)
class TrendRow:
    """check_trend.sql: one stage's checks in one run."""

    run_id: str
    checked_at: datetime
    stage: str
    checks: int
    failed: int
    noted: int


@dataclass(frozen=True, slots=True)
class QuarantineRow:
    """quarantine.sql: one reason at one stage."""

    stage: str
    reason: str
    n: int
    example: str
    last_at: datetime


@dataclass(frozen=True, slots=True)
class TotalsRow:
    """totals.sql: what the warehouse holds."""

    articles: int
    outlets: int
    claims: int
    n_open: int
    quarantined: int
