"""Runs a table's suite on a frame, and parts the rows that may go on from those to set aside.

Great Expectations is imported when the first checkpoint runs, and not before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import polars as pl

from expectations.contracts.model import Table
from expectations.contracts.vocabulary import CheckSeverity, Stage
from expectations.prepare import ROW, prepare

RESULT_SCHEMA: dict[str, pl.DataType] = {
    "stage": pl.String(),
    "suite": pl.String(),
    "expectation": pl.String(),
    "severity": pl.String(),
    "success": pl.Boolean(),
    "observed": pl.String(),
    "unexpected_count": pl.Int64(),
    "checked_rows": pl.Int64(),
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What a checkpoint found.

    `good`: the rows that may be loaded. `quarantined`: record_id, reasons, record (JSON). `results`: RESULT_SCHEMA.
    `critical`: a sentence for each critical expectation that failed; where there is one, nothing may be loaded.
    """

    good: pl.DataFrame
    quarantined: pl.DataFrame
    results: pl.DataFrame
    critical: list[str]


@cache
def _context() -> Any:
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    return context


def preload() -> None:
    """Imports Great Expectations now, so that its cost falls beside other work."""
    _context()


def _run(table: Table, suite: Any, pandas: Any) -> dict[str, Any]:
    """Great Expectations' result of each check, by the check's name."""
    import great_expectations as gx

    context = _context()
    source = context.data_sources.add_or_update_pandas(name=table.name)
    batch = source.add_dataframe_asset(name=table.name).add_batch_definition_whole_dataframe("whole")
    validation = gx.ValidationDefinition(name=table.name, data=batch, suite=context.suites.add_or_update(suite))
    checkpoint = context.checkpoints.add_or_update(
        gx.Checkpoint(
            name=table.name,
            validation_definitions=[context.validation_definitions.add_or_update(validation)],
            result_format={"result_format": "BASIC"},
        )
    )
    (result,) = checkpoint.run(batch_parameters={"dataframe": pandas}).run_results.values()
    return {outcome.expectation_config.meta["check"]: outcome for outcome in result.results}


def _raised(outcome: Any) -> str | None:
    info = outcome.exception_info or {}
    nested = [info, *(value for value in info.values() if isinstance(value, dict))]
    return next((str(i["exception_message"]) for i in nested if i.get("raised_exception")), None)


def _observed(result: Mapping[str, Any]) -> str | None:
    value = result.get("observed_value")
    return None if value is None else f"{float(value):.4f}" if isinstance(value, int | float) else str(value)


def _record_id(table: Table) -> pl.Expr:
    return pl.concat_str(
        [pl.col(name).cast(pl.String).fill_null("") for name in table.key if name != "run_id"], separator="|"
    )


def _quarantine(table: Table, frame: pl.DataFrame, faults: pl.DataFrame) -> pl.DataFrame:
    """`faults`: _row, reason. One row a failing row with all its reasons."""
    reasons = faults.group_by(ROW).agg(pl.col("reason").sort().alias("reasons"))
    rows = frame.with_row_index(ROW).with_columns(pl.col(ROW).cast(pl.Int64)).join(reasons, on=ROW)
    return rows.select(
        _record_id(table).alias("record_id"), "reasons", pl.struct(frame.columns).struct.json_encode().alias("record")
    )


def check(
    stage: Stage,
    table: Table,
    frame: pl.DataFrame,
    targets: Mapping[tuple[str, str], pl.Series] | None = None,
    earlier: dict[str, list[float]] | None = None,
) -> Checked:
    """Runs the suite of `table` on `frame` (its frame schema and what `Table.beside` names).

    critical failures are told in `critical`, rows that fail a warning go to `quarantined`, info is recorded only.
    `targets`: known values by (table, column), for references; `earlier`: observed shares of earlier runs, by check.
    """
    from expectations.suites import expected_of, suite_of

    prepared = prepare(table, frame, targets or {})
    expected = expected_of(table, frame.height, earlier)
    outcomes = _run(table, suite_of(table, expected), prepared.to_pandas()) if frame.height else {}
    rows, critical, doubtful = [], [], []
    for want in expected if outcomes else []:
        outcome = outcomes[want.name]
        detail, raised = outcome.result or {}, _raised(outcome)
        count = int(detail.get("unexpected_count") or 0)
        said = raised or _observed(detail)
        rows.append(
            (stage.value, table.name, want.name, want.severity.value, bool(outcome.success), said, count, frame.height)
        )
        if raised:
            critical.append(f"{table.name}: {want.name} could not be checked ({raised})")
        elif not outcome.success and want.severity is CheckSeverity.CRITICAL:
            critical.append(f"{table.name}: {want.meaning}: not so in {count:,} of {frame.height:,} rows")
        elif not outcome.success and want.severity is CheckSeverity.WARNING:
            doubtful.append(want)
    faults = pl.concat(
        [
            pl.DataFrame(schema={ROW: pl.Int64, "reason": pl.String}),
            *(
                prepared.filter(~pl.col(w.name)).select(ROW, pl.lit(w.meaning + ": not so").alias("reason"))
                for w in doubtful
                if w.name in prepared.columns and prepared.schema[w.name] == pl.Boolean
            ),
        ]
    )
    keep = ~pl.int_range(pl.len()).is_in(faults[ROW].unique().implode())
    return Checked(
        frame.filter(keep).drop(table.beside, strict=False),
        _quarantine(table, frame, faults),
        pl.DataFrame(rows, schema=RESULT_SCHEMA, orient="row"),
        critical,
    )
