"""Ids: the order in which articles come does not matter, and what an earlier run named keeps its name."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.articles import KNOWN_SCHEMA, Articles, normalise
from transforms.events import assign
from transforms.events.words import weigh
from transforms.ids import content_hash, stable_id
from transforms.readers import read

NOW = datetime(2026, 1, 1, tzinfo=UTC)
NOTHING = pl.DataFrame(schema=KNOWN_SCHEMA)
Record = dict[str, object]


def made(records: Sequence[Record], known: pl.DataFrame = NOTHING) -> Articles:
    raw = read("x.jsonl", "\n".join(json.dumps(record) for record in records).encode()).rows
    return normalise(raw, known, NOW)


def page(number: int, text: str, outlet: str = "o", day: int | None = None, name: str | None = None) -> Record:
    published = None if day is None else f"2025-03-{day:02}"
    return {"id": name, "outlet": outlet, "url": f"https://x.example/{number}", "text": text, "published": published}


def named(articles: Articles) -> list[tuple[object, ...]]:
    return sorted(articles.rows.select("article_id", "revision", "content_hash").rows())


# What a warehouse holds: 'kept' and 'clash' name a page each, 'bare' one without URL; page 4 has two revisions.
HELD = made([
    page(1, "Nine died.", name="kept"),
    page(2, "Ten died.", name="clash"),
    {"id": "bare", "outlet": "o", "text": "Four died."},
    page(4, "Six died.", day=1),
    page(4, "Seven died.", day=2),
]).rows.select(list(KNOWN_SCHEMA))  # fmt: skip

COMING = [
    page(1, "Nine died.", name="kept"),
    page(1, "Eleven died.", name="kept", day=3),
    page(1, "Twelve died.", name="kept", day=4),
    page(3, "Ten died there.", name="clash"),
    {"id": "bare", "outlet": "o", "text": "Five died."},
    page(4, "Six died."),
    page(4, "Eight died.", day=5),
    page(5, "One died.", name="twice"),
    page(6, "Two died.", name="twice"),
]


@settings(max_examples=40, deadline=None)
@given(st.permutations(COMING))
def test_ids_and_revisions_do_not_depend_on_order_beside_those_of_an_earlier_run(order: list[Record]) -> None:
    assert named(made(order, HELD)) == named(made(COMING, HELD))
    assert named(made(order)) == named(made(COMING))


def test_an_id_of_an_earlier_run_stays_with_its_page() -> None:
    got = made(COMING, HELD)
    revisions = {(r["text"], r["article_id"], r["revision"]) for r in got.rows.to_dicts()}
    assert {("Nine died.", "kept", 1), ("Eleven died.", "kept", 2), ("Twelve died.", "kept", 3)} <= revisions
    assert ("Five died.", "bare", 2) in revisions
    ids = {r["text"]: r["article_id"] for r in got.rows.to_dicts()}
    four = HELD.filter(pl.col("url").str.ends_with("/4"))
    assert ids["Six died."] == ids["Eight died."] == four["article_id"][0]
    assert got.rows.filter(pl.col("text") == "Eight died.")["revision"].item() == 3
    by_page = [made([page(n, "x", outlet="o")]).rows["article_id"].item() for n in (3, 5, 6)]
    assert [ids["Ten died there."], ids["One died."], ids["Two died."]] == by_page  # the id is another page's, or two's


@settings(max_examples=40, deadline=None)
@given(st.permutations([page(n, f"text {n}", outlet=f"o{n % 2}") for n in range(6)]), st.integers(0, 6))
def test_ids_are_the_same_whichever_run_brings_the_article(order: list[Record], first: int) -> None:
    earlier = made(order[:first])
    later = made(order, earlier.rows.select(list(KNOWN_SCHEMA)))
    assert named(later) == named(made(order))
    seen = later.seen.sort("row")["outcome"].to_list()
    assert seen == ["unchanged"] * first + ["new"] * (6 - first)


TELLINGS = [
    ("river", "The ferry sank in the river mouth, the harbour master said; divers search the ferry."),
    ("river", "Divers reached the sunken ferry in the river mouth, said the harbour master."),
    ("river", "Ferry passengers told of the river mouth and of the harbour master."),
    ("mine", "A gallery of the salt mine fell in; miners are trapped, the union said."),
    ("mine", "The union named the miners trapped in the salt mine after a gallery fell in."),
    ("fire", "Fire took the old opera house; the conductor wept before the stage door."),
]
ARTICLES = pl.DataFrame({
    "article_id": [f"a{n}" for n in range(6)],
    "outlet": [f"o{n}" for n in range(6)],
    "title": [story for story, _ in TELLINGS],
    "text": [text for _, text in TELLINGS],
    "published_at": [NOW + timedelta(hours=n) for n in (3, 1, 2, 2, 1, 0)],
})  # fmt: skip
NONE_HELD = pl.DataFrame(schema={"event_id": pl.String, "article_id": pl.String})


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(6)), st.sets(st.integers(0, 5)))
def test_events_keep_the_ids_of_an_earlier_run_in_any_order(order: list[int], held: set[int]) -> None:
    first = [f"a{n}" for n in sorted(held)]
    earlier = assign(ARTICLES.filter(pl.col("article_id").is_in(first)), NONE_HELD)
    members = earlier.select("event_id", "article_id")
    got = assign(ARTICLES[order], members.sample(fraction=1.0, shuffle=True, seed=len(held)))
    assert got.equals(assign(ARTICLES, members))
    assert sorted(got["article_id"]) == sorted(set(ARTICLES["article_id"]) - set(first))
    every = dict(pl.concat([members, got.select("event_id", "article_id")]).select("article_id", "event_id").rows())
    for event, article in members.rows():
        story = ARTICLES.filter(pl.col("article_id") == article)["title"].item()
        mates = ARTICLES.filter(pl.col("title") == story)["article_id"]
        assert {every[mate] for mate in mates} == {event}, story
    assert len(set(every.values())) == 3


def test_of_words_that_weigh_the_same_the_same_are_kept_in_any_order() -> None:
    names = [f"zq{a}{b}ville" for a in "abcdefghij" for b in "abcdefghij"]
    text = "The towns are " + ", ".join(names) + "."
    articles = pl.DataFrame({"article_id": ["a", "b"], "title": ["Floods"] * 2, "text": [text] * 2})
    for order in ([0, 1], [1, 0]) * 4:
        words = weigh(articles[order]).filter(pl.col("word").str.starts_with("zq"))
        assert words.filter(pl.col("article_id") == "a")["word"].to_list() == names[: words.height // 2]


@given(st.lists(st.text("ab\x1e\n ", max_size=3), min_size=1, max_size=4), st.lists(st.text("ab ", max_size=3)))
def test_an_id_tells_its_parts_apart(parts: list[str], others: list[str]) -> None:
    assert (stable_id("a", *parts) == stable_id("a", *others)) is (parts == others or (not others and parts == [""]))
    assert stable_id("a", *parts) != stable_id("e", *parts)


def test_an_id_is_the_same_on_every_machine_and_a_hash_blind_to_white_space() -> None:
    assert stable_id("a", "o", None, 1) == "a_29d1fe9324c5b848"
    assert content_hash(" A  title", "text\n") == content_hash("A title", "text") != content_hash("A", "title text")
    assert content_hash(None, "x") == content_hash("", "x")
