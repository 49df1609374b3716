"""`published`: what is a time and how exact it is, and what sets an article aside."""

import json
from datetime import UTC, datetime, timedelta

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from expectations.checkpoint import check
from expectations.contracts.vocabulary import Precision, Stage
from transforms.articles import ARTICLES, KNOWN_SCHEMA, Articles, normalise
from transforms.readers import read
from transforms.times import parse_iso

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
DAY, MINUTE, SECOND = Precision.DAY, Precision.MINUTE, Precision.SECOND
UNREADABLE = [
    "soon", "24 April 2025", "04/24/2025", "2025-02-30", "2025-13-01", "2025-04", "2025", "2025-W17", "20250424T25:00",
    "2025-04-24T10:00+03:00 or so", "0001-01-01T00:00+03:00", "1745488800", "'2025-04-24'",
]  # fmt: skip


def made(*published: object) -> Articles:
    records = [{"outlet": f"o{i}", "text": "Nine died.", "published": value} for i, value in enumerate(published)]
    raw = read("x.jsonl", "\n".join(json.dumps(record) for record in records).encode()).rows
    return normalise(raw, pl.DataFrame(schema=KNOWN_SCHEMA), NOW)


@pytest.mark.parametrize(
    ("text", "at", "precision"),
    [
        ("2025-04-24", (24, 0, 0, 0), DAY),
        ("20250424", (24, 0, 0, 0), DAY),
        ("2025-W17-4", (24, 0, 0, 0), DAY),
        (" 2025-04-24\n", (24, 0, 0, 0), DAY),
        ("2025-04-24T10:20", (24, 10, 20, 0), MINUTE),
        ("2025-04-24 10:20Z", (24, 10, 20, 0), MINUTE),
        ("2025-04-24T00:00Z", (24, 0, 0, 0), MINUTE),
        ("2025-04-24T10:20+03:00", (24, 7, 20, 0), MINUTE),
        ("2025-04-24T01:20+03:00", (23, 22, 20, 0), MINUTE),
        ("20250424T1020+0300", (24, 7, 20, 0), MINUTE),
        ("2025-W17-4T10:20", (24, 10, 20, 0), MINUTE),
        ("2025-04-24T10:20:30Z", (24, 10, 20, 30), SECOND),
        ("2025-04-24T10:20:30.5-05:00", (24, 15, 20, 30), SECOND),
        ("20250424T102030Z", (24, 10, 20, 30), SECOND),
        ("2025W174T102030", (24, 10, 20, 30), SECOND),
    ],
)
def test_a_time_keeps_its_instant_and_how_exactly_it_was_written(
    text: str, at: tuple[int, int, int, int], precision: Precision
) -> None:
    day, hour, minute, second = at
    got = parse_iso(text)
    assert got is not None
    assert got[0].replace(microsecond=0) == datetime(2025, 4, day, hour, minute, second, tzinfo=UTC)
    assert got[1] is precision
    (row,) = made(text).rows.select("published_at", "published_precision").rows()
    assert row == got


@settings(max_examples=60, deadline=None)
@given(
    st.datetimes(min_value=datetime(1900, 1, 2), max_value=datetime(2200, 1, 1)),
    st.integers(-14 * 60, 14 * 60),
    st.sampled_from([("minutes", MINUTE), ("seconds", SECOND), ("milliseconds", SECOND)]),
)
def test_every_way_to_write_an_instant_is_read_back(at: datetime, offset: int, how: tuple[str, Precision]) -> None:
    local = at.replace(microsecond=0, second=0 if how[1] is MINUTE else at.second, tzinfo=UTC)
    away = timedelta(minutes=offset)
    written = (local + away).replace(tzinfo=None).isoformat(timespec=how[0])
    sign, minutes = "-" if offset < 0 else "+", abs(offset)
    assert parse_iso(f"{written}{sign}{minutes // 60:02}:{minutes % 60:02}") == (local, how[1])


@pytest.mark.parametrize("text", UNREADABLE)
def test_a_published_that_cannot_be_read_sets_the_row_aside(text: str) -> None:
    assert parse_iso(text) is None
    got = made("2025-04-24", text)
    assert got.rows["outlet"].to_list() == ["o0"]
    assert got.seen["row"].to_list() == [1]
    (reject,) = got.rejects.to_dicts()
    assert reject["record_id"] == "x.jsonl:2"
    assert reject["reasons"] == [f"published '{text}' is no ISO 8601 date or time"]
    assert json.loads(reject["record"])["published"] == text


@pytest.mark.parametrize("value", [None, "", "  "])
def test_an_article_without_a_date_is_kept_without_one(value: str | None) -> None:
    got = made(value)
    assert got.rejects.is_empty()
    assert got.rows.select("published_at", "published_precision").rows() == [(None, None)]


def test_all_faults_of_a_row_are_told_at_once() -> None:
    raw = read("x.jsonl", b'{"published": "soon", "text": " "}').rows
    (reasons,) = normalise(raw, pl.DataFrame(schema=KNOWN_SCHEMA), NOW).rejects["reasons"].to_list()
    assert reasons == [
        "outlet is missing",
        "title and text are both empty",
        "published 'soon' is no ISO 8601 date or time",
    ]


def test_what_is_published_in_the_future_is_set_aside_by_the_articles_gate() -> None:
    inside, beyond = NOW + timedelta(days=1), NOW + timedelta(days=1, seconds=1)
    got = made(None, inside.isoformat(), beyond.isoformat(), "9999-12-31")
    assert got.rejects.is_empty()  # it is a time; that it has not come yet is the gate's to say
    checked = check(Stage.ARTICLES, ARTICLES, got.rows)
    assert checked.critical == []
    assert sorted(checked.good["outlet"]) == ["o0", "o1"]
    beyonds = got.rows.filter(pl.col("outlet").is_in(["o2", "o3"]))
    assert sorted(checked.quarantined["record_id"]) == sorted(f"{i}|1" for i in beyonds["article_id"])
    assert set(checked.quarantined["reasons"].list.join("")) == {
        "nothing is published more than a day after it was read: not so"
    }
