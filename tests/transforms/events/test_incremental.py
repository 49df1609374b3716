"""Events as articles come: day by day, late, and in one go."""

from datetime import UTC, datetime, timedelta

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.events import assign, superseded
from transforms.events.agglomerate import AgglomerateParams, agglomerate
from transforms.events.assign import name_groups
from transforms.events.boilerplate import without_boilerplate
from transforms.events.forms import forms

NONE = pl.DataFrame(schema={"event_id": pl.String, "article_id": pl.String})
START = datetime(2031, 5, 4, 6, tzinfo=UTC)
STORIES = {
    "ferry": "The ferry Aurora sank off Lerwick harbour; the Shetland coast guard searches for 40 passengers.",
    "mine": "A gallery of the Wieliczka salt mine fell in; the Polish miners' union named 9 trapped miners.",
    "opera": "Fire took the old opera house of Riga; conductor Anna Kalnina wept before the stage door.",
}
MORE = ("Divers and helicopters came at dawn.", "An inquiry was announced.", "Families waited.", "Schools closed.")


def coverage(tellings: int = 4) -> pl.DataFrame:
    rows = [
        (
            f"{story}{n}",
            f"outlet{n}.example",
            f"{text.split(';')[0]}",
            f"{text} {MORE[n]}",
            START + timedelta(hours=7 * n),
        )
        for story, text in STORIES.items()
        for n in range(tellings)
    ]
    names = ["article_id", "outlet", "title", "text", "published_at"]
    return pl.DataFrame(rows, schema=names, orient="row").cast({"published_at": pl.Datetime("us", "UTC")})


def after(held: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    joined = assign(articles, held).select("event_id", "article_id")
    return pl.concat([held.join(joined, on="article_id", how="anti"), joined])


def groups(held: pl.DataFrame) -> set[frozenset[str]]:
    return {frozenset(members) for members in held.group_by("event_id").agg("article_id")["article_id"].to_list()}


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(12)), st.integers(1, 6))
def test_order_of_arrival_and_size_of_batches_change_nothing(order: list[int], size: int) -> None:
    articles = coverage()
    held = NONE
    for k in range(0, 12, size):
        held = after(held, articles[order[: k + size]])
    assert groups(held) == groups(after(NONE, articles))
    assert {frozenset(name[:-1] for name in members) for members in groups(held)} == {frozenset([s]) for s in STORIES}


def test_a_late_article_of_an_earlier_day_joins_its_event_under_its_old_id() -> None:
    articles = coverage()
    late = articles.filter(pl.col("article_id") == "ferry0")
    held = after(NONE, articles.join(late, on="article_id", how="anti"))
    event = held.filter(pl.col("article_id") == "ferry1")["event_id"].item()
    assert assign(articles, held).select("event_id", "article_id").rows() == [(event, "ferry0")]


def test_a_reason_names_what_is_shared() -> None:
    told = assign(coverage(2), NONE).filter(pl.col("article_id") == "ferry1")["reasons"].item().to_list()
    assert told[0] == "like article ferry0 of outlet0.example"
    assert any("lerwick" in reason for reason in told)


def test_two_events_shown_to_be_one_keep_the_larger_id_and_a_trace() -> None:
    event_of = {"a": "e1", "b": "e1", "c": "e2"}
    found = name_groups([["a", "b", "c", "d"]], event_of, {name: k for k, name in enumerate("cabd")})
    assert set(found.values()) == {"e1"}
    held = pl.DataFrame({"event_id": ["e1", "e1", "e2"], "article_id": ["a", "b", "c"]})
    joined = pl.DataFrame({"event_id": ["e1", "e1"], "article_id": ["c", "d"]})
    earlier = pl.DataFrame({"event_id": ["e0"], "superseded_by": ["e2"]})
    assert superseded(held, joined, earlier).rows() == [("e0", "e1"), ("e2", "e1")]


def test_an_event_that_splits_stays_with_its_larger_part() -> None:
    event_of = dict.fromkeys("abc", "e1")
    found = name_groups([["a"], ["b", "c"]], event_of, {"a": 0, "b": 1, "c": 2})
    assert found["b"] == found["c"] == "e1" != found["a"]
    joined = pl.DataFrame({"event_id": [found["a"]], "article_id": ["a"]})
    held = pl.DataFrame({"event_id": ["e1"] * 3, "article_id": list("abc")})
    assert superseded(held, joined, pl.DataFrame(schema={"event_id": pl.String, "superseded_by": pl.String})).is_empty()


def test_one_link_glues_nothing_and_a_round_up_joins_one_event_at_most() -> None:
    inside = [(a, b, 0.9) for group in ("abc", "xyz") for a in group for b in group if a < b]
    found = agglomerate(list("abcrxyz"), [*inside, ("a", "x", 0.9), ("a", "r", 0.4), ("r", "x", 0.4)], set())
    assert found == [["a", "b", "c"], ["r"], ["x", "y", "z"]]


@pytest.mark.parametrize(("rival", "joins"), [(0.1, True), (0.25, False)])
def test_an_article_that_says_too_little_joins_where_no_other_event_is_near(rival: float, joins: bool) -> None:
    links = [("a", "b", 0.9), ("x", "y", 0.9)] + [(a, "p", 0.3) for a in "ab"] + [("p", x, rival) for x in "xy"]
    found = agglomerate(list("abpxy"), links, {"p"}, AgglomerateParams(orphan=0.2, margin=2.0))
    assert (["a", "b", "p"] in found) is joins


def test_what_an_outlet_repeats_is_not_the_articles() -> None:
    rows = [(f"a{n}", f"Story {n} - KXYZ News", f"Sign up for our letter. Event {n} happened.") for n in range(3)]
    frame = pl.DataFrame(rows, schema=["article_id", "title", "text"], orient="row").with_columns(outlet=pl.lit("o"))
    own = without_boilerplate(frame)
    assert own.sort("article_id").select("title", "text").row(1) == ("Story 1", "Event 1 happened.")


def test_words_meet_in_one_form() -> None:
    found = forms(["kiev", "nine", "missiles", "gas", "lerwick"], {"missile": 1})
    assert found == {"kiev": "kyiv", "nine": "9", "missiles": "missile"}
