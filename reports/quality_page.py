"""Checkpoints, runs and quarantine as the context of the quality page."""

import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any

from expectations.contracts import BY_NAME
from expectations.contracts.vocabulary import CheckSeverity, Stage
from reports.contexts import QualityPage
from reports.figures import number, plural
from reports.hostile import shortened
from reports.labels import labels
from reports.log_rows import CheckRow, QuarantineRow, RunRow, TrendRow
from reports.parts import Site
from reports.quality_parts import Check, CheckedStage, Quarantined, RunLine, StageRun, TrendCell, TrendLine
from reports.times import stamp

ORDER = {stage.value: place for place, stage in enumerate(Stage)}


@dataclass(frozen=True, slots=True)
class Params:
    """Runs in the trend and in the list, and reasons for quarantine shown."""

    trend: int = 12
    runs: int = 20
    reasons: int = 60
    longest: int = 300


PARAMS = Params()


def make_quality_page(
    runs: list[RunRow],
    checks: list[CheckRow],
    trend: list[TrendRow],
    quarantine: list[QuarantineRow],
    *,
    aside: int,
    site: Site,
) -> QualityPage:
    """The context of quality.html; `checks` are the newest run's that had any, `aside` the rows in quarantine."""
    by_stage: dict[str, list[CheckRow]] = {}
    for check in checks:
        by_stage.setdefault(check.stage, []).append(check)
    stages = [_stage(name, by_stage[name]) for name in sorted(by_stage, key=_place)]
    return QualityPage(
        site=site,
        sentence=_sentence(checks, aside),
        checked=stamp(max((c.checked_at for c in checks), default=None)),
        stages=stages,
        last_run=_stage_runs(runs[0]) if runs else [],
        trend_runs=[stamp(at) for _, at in _trend_runs(trend)],
        trend=_trend(trend),
        runs=[_run(row) for row in runs],
        quarantine=[
            Quarantined(
                labels().stages.get(q.stage, q.stage),
                shortened(q.reason, PARAMS.longest),
                q.n,
                shortened(q.example, 80),
                stamp(q.last_at),
            )
            for q in quarantine
        ],
    )


def _place(stage: str) -> tuple[int, str]:
    return (ORDER.get(stage, len(ORDER)), stage)


def _sentence(checks: list[CheckRow], aside: int) -> str:
    by_severity = Counter(c.severity for c in checks if not c.success)
    parts = [f"{number(len(checks) - by_severity.total())} of {plural(len(checks), 'check')} held"]
    if not checks:
        parts = ["No checkpoint has run yet"]
    if stopped := by_severity[CheckSeverity.CRITICAL]:
        parts.append(f"{plural(stopped, 'critical check')} failed, and nothing of that stage was loaded")
    if warned := by_severity[CheckSeverity.WARNING]:
        parts.append(f"{plural(warned, 'warning')} set rows aside")
    if noted := by_severity[CheckSeverity.INFO]:
        parts.append(f"{number(noted)} {'is' if noted == 1 else 'are'} only noted")
    return f"{'; '.join(parts)}. {plural(aside, 'row') if aside else 'No row'} in quarantine."


def _stage(name: str, rows: list[CheckRow]) -> CheckedStage:
    several = len({c.suite for c in rows}) > 1
    told, columns = [], []
    for row in sorted(rows, key=lambda c: c.success):
        named = shortened(f"{row.suite}: {row.expectation}" if several else row.expectation, 160)
        meaning = _meanings(row.suite).get(row.expectation, "")
        if row.success and not meaning:
            columns.append(named)
            continue
        told.append(
            Check(
                expectation=named,
                meaning=meaning,
                severity=row.severity,
                sign="held" if row.success else "noted" if row.severity == CheckSeverity.INFO else "failed",
                observed=shortened(row.observed or "", 120),
                unexpected=row.unexpected_count,
                rows=row.checked_rows,
            )
        )
    signs = [c.sign for c in told]
    return CheckedStage(
        labels().stages.get(name, name), signs.count("failed"), signs.count("noted"), len(rows), told, columns
    )


@cache
def _meanings(suite: str) -> dict[str, str]:
    """What the contract says of its own checks; those made of columns alone say it by their name."""
    table = BY_NAME.get(suite)
    return {} if table is None else {check.name: check.meaning for check in (*table.checks, *table.references)}


def _stage_entries(run: RunRow) -> list[dict[str, Any]]:
    """The run's stages; a record of another shape (an older version's) counts as none."""
    try:
        entries = json.loads(run.stages)
    except (json.JSONDecodeError, TypeError):
        return []
    return [e for e in entries if isinstance(e, dict)] if isinstance(entries, list) else []


def _stage_runs(run: RunRow) -> list[StageRun]:
    return [
        StageRun(
            name=labels().stages.get(str(entry.get("stage", "")), str(entry.get("stage", ""))),
            rows_in=_count(entry.get("rows_in")),
            rows_out=_count(entry.get("rows_out")),
            quarantined=_count(entry.get("quarantined")),
            seconds=_seconds(entry.get("seconds")),
        )
        for entry in _stage_entries(run)
    ]


def _count(value: object) -> str:
    return number(value) if isinstance(value, int | float) and not isinstance(value, bool) else "–"


def _seconds(value: object) -> str:
    return f"{value:.1f}" if isinstance(value, int | float) and not isinstance(value, bool) else "–"


def _run(row: RunRow) -> RunLine:
    entries = _stage_entries(row)
    aside = [e["quarantined"] for e in entries if isinstance(e.get("quarantined"), int)]
    read = next((e.get("rows_out") for e in entries if e.get("stage") == Stage.ARTICLES), None)
    return RunLine(
        run_id=row.run_id,
        started=stamp(row.started_at),
        state=row.state,
        state_name=labels().states.get(row.state, row.state),
        seconds=_seconds((row.ended_at - row.started_at).total_seconds()) if row.ended_at else "–",
        rows=_count(read),
        quarantined=_count(sum(aside)) if aside else "–",
        error=shortened(row.error, PARAMS.longest) if row.error else None,
    )


def _trend_runs(trend: list[TrendRow]) -> list[tuple[str, Any]]:
    return list(dict.fromkeys((t.run_id, min(x.checked_at for x in trend if x.run_id == t.run_id)) for t in trend))


def _trend(trend: list[TrendRow]) -> list[TrendLine]:
    runs = [run for run, _ in _trend_runs(trend)]
    cells = {(t.stage, t.run_id): t for t in trend}
    lines = []
    for stage in sorted({t.stage for t in trend}, key=_place):
        row = [_trend_cell(cells.get((stage, run))) for run in runs]
        lines.append(TrendLine(labels().stages.get(stage, stage), row))
    return lines


def _trend_cell(row: TrendRow | None) -> TrendCell:
    if row is None:
        return TrendCell("none", "not checked")
    held = row.checks - row.failed - row.noted
    text = number(held) if held == row.checks else f"{number(held)} of {number(row.checks)}"
    return TrendCell("failed" if row.failed else "held", text)
