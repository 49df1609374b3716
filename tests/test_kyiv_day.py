"""The strike on Kyiv of 24 April 2025 in the shipped sample, through the whole pipeline: what must be found."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import polars as pl
import pytest

SAMPLE = Path(__file__).parents[1] / "samples" / "coverage.jsonl"
SERVICE = "State Emergency Service of Ukraine"
WIRE = ("daytondailynews.com", "independent.co.uk", "startribune.com", "wtop.com")


class Day:
    """The tables of a run, rows of the strike's event only."""

    def __init__(self, warehouse: Path) -> None:
        self._connection = duckdb.connect(str(warehouse), read_only=True)
        articles = self._connection.table("event_articles").pl()
        self.articles = self._connection.table("articles").pl().select("article_id", "outlet")
        self.events = set(articles.filter(pl.col("article_id").str.starts_with("ky"))["event_id"])
        self.n_articles = articles.filter(pl.col("event_id").is_in(list(self.events))).height

    def table(self, name: str) -> pl.DataFrame:
        """The rows of a table or view that belong to the event; times in UTC."""
        frame = self._connection.table(name).pl().filter(pl.col("event_id").is_in(list(self.events)))
        return frame.with_columns(
            pl.col(c).dt.convert_time_zone("UTC") for c, t in frame.schema.items() if isinstance(t, pl.Datetime)
        )


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    folder = tmp_path_factory.mktemp("kyiv")
    call = [
        sys.executable,
        "-m",
        "rashomon",
        "run",
        str(SAMPLE),
        "--quiet",
        "--warehouse",
        "w.duckdb",
        "--reports",
        "r",
    ]
    subprocess.run(call, cwd=folder, check=True, timeout=300)
    return Day(folder / "w.duckdb")


def test_the_day_is_one_event(day: Day) -> None:
    assert len(day.events) == 1
    assert day.n_articles == sum(line.startswith('{"id": "ky') for line in SAMPLE.read_text("utf-8").splitlines())


@pytest.mark.parametrize(("clock", "toll"), [((6, 6), 9), ((11, 0), 8), ((16, 0), 9), ((16, 45), 10), ((17, 30), 12)])
def test_the_ledger_at_a_time_has_the_toll_of_that_time(day: Day, clock: tuple[int, int], toll: int) -> None:
    ledger = day.table("ledger").filter(
        pl.col("kind") == "killed", pl.col("as_of_precision") == "minute", pl.col("anchor").is_not_null()
    )
    by_then = ledger.filter(pl.col("as_of") <= datetime(2025, 4, 24, *clock, tzinfo=UTC))
    last = by_then.filter(pl.col("as_of") == by_then["as_of"].max())
    assert set(last["anchor"]) == {toll}, last.select("as_of", "authority", "anchor")


def test_the_drop_from_nine_to_eight_is_a_correction_with_its_reason(day: Day) -> None:
    found = day.table("discrepancies").filter(type="downward_correction", kind="killed", low=8, high=9)
    between = found.filter(~pl.col("in_article"))
    assert between.height == 1
    assert "came first" in between["explanation"].item()
    reasons = day.table("claim_pairs").filter(relation="downward_correction")["reason"]
    assert reasons.str.contains("the words 'revised down' tell of a correction", literal=True).any()
    # The rise of the afternoon took none of its higher figures back.
    falls = day.table("discrepancies").filter(type="downward_correction", kind="killed")
    assert set(falls["high"]) == {9}


def test_twelve_supersedes_ten(day: Day) -> None:
    claims = day.table("claims").filter(pl.col("kind") == "killed", pl.col("source_canonical") == SERVICE)
    timed = claims.filter(pl.col("as_of_precision") == "minute", pl.col("anchor").is_in([10, 12]))
    ten, twelve = (set(timed.filter(anchor=n)["claim_id"]) for n in (10, 12))
    pairs = day.table("claim_pairs")
    relations = {
        r for a, b, r in pairs.select("claim_a", "claim_b", "relation").iter_rows() if {a, b} & ten and {a, b} & twelve
    }
    assert ten
    assert twelve
    assert relations == {"update_up"}


def test_moscow_and_kyiv_describe_one_disputed_target(day: Day) -> None:
    found = day.table("discrepancies").filter(pl.col("type") == "target_dispute", ~pl.col("in_article"))
    assert found.height == 1
    assert found["severity"].item() == "high"
    claims = day.table("claims").filter(pl.col("claim_id").is_in(found["claim_ids"].item()))
    assert {"defence_industry", "residential"} <= set(claims["value_class"])
    assert claims.filter(value_class="defence_industry")["article_id"].n_unique() >= 2


def test_the_dispatch_in_four_outlets_is_one_origin(day: Day) -> None:
    origins = day.table("article_origins").join(day.articles.filter(pl.col("outlet").is_in(WIRE)), on="article_id")
    assert origins.height == len(WIRE)
    assert set(origins["origin"]) == {"AP"}
