"""Readers, articles, copies and events."""

import gzip
import json
from datetime import UTC, datetime

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import InputError
from transforms.articles import KNOWN_SCHEMA, Articles, normalise
from transforms.events import assign
from transforms.readers import read
from transforms.reviews import DISCREPANCIES, remember
from transforms.syndication import group_copies, wire_credit

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def made(*records: dict[str, object], known: pl.DataFrame | None = None) -> Articles:
    raw = read("x.jsonl", "\n".join(json.dumps(r) for r in records).encode()).rows
    return normalise(raw, pl.DataFrame(schema=KNOWN_SCHEMA) if known is None else known, NOW)


def test_formats_give_the_same_article(tmp_path: object) -> None:
    line = b'{"outlet": "a", "text": "T", "title": "H", "more": 1}\n'
    frame = pl.DataFrame({"outlet": ["a"], "text": ["T"], "title": ["H"], "more": [1]})
    files = {"x.jsonl": line, "x.json": b"[" + line + b"]", "x.jsonl.gz": gzip.compress(line, mtime=0), "stdin:": line}
    files["x.csv"] = frame.write_csv().encode()
    files["x.parquet"] = frame.write_parquet(pl_buffer := __import__("io").BytesIO()) or pl_buffer.getvalue()
    files["x.txt"] = b"outlet: a\ntitle: H\n\nT\n"
    for name, data in files.items():
        row = read(name, data).rows.row(0, named=True)
        assert (row["outlet"], row["title"], row["text"]) == ("a", "H", "T"), name


def test_bad_lines_are_set_aside_with_their_row() -> None:
    got = read(
        "x.jsonl", b'{"outlet": "a", "text": "T"}\n[1]\n{bad\n\xff\xfe\n{"outlet": "\\ud800", "text": "\\u0000x"}\n'
    )
    assert got.rows["text"].to_list() == ["T", "x"]
    assert got.rejects["record_id"].to_list() == ["x.jsonl:2", "x.jsonl:3", "x.jsonl:4"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.csv", b"a,b\n1,2\n"),
        ("x.parquet", b"PAR1"),
        ("x.gz", b"plain"),
        ("x.jsonl.gz", gzip.compress(b"{}", mtime=0)[:-9]),
        ("x.txt", b"\x00\x01"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line(name: str, data: bytes) -> None:
    with pytest.raises(InputError, match=f"cannot read {name}"):
        read(name, data)


def test_an_id_is_kept_where_one_page_goes_by_it() -> None:
    page = {"outlet": "a", "text": "T", "url": "https://a.example/1?utm_source=x#top", "id": "1"}
    assert made(page).rows["article_id"].to_list() == ["1"]
    two = made(page, {**page, "url": "https://a.example/2"}).rows
    assert "1" not in two["article_id"].to_list()
    bare = {**page, "id": None}
    assert made(bare).rows["article_id"][0] == made({**bare, "url": "http://a.example/1"}).rows["article_id"][0]


def test_other_text_is_a_revision_and_the_same_is_none() -> None:
    first = made({"outlet": "a", "text": "Nine died.", "id": "1"}).rows
    known = first.select(list(KNOWN_SCHEMA))
    assert made({"outlet": "a", "text": "Nine  died.", "id": "1"}, known=known).seen["outcome"].to_list() == [
        "unchanged"
    ]
    again = made({"outlet": "a", "text": "Eight died.", "id": "1"}, known=known)
    assert again.rows["revision"].to_list() == [2]
    assert again.seen["outcome"].to_list() == ["revised"]


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(5)))
def test_ids_do_not_depend_on_order(order: list[int]) -> None:
    records = [{"outlet": f"o{i % 2}", "text": f"text {i}", "url": f"https://x.example/{i % 4}"} for i in range(5)]

    def key(a: Articles) -> list[tuple[object, ...]]:
        return sorted(a.rows.select("article_id", "revision", "text").rows())

    assert key(made(*records)) == key(made(*(records[i] for i in order)))


STORY = (
    "A train left the rails near the river bridge at dawn on Monday, the railway company said. Rescue teams reached the "  # noqa: E501
    "carriages within the hour and carried passengers up the bank. The line between the two cities stays closed for days. "  # noqa: E501
    "An inquiry will look at the points, which had been repaired a week before, and at the speed of the train."
)
OTHER = (
    "Commuters spoke of a jolt and then silence. Near the water, wagons lay on their side when firefighters came, the mayor "  # noqa: E501
    "told reporters; the railway promised buses, and prosecutors opened a case about maintenance of the switches."
)


def test_trimmed_copies_are_one_voice_and_independent_reports_are_not() -> None:
    texts = {"a": STORY, "b": STORY.rpartition(" An inquiry")[0], "c": OTHER, "d": ""}
    frame = pl.DataFrame({"article_id": list(texts), "text": list(texts.values()), "content_hash": list(texts)})
    groups = dict(group_copies(frame).iter_rows())
    assert groups == {"a": "a", "b": "a", "c": "c", "d": "d"}


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("KYIV, Ukraine (AP) — Two people died.", "AP"),
        ("(Reuters) - Two people died.", "Reuters"),
        ("Two died.\n\nReporting by A. Reuters contributed to this report.", "Reuters"),
        ("Two died, he told Reuters.", None),
    ],
)
def test_wire_credits(text: str, credit: str | None) -> None:
    assert wire_credit(None, text) == credit


def articles(*rows: tuple[str, str, str, datetime | None]) -> pl.DataFrame:
    schema = {"article_id": pl.String, "title": pl.String, "text": pl.String, "published_at": pl.Datetime("us", "UTC")}
    return pl.DataFrame(rows, schema=schema, orient="row").with_columns(outlet=pl.lit("o"))


COVERAGE = articles(
    ("a", "Train derails near river bridge", STORY, datetime(2025, 3, 3, tzinfo=UTC)),
    ("b", "Derailed train near river bridge: railway promises inquiry", OTHER, datetime(2025, 3, 4, tzinfo=UTC)),
    ("c", "Volcano erupts, villages flee ash", "Ash from the volcano fell on villages.", datetime(2025, 3, 4, tzinfo=UTC)),  # noqa: E501
    ("d", "Volcano ash closes airport", "The volcano erupted again and ash closed the airport.", None),
)  # fmt: skip


def test_events_are_told_apart_in_any_order_and_held_ones_stay() -> None:
    none = pl.DataFrame(schema={"event_id": pl.String, "article_id": pl.String})
    got = assign(COVERAGE, none)
    event = dict(got.select("article_id", "event_id").iter_rows())
    assert event["a"] == event["b"]
    assert event["c"] == event["d"]
    assert event["a"] != event["c"]
    assert assign(COVERAGE.reverse(), none).equals(got)
    held = got.filter(pl.col("article_id") != "b").select("event_id", "article_id")
    assert assign(COVERAGE, held).select("article_id", "event_id").rows() == [("b", event["a"])]


def test_a_verdict_holds_while_the_evidence_does() -> None:
    base = dict.fromkeys(DISCREPANCIES.frame_schema)
    names = ["same", "grown", "new"]
    found = pl.DataFrame(
        [{**base, "discrepancy_id": n, "evidence_hash": "2"} for n in names], schema=DISCREPANCIES.frame_schema
    )
    found = found.drop("first_seen", "last_seen", "status")
    old = datetime(2025, 1, 1, tzinfo=UTC)
    held = pl.DataFrame(
        {
            "discrepancy_id": ["same", "grown"],
            "evidence_hash": ["2", "1"],
            "first_seen": [old] * 2,
            "last_seen": [old] * 2,
        }
    )
    reviews = pl.DataFrame(
        {"discrepancy_id": ["same", "grown"], "verdict": ["dismissed"] * 2, "evidence_hash": ["2", "1"]}
    )
    got = {r["discrepancy_id"]: r for r in remember(found, held, reviews, NOW).to_dicts()}
    assert [got[n]["status"] for n in names] == ["dismissed", "reopened", "open"]
    assert (got["same"]["last_seen"], got["grown"]["last_seen"]) == (old, NOW)
    assert (got["grown"]["first_seen"], got["new"]["first_seen"]) == (old, NOW)
