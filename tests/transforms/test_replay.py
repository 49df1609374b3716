"""An event as of a time: only what was certainly out by then, one revision an article."""

from datetime import UTC, datetime, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.replay import Published, published_by, replayed

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)


def revisions(*rows: tuple[str, int, datetime | None, str | None, datetime, str]) -> pl.DataFrame:
    """Articles as the warehouse holds them: article_id, revision, published_at, precision, fetched_at, text."""
    schema = {
        "article_id": pl.String, "revision": pl.Int64, "published_at": pl.Datetime("us", "UTC"),
        "published_precision": pl.String, "fetched_at": pl.Datetime("us", "UTC"), "text": pl.String,
    }  # fmt: skip
    rest = {"url": None, "title": None, "language": "en", "wire_credit": None, "syndication_group": None, "extra": None}
    return pl.DataFrame(rows, schema=schema, orient="row").with_columns(
        outlet=pl.concat_str("article_id", pl.lit(".example")),
        content_hash="text",
        **{name: pl.lit(value, pl.String) for name, value in rest.items()},
    )


def hours(n: float) -> datetime:
    return NOON + timedelta(hours=n)


READ = hours(100)
KILLED = "A missile killed {} people in Odesa on Saturday, the fire service said."
EVENT = pl.DataFrame({"event_id": ["e"] * 3, "article_id": ["a", "b", "c"], "reasons": [["same day"]] * 3})


def test_what_is_left_out_is_counted_by_reason() -> None:
    day = NOON.replace(hour=0)
    told = published_by(
        revisions(
            ("out", 1, hours(-1), "minute", READ, "x"), ("later", 1, hours(1), "minute", READ, "x"),
            ("day", 1, day, "day", READ, "x"), ("yesterday", 1, day - timedelta(days=1), "day", READ, "x"),
            ("undated", 1, None, None, READ, "x"),
        ),
        NOON,
    )  # fmt: skip
    assert sorted(told.articles["article_id"]) == ["out", "yesterday"]
    assert (told.later, told.day_open, told.undated) == (1, 1, 1)
    assert told.first == day


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        # Published anew before the time, and after it.
        ([(1, hours(-2), READ, "first"), (2, hours(-1), READ, "second")], "second"),
        ([(1, hours(-2), READ, "first"), (2, hours(1), READ, "second")], "first"),
        # Changed without a new date: what was read by then; where nothing was, the first text.
        ([(1, hours(-2), hours(-1), "first"), (2, hours(-2), hours(1), "second")], "first"),
        ([(1, hours(-2), hours(-1), "first"), (2, hours(-2), hours(-0.5), "second")], "second"),
        ([(1, hours(-2), READ, "first"), (2, hours(-2), READ, "second")], "first"),
    ],
)
def test_of_an_articles_revisions_the_one_that_was_out_stands(
    rows: list[tuple[int, datetime, datetime, str]], text: str
) -> None:
    held = revisions(*(("a", n, at, "minute", read, words) for n, at, read, words in rows))
    assert published_by(held, NOON).articles["text"].to_list() == [text]


def test_pairs_and_findings_are_those_of_the_hour() -> None:
    held = revisions(
        ("a", 1, hours(-3), "minute", READ, KILLED.format("nine")),
        ("b", 1, hours(-1), "minute", READ, KILLED.format("eight") + " The toll was revised down."),
        ("c", 1, hours(2), "minute", READ, KILLED.format("twelve")),
    )
    seen = {}
    for at in (hours(-2), NOON, hours(3)):
        found = replayed(published_by(held, at), EVENT, "e", at)
        (latest,) = found.event_estimates.filter(kind="killed", profile="latest")["best"]
        seen[at] = (latest, sorted(found.discrepancies["type"].unique()))
        assert found.events["event_id"].to_list() == ["e"]
        assert set(found.discrepancies["status"]) <= {"open"}
        assert found.event_articles.height == found.articles.height
    assert seen[hours(-2)] == (9, [])
    assert seen[NOON] == (8, ["downward_correction"])
    assert seen[hours(3)][0] == 12


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.integers(-30, 30), st.sampled_from(["minute", "day"])),
        unique_by=lambda r: r[0],
    ),
    st.integers(-40, 40),
)
def test_each_article_is_in_or_left_out_once_and_more_time_only_adds(
    rows: list[tuple[str, int, str]], at: int
) -> None:  # fmt: skip
    held = revisions(*((i, 1, hours(n), precision, READ, "x") for i, n, precision in rows))

    def told(then: datetime) -> tuple[set[str], Published]:
        out = published_by(held, then)
        return set(out.articles["article_id"]), out

    ids, out = told(hours(at))
    assert len(ids) + out.later + out.day_open + out.undated == len(rows)
    assert ids <= told(hours(at + 5))[0]
    assert all((out.first is not None) for _ in ids)
