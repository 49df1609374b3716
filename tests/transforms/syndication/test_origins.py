"""Origins of articles and of figures, and why."""

from datetime import UTC, datetime

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from expectations.contracts import BY_NAME
from transforms.syndication.explained import explained
from transforms.syndication.figures import figure_origins
from transforms.syndication.origins import origins

DAY = datetime(2025, 3, 3, tzinfo=UTC)
ROWS = [
    # article, outlet, credit, group, family
    ("a", "one.example", "Reuters", "a", None),
    ("b", "two.example", "Reuters", "b", None),
    ("c", "three.example", None, "a", None),
    ("d", "four.example", None, "d", "Group"),
    ("e", "five.example", None, "e", "Group"),
    ("f", "six.example", None, "f", None),
    ("g", "six.example", None, "g", None),
    ("h", "seven.example", None, "f", None),
    ("i", "eight.example", "news agencies", "i", None),
    ("j", "nine.example", "AFP, Reuters", "j", None),
]
NAMES = ("article_id", "outlet", "wire_credit", "syndication_group", "family")
COPIES = pl.DataFrame({"article_a": ["a", "f"], "article_b": ["c", "h"], "containment": [0.87, 1.0]})


def articles(rows: list[tuple[str, str, str | None, str, str | None]] = ROWS) -> pl.DataFrame:
    frame = pl.DataFrame(rows, schema=dict.fromkeys(NAMES, pl.String), orient="row")
    return frame.with_columns(event_id=pl.lit("e1"), published_at=pl.lit(DAY))


def test_credit_goes_before_text_before_family_before_outlet() -> None:
    found = dict(origins(articles()).select("article_id", "origin").iter_rows())
    assert {found[x] for x in "abcij"} == {"Reuters"}
    assert {found[x] for x in "de"} == {"Group"}
    assert {found[x] for x in "fgh"} == {"six.example"}


@settings(max_examples=20, deadline=None)
@given(st.permutations(ROWS))
def test_order_does_not_matter(rows: list[tuple[str, str, str | None, str, str | None]]) -> None:
    assert origins(articles(rows)).equals(origins(articles()))


def test_each_article_says_why() -> None:
    said = dict(explained(articles(), COPIES).select("article_id", "reason").iter_rows())
    assert said["b"] == "it and one.example both credit Reuters"
    assert (
        said["c"]
        == "87 % of the shorter text stands in the other, its text and that of one.example, which credits Reuters"
    )
    assert said["e"] == "five.example and four.example are both of Group"
    assert said["h"] == "its text and that of six.example are one: the shorter stands in the other whole"
    assert said["g"] == "another article of six.example"


def claim(number: int, article: str, source: str | None, figure: int = 12) -> dict[str, object]:
    return {
        "claim_id": f"c{number}", "article_id": article, "event_id": "e1", "kind": "killed", "anchor": figure,
        "low": figure, "high": figure, "is_event_total": True, "population": None, "stance": "asserts",
        "source_canonical": source, "attributed_to": source,
    }  # fmt: skip


def test_the_quoted_source_is_the_last_origin() -> None:
    schema = {name: BY_NAME["claims"].schema[name] for name in claim(0, "a", None)}
    service = "State Emergency Service"
    quoted = pl.DataFrame([claim(n, x, service) for n, x in enumerate("abdefh")], schema=schema)
    found = figure_origins(quoted, articles()).row(0, named=True)
    assert found["reason"] == f"6 outlets, 1 origin: {service}"
    loose = [claim(0, "d", "local officials in the town"), claim(1, "f", "Reuters"), claim(2, "a", None)]
    found = figure_origins(pl.DataFrame(loose, schema=schema), articles()).row(0, named=True)
    assert found["origins"] == ["Group", "Reuters"]
