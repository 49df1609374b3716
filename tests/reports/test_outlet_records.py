"""How outlets pass figures on: lag, stale and misrelays, corrections, whose figures; as views and as pages."""

from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Node, read
from rows_of import CANARY, Rows, exactly

from reports.pages import render
from reports.relays import lag_in_words

SERVICE = "State Emergency Service of Ukraine"


def told(rows: Rows, name: str, outlet: str, n: int, *, source: str | None = SERVICE, **when: object) -> str:
    rows.article(name, outlet, f"There are {n} dead.", **when)  # type: ignore[arg-type]
    return rows.claim(f"c-{name}", name, "killed", str(n), source=source, **exactly(n))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One service: 9, then 12, then 8; outlets that are first, late, undated, dated to a day, stale."""
    made = tmp_path_factory.mktemp("records")
    rows = Rows()
    told(rows, "first", "first.example", 9, hours=0)
    told(rows, "late", "late.example", 9, hours=5.25)
    told(rows, "day", "day.example", 12, hours=-6, precision="day")
    told(rows, "twelve", "first.example", 12, hours=6)
    told(rows, "after", "late.example", 12, hours=7)
    told(rows, "undated", "undated.example", 9, hours=None)
    told(rows, "stale", "stale.example", 9, hours=20)
    told(rows, "own", SERVICE, 12, hours=21, source=None)
    told(rows, "wrong", "wrong.example", 11, hours=21)
    told(rows, "lower", "late.example", 8, hours=30, source=CANARY)
    told(rows, "moscow", CANARY, 3, hours=31, source="Ministry of Defence of Russia")
    rows.event("harbour", "Blast at the harbour")
    for type_, a, b in (
        ("stale_relay", "c-stale", "c-twelve"), ("misrelay", "c-wrong", "c-own"),
        ("downward_correction", "c-lower", "c-after"), ("downward_correction", "c-lower", "c-undated"),
    ):  # fmt: skip
        rows.pair(a, b, type_, "because")
    rows.discrepancy("d1", "killed", "stale_relay", ["c-stale", "c-twelve"])
    rows.discrepancy("d2", "killed", "misrelay", ["c-wrong", "c-own"])
    rows.discrepancy("d3", "killed", "downward_correction", ["c-lower", "c-after", "c-undated"])
    for source, party in ((SERVICE, "ukraine"), ("Ministry of Defence of Russia", "russia")):
        rows.add("source_parties", event_id="harbour", source=source, party=party, reason="its name says it")
    render(rows.save(made / "w.duckdb"), made / "out")
    return made


def asked(folder: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(folder / "w.duckdb"), read_only=True) as con:
        con.execute("SET timezone = 'UTC'")
        return con.execute(query).fetchall()


def test_lag_runs_from_the_first_clock_time_and_is_not_invented(folder: Path) -> None:
    rows = asked(
        folder,
        "SELECT article_id, lag_minutes, lag_unknown, lag_is_floor, is_first FROM relays"
        f" WHERE source = '{SERVICE}' AND figure IN (9, 12) ORDER BY figure, published_at NULLS LAST, article_id",
    )
    assert rows == [
        ("first", 0, None, False, True), ("late", 315, None, False, False), ("stale", 1200, None, False, False),
        ("undated", None, "undated", False, False),
        ("day", None, "no clock time", True, False), ("twelve", 0, None, True, True), ("after", 60, None, True, False),
    ]  # fmt: skip


def test_each_role_falls_on_the_outlet_that_has_it(folder: Path) -> None:
    rows = asked(folder, "SELECT outlet, role, figure, other_figure_low FROM relay_faults ORDER BY outlet, role")
    assert rows == [
        ("late.example", "corrected", 12, 8), ("late.example", "correction", 8, 9),
        ("stale.example", "stale_relay", 9, 12), ("wrong.example", "misrelay", 11, 12),
    ], "an undated figure was not certainly out before its correction"  # fmt: skip


def test_a_dismissed_finding_counts_against_nobody(tmp_path: Path) -> None:
    rows = Rows()
    told(rows, "a", "a.example", 9, hours=0)
    told(rows, "b", "b.example", 12, hours=-1)
    rows.event("harbour", "Blast")
    rows.pair("c-a", "c-b", "stale_relay", "because")
    rows.discrepancy("d", "killed", "stale_relay", ["c-a", "c-b"], status="dismissed")
    rows.save(tmp_path / "w.duckdb")
    assert asked(tmp_path, "SELECT n_stale_relays FROM outlet_profile") == [(0,), (0,)]


def test_whose_figures_an_outlet_carries_and_leaves_out(folder: Path) -> None:
    rows = asked(
        folder,
        "SELECT party, n_figures, n_party_figures FROM outlet_parties WHERE outlet = 'first.example' ORDER BY party",
    )
    assert rows == [("russia", 0, 1), ("ukraine", 2, 8), (None, 0, 2)]


def test_the_record_counts_add_up(folder: Path) -> None:
    rows = asked(
        folder,
        "SELECT outlet, n_relays, n_lags_known, n_first, median_lag_minutes, n_lag_floors, n_stale_relays, n_misrelays,"
        " n_corrections, n_corrected, n_attributed, n_own_voice FROM outlet_profile"
        " WHERE outlet IN ('late.example', 'undated.example') ORDER BY outlet",
    )
    assert rows == [
        ("late.example", 3, 3, 1, 187.5, 1, 0, 0, 1, 1, 3, 0), ("undated.example", 1, 0, 0, None, 0, 0, 0, 0, 0, 1, 0),
    ]  # fmt: skip


def test_the_outlets_page_tells_its_record(folder: Path) -> None:
    page = read(folder / "out" / "outlets" / "late.example.html")
    facts = {li.all("span")[0].text: li.all("span")[1].text for li in page.one("ul", aria_label="Its record").all("li")}
    assert facts == {
        "Attributed": "3 of 3", "Published first": "1", "Lag": "3 h 8 min", "Stale relays": "0", "Misrelays": "0",
        "Corrections": "1",
    }  # fmt: skip
    tables = {t.attrs["aria-label"].removeprefix("Table: "): t for t in page.all("div", role="region")}
    lags = [[c.text for c in tr.children if isinstance(c, Node)][-1] for tr in tables["Longest lags"].all("tr")[1:]]
    assert lags == ["5 h 15 min", "≥ 1 h 0 min"]
    assert CANARY[:40] in tables["Stale relays, misrelays, corrections"].text
    unknown = read(folder / "out" / "outlets" / "undated.example.html").one("ul", aria_label="Its record")
    assert "not known" in unknown.text


def test_the_list_of_outlets_leads_to_each(folder: Path) -> None:
    page = read(folder / "out" / "outlets.html")
    rows = {tr.one("th").text: tr for tr in page.one("tbody").all("tr")}
    assert len(rows) == 8
    assert "Ukraine 2" in rows["first.example"].text
    assert [name for name in rows if name.startswith(CANARY[:40])]
    for row in rows.values():
        assert (folder / "out" / row.one("th").one("a").attrs["href"]).is_file()
    assert page.all("script") == []
    assert read(folder / "out" / "index.html").all("a", href="outlets.html")


@given(minutes=st.integers(0, 10**6), floor=st.booleans())
def test_a_lag_is_said_to_the_minute_or_the_hour(*, minutes: int, floor: bool) -> None:
    said = lag_in_words(minutes, floor=floor)
    assert said.startswith("≥ ") == floor
    numbers = [int(part.replace(",", "")) for part in said.removeprefix("≥ ").split() if part[0].isdigit()]
    units = [part for part in said.split() if part in {"min", "h", "d"}]
    total = sum(n * {"min": 1, "h": 60, "d": 1440}[u] for n, u in zip(numbers, units, strict=True))
    assert 0 <= minutes - total < (60 if "d" in units else 1)
