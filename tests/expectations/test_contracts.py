"""Contracts: one declaration, from which DDL, Polars schemas and suites are made and agree."""

import duckdb
import polars as pl
import pytest

from expectations.checkpoint import check
from expectations.contracts import BY_NAME, TABLES, Column, Table
from expectations.contracts import fields as f
from expectations.contracts.vocabulary import Stage
from warehouse.ddl import create_table

FIELDS = {name: value for name, value in vars(f).items() if isinstance(value, Column)}


@pytest.mark.parametrize("name", FIELDS)
def test_no_field_is_unused_or_undescribed(name: str) -> None:
    field = FIELDS[name]
    assert field.meaning[-1] in ".…", "a sentence"
    assert field.unit
    assert any(c.name == field.name and c.meaning == field.meaning for t in TABLES for c in t.columns)


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_ddl_and_polars_schema_agree(table: Table) -> None:
    with duckdb.connect() as con:
        con.execute("SET timezone = 'UTC'")
        for statement in create_table(table):
            con.execute(statement)
        made = con.execute(f"SELECT * FROM {table.name}").pl()
    assert made.columns == table.names
    for name, dtype in table.schema.items():
        assert made.schema[name] == dtype, name
    assert set(table.key) <= set(table.names)


def estimates(**change: object) -> pl.DataFrame:
    row = {"event_id": "e", "kind": "killed", "profile": "latest", "low": 8, "best": 9, "high": 12, "rule": "newest"}
    rows = [{**row, "claim_ids": ["c"]}, {**row, "profile": "consensus", "claim_ids": ["c"], **change}]
    return pl.DataFrame(rows, schema=BY_NAME["event_estimates"].frame_schema)


TARGETS = {("claims", "claim_id"): pl.Series(["c"]), ("events", "event_id"): pl.Series(["e"])}


def test_a_good_frame_passes_whole() -> None:
    checked = check(Stage.ESTIMATES, BY_NAME["event_estimates"], estimates(), TARGETS)
    assert checked.critical == []
    assert checked.good.height == 2
    assert checked.results["success"].all()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"best": 7}, "low ≤ best ≤ high"),
        ({"kind": "vanished"}, "kind is one of"),
        ({"claim_ids": ["unknown"]}, "claim_ids is a claim_id of claims"),
        ({"profile": "latest"}, "no two rows share"),
        ({"rule": None}, "rule is never null"),
    ],
)
def test_a_critical_fault_is_named(change: dict[str, object], said: str) -> None:
    checked = check(Stage.ESTIMATES, BY_NAME["event_estimates"], estimates(**change), TARGETS)
    assert any(said in sentence for sentence in checked.critical), checked.critical


def test_a_warning_sets_just_the_faulty_rows_aside() -> None:
    pair = {"event_id": "e", "claim_b": "c", "similarity": 1.0, "relation": "same", "in_article": False}
    rows = [{**pair, "claim_a": a, "reason": reason} for a, reason in (("a", "equal"), ("b", ""))]
    frame = pl.DataFrame(rows, schema=BY_NAME["claim_pairs"].frame_schema)
    known = {("claims", "claim_id"): pl.Series(["a", "b", "c"])}
    checked = check(Stage.ALIGNMENT, BY_NAME["claim_pairs"], frame, known)
    assert checked.critical == []
    assert checked.good["claim_a"].to_list() == ["a"]
    assert checked.quarantined["record_id"].to_list() == ["b|c"]
    assert checked.quarantined["reasons"].to_list() == [["each pair says why: not so"]]
