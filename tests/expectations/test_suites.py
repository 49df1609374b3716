"""What the contracts promise is what DDL, frames and suites hold; shares and references are judged as declared."""

from enum import StrEnum

import duckdb
import polars as pl
import pytest

from expectations.checkpoint import check
from expectations.contracts import BY_NAME, TABLES, Table
from expectations.contracts import vocabulary as v
from expectations.contracts.vocabulary import Stage
from expectations.prepare import ROW, prepare
from expectations.suites import expected_of, suite_of
from warehouse.ddl import create_table

ENUMS = {name: kind for name, kind in vars(v).items() if isinstance(kind, type) and issubclass(kind, StrEnum)}
STORED = "SELECT column_name, data_type, is_nullable, comment FROM duckdb_columns() WHERE NOT internal"
GROUPINGS = {v.Family: v.FAMILY}
"""Enums that no column holds: they group the members of another, and what maps them says of which."""


@pytest.mark.parametrize("name", sorted(set(ENUMS) - {"StrEnum"}))
def test_every_vocabulary_is_of_some_column_or_groups_one(name: str) -> None:
    kind = ENUMS[name]
    held = [f"{table.name}.{column.name}" for table in TABLES for column in table.columns if column.values is kind]
    assert bool(held) is (kind not in GROUPINGS)
    assert (kind.__doc__ or "").strip().endswith("."), "a sentence"
    if kind in GROUPINGS:
        assert set(GROUPINGS[kind].values()) == set(kind)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_ddl_refuses_null_where_the_contract_does(table: Table) -> None:
    with duckdb.connect() as con:
        for statement in create_table(table):
            con.execute(statement)
        made = con.execute(STORED).fetchall()
    assert made == [(c.name, _told(c.type.duckdb), c.nullable, c.meaning) for c in table.columns]


def _told(declared: str) -> str:
    return {"TIMESTAMPTZ": "TIMESTAMP WITH TIME ZONE"}.get(declared, declared)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_suite_reads_every_column_that_promises_anything_and_no_other(table: Table) -> None:
    stored = [c for c in table.columns if c.name in table.frame_schema]
    suite = suite_of(table, expected_of(table, 1000))
    read = set()
    for expectation in suite.expectations:
        read |= {expectation.column} if hasattr(expectation, "column") else set(expectation.column_list)
    promising = {c.name for c in stored if not c.nullable or c.values or (c.minimum, c.maximum) != (None, None)}
    promising |= set(table.key) & set(table.frame_schema)
    checks = {check.name for check in (*table.checks, *table.references)}
    assert read == promising | checks
    beside = dict.fromkeys(table.beside, pl.String())
    empty = pl.DataFrame(schema={**table.frame_schema, **beside})
    targets = {(r.table, r.target): pl.Series([], dtype=pl.String) for r in table.references}
    assert set(prepare(table, empty, targets).columns) == read | {ROW}
    for reference in table.references:
        assert reference.target in BY_NAME[reference.table].names


def test_names_of_checks_are_told_apart() -> None:
    for table in TABLES:
        names = [expected.name for expected in expected_of(table, 1000)]
        assert len(set(names)) == len(names), table.name


def share_of_residue(unhandled: int, rows: int) -> tuple[pl.DataFrame, list[str], int]:
    row = {"article_id": "a", "revision": 1, "evidence_field": "text", "value_text": "9", "quote": "9."}
    reasons = ["unhandled"] * unhandled + ["age"] * (rows - unhandled)
    frame = pl.DataFrame(
        [{**row, "number_start": n, "reason": reason} for n, reason in enumerate(reasons)],
        schema=BY_NAME["residue"].frame_schema,
    )
    got = check(Stage.CLAIMS, BY_NAME["residue"], frame, {("articles", "article_id"): pl.Series(["a"])})
    return got.results.filter(pl.col("expectation") == "share_unhandled"), got.critical, got.good.height


@pytest.mark.parametrize(("unhandled", "holds"), [(0, True), (10, True), (11, False)])
def test_a_share_is_judged_on_the_frame_as_a_whole_and_its_failure_is_as_grave_as_declared(
    unhandled: int, holds: bool
) -> None:
    found, critical, good = share_of_residue(unhandled, 25)
    assert found.select("success", "severity", "observed").rows() == [(holds, "info", f"{unhandled / 25:.4f}")]
    assert (critical, good) == ([], 25), "info is recorded and keeps no row back"


def test_on_few_rows_a_share_says_nothing() -> None:
    assert share_of_residue(19, 19)[0].is_empty()
    assert share_of_residue(20, 20)[0]["success"].to_list() == [False]


@pytest.mark.parametrize(
    ("empty", "earlier", "holds"),
    [
        (15, [], True),
        (20, [], False),
        (15, [0.5, 0.6, 0.7], True),
        (15, [0.2, 0.3, 0.4], False),
        (15, [0.0, 0.6, 0.6], True),
        (2, [0.5], False),
        (0, [0.1], True),
    ],
    ids=["no earlier runs", "outside the band", "as ever", "drifted up", "one odd run", "drifted down", "at the edge"],
)
def test_a_share_may_not_drift_from_earlier_runs(empty: int, earlier: list[float], holds: bool) -> None:
    rows = [{"stage": "claims", "record_id": str(n), "fingerprint": "f", "rows": int(n >= empty)} for n in range(20)]
    frame = pl.DataFrame(rows, schema=BY_NAME["progress"].frame_schema)
    got = check(Stage.CLAIMS, BY_NAME["progress"], frame, earlier={"share_without_rows": earlier} if earlier else None)
    found = got.results.filter(pl.col("expectation") == "share_without_rows")
    assert found["success"].to_list() == [holds]
    assert (got.critical, got.good.height) == ([], 20)


@pytest.mark.parametrize(("known", "lost"), [(["a", "b"], []), (["a"], ["article_id_exists_in_articles"])])
def test_a_reference_to_no_row_is_told(known: list[str], lost: list[str]) -> None:
    rows = [{"event_id": "e", "article_id": article, "reasons": ["r"]} for article in ("a", "b")]
    frame = pl.DataFrame(rows, schema=BY_NAME["event_articles"].frame_schema)
    targets = {("articles", "article_id"): pl.Series(known, dtype=pl.String), ("events", "event_id"): pl.Series(["e"])}
    got = check(Stage.EVENTS, BY_NAME["event_articles"], frame, targets)
    assert got.results.filter(~pl.col("success"))["expectation"].to_list() == lost
    assert len(got.critical) == len(lost)
    if lost:
        assert f"not so in {2 - len(known)} of 2 rows" in got.critical[0]
