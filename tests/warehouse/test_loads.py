"""Partial merges leave the rest of the warehouse as it was; shares of earlier runs are found again."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import polars as pl
import pytest

from expectations.contracts import BY_NAME
from warehouse.connect import writer
from warehouse.load import Loaded, append, merge
from warehouse.sql import query

ARTICLES, MEMBERS, QUALITY = (BY_NAME[n] for n in ("articles", "event_articles", "quality_results"))
NOW = datetime(2025, 3, 3, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def article(name: str, **fields: object) -> dict[str, object]:
    row = {"article_id": name, "revision": 1, "outlet": "o", "text": "Nine died.", "fetched_at": NOW}
    return {**row, "syndication_group": name, "content_hash": name, **fields}


def articles(*rows: dict[str, object]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), schema=ARTICLES.frame_schema)


def members(*pairs: tuple[str, str], reason: str = "r") -> pl.DataFrame:
    rows = [{"event_id": e, "article_id": a, "reasons": [reason]} for e, a in pairs]
    return pl.DataFrame(rows, schema=MEMBERS.frame_schema)


def test_kept_columns_are_those_of_the_first_load(tmp_path: Path) -> None:
    keep = ("fetched_at", "syndication_group")
    later = {"fetched_at": NOW + HOUR, "syndication_group": None}
    with writer(tmp_path / "w.duckdb") as con:
        assert merge(con, ARTICLES, articles(article("a"), article("b")), "1", keep=keep) == Loaded(2, 0, 0)
        coming = articles(article("a", **later), article("b", outlet="moved", **later), article("c", **later))
        assert merge(con, ARTICLES, coming, "2", keep=keep) == Loaded(1, 1, 0)
        rows = con.execute(
            "SELECT article_id, outlet, fetched_at, syndication_group, run_id FROM articles ORDER BY article_id"
        ).fetchall()
    assert rows == [
        ("a", "o", NOW, "a", "1"),
        ("b", "moved", NOW, "b", "2"),
        ("c", "o", NOW + HOUR, None, "2"),
    ]


def test_a_frame_of_some_columns_updates_those_alone_and_adds_no_row(tmp_path: Path) -> None:
    groups = {"article_id": ["a", "b", "stranger"], "revision": [1, 1, 1], "syndication_group": ["a", "a", "a"]}
    with writer(tmp_path / "w.duckdb") as con:
        merge(con, ARTICLES, articles(article("a"), article("b"), article("c")), "1")
        before = con.execute("SELECT * EXCLUDE (syndication_group, run_id) FROM articles ORDER BY 1").fetchall()
        assert merge(con, ARTICLES, pl.DataFrame(groups), "2") == Loaded(0, 1, 0)
        assert con.execute("SELECT * EXCLUDE (syndication_group, run_id) FROM articles ORDER BY 1").fetchall() == before
        rows = con.execute("SELECT article_id, syndication_group, run_id FROM articles ORDER BY 1").fetchall()
    assert rows == [("a", "a", "1"), ("b", "a", "2"), ("c", "c", "1")]


@pytest.mark.parametrize(
    ("scope", "coming", "loaded", "left"),
    [
        (["e"], [("e", "a")], Loaded(0, 0, 1), [("e", "a"), ("f", "a"), ("f", "c")]),
        (["e"], [], Loaded(0, 0, 2), [("f", "a"), ("f", "c")]),
        (["e", "f"], [("e", "a"), ("f", "d")], Loaded(1, 0, 3), [("e", "a"), ("f", "d")]),
        ([], [("g", "a")], Loaded(1, 0, 0), [("e", "a"), ("e", "b"), ("f", "a"), ("f", "c"), ("g", "a")]),
        (["nowhere"], [], Loaded(0, 0, 0), [("e", "a"), ("e", "b"), ("f", "a"), ("f", "c")]),
    ],
    ids=["one lost", "all lost", "two records", "no record", "unknown record"],
)
def test_rows_outside_the_scope_stay(
    tmp_path: Path, scope: list[str], coming: list[tuple[str, str]], loaded: Loaded, left: list[tuple[str, str]]
) -> None:
    with writer(tmp_path / "w.duckdb") as con:
        merge(con, MEMBERS, members(("e", "a"), ("e", "b"), ("f", "a"), ("f", "c")), "1")
        within = ("event_id", pl.Series(scope, dtype=pl.String))
        assert merge(con, MEMBERS, members(*coming), "2", scope=within) == loaded
        assert con.execute("SELECT event_id, article_id FROM event_articles ORDER BY ALL").fetchall() == left


def test_a_merge_that_is_rolled_back_was_not(tmp_path: Path) -> None:
    with writer(tmp_path / "w.duckdb") as con:
        merge(con, MEMBERS, members(("e", "a")), "1")
        con.begin()
        merge(con, MEMBERS, members(("e", "b")), "2", scope=("event_id", pl.Series(["e"])))
        con.rollback()
        assert con.execute("SELECT article_id FROM event_articles").fetchall() == [("a",)]


def test_shares_of_earlier_runs_are_the_ten_newest_of_the_stage(tmp_path: Path) -> None:
    row = {"suite": "progress", "severity": "info", "success": True, "unexpected_count": 0, "checked_rows": 20}
    found = [("claims", "share_without_rows", f"0.{n:04}", n) for n in range(12)]
    found += [("events", "share_without_rows", "0.9000", 20), ("claims", "key_unique", None, 20)]
    rows = [
        {**row, "run_id": f"{n}", "stage": stage, "expectation": name, "observed": seen, "checked_at": NOW + n * HOUR}
        for stage, name, seen, n in found
    ]
    with writer(tmp_path / "w.duckdb") as con:
        append(con, QUALITY, pl.DataFrame(rows, schema=QUALITY.schema))
        shares = con.execute(query("earlier_shares"), {"suite": "progress", "stage": "claims"}).fetchall()
    assert sorted(shares) == [("share_without_rows", n / 10_000) for n in range(2, 12)]
