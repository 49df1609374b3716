from pathlib import Path

import duckdb
import pytest
from reading import Node, read
from rows_of import Rows, harbour

from reports.pages import render


@pytest.fixture(scope="module")
def page(site: Path) -> Node:
    return read(site / "events" / "harbour.html")


def test_the_event_stands_in_one_sentence_of_figures(page: Node) -> None:
    sentence = page.one("p", class_="standfirst").text
    assert sentence == "8 to 13 killed by the accounts of 4 outlets, 3 independent origins; 2 open discrepancies."


def test_every_discrepancy_of_the_warehouse_has_its_element(site: Path, warehouse: Path) -> None:
    with duckdb.connect(str(warehouse), read_only=True) as con:
        rows = con.execute("SELECT discrepancy_id, event_id, type, severity FROM discrepancies").fetchall()
    assert rows
    for discrepancy, event, type_, severity in rows:
        card = read(site / "events" / f"{event}.html").one(data_discrepancy_id=discrepancy)
        assert (card.attrs["data-type"], card.attrs["data-severity"]) == (type_, severity)


def test_both_quotes_stand_verbatim_with_the_figure_marked(page: Node) -> None:
    card = page.one(data_discrepancy_id="d-fall")
    first, second = card.all("blockquote")
    assert [first.one("mark").text, second.one("mark").text] == ["Nine", "8"]
    assert "Nine people died." in first.text
    assert "It now counts 8 dead." in second.text
    assert "The fire service revised the toll." in second.one("span", class_="around").text


def test_a_card_says_who_when_and_where_to_read_it(page: Node) -> None:
    quote = page.one(data_discrepancy_id="d-fall").all("figure")[1]
    said = {d.one("dt").text: d.one("dd").text for d in quote.one("dl").all("div")}
    assert said == {
        "Source": "Fire Service",
        "As of": "24 Apr 2025, 10:00 UTC",
        "Published": "24 Apr 2025, 11:00 UTC",
        "Original": "Blast at the harbour",
    }
    assert quote.all("a")[1].attrs == {"href": "https://news.example/a2", "rel": "noopener noreferrer nofollow"}


def test_a_card_gives_its_rule_in_words(page: Node) -> None:
    from transforms.discrepancies.rules import BY_TYPE

    headline = next(r.page.strip().splitlines()[0] for r in BY_TYPE.values() if r.type == "downward_correction")
    assert headline in page.one(data_discrepancy_id="d-fall").one("p", class_="rule").text


def test_values_stand_with_their_outlets_and_other_quotes_are_folded(page: Node) -> None:
    assert page.one(data_discrepancy_id="d-fall").all("dl", class_="sides") == []
    card = page.one(data_discrepancy_id="d-floor")
    sides = {d.one("dt").text: d.one("dd").text for d in card.one("dl", class_="sides").all("div")}
    assert sides == {"9": "morning.example", "more than 12": "copy.example, night.example"}
    assert [m.text for m in card.one("ul", class_="quotes").all("mark")] == ["more than 12"]


def test_cards_far_down_are_brief_and_still_say_everything(tmp_path: Path) -> None:
    rows = Rows()
    harbour(rows)
    for n in range(30):
        rows.discrepancy(f"x{n:02}", "killed", "hard_conflict", ["c1", "c2"], severity="low")
    render(rows.save(tmp_path / "w.duckdb"), tmp_path / "out", ["harbour"])
    cards = read(tmp_path / "out" / "events" / "harbour.html").all("article")
    assert len(cards) == 33
    last = cards[-2]
    assert [m.text for m in last.all("mark")] == ["Nine", "8"]
    assert "evening.example, citing Fire Service, as of 24 Apr 2025, 10:00 UTC, published 24 Apr 2025" in last.text
    assert [a.attrs["href"] for a in last.all("a")] == ["https://news.example/a1", "https://news.example/a2"]


def test_a_dismissed_discrepancy_is_shown_last_and_named(page: Node) -> None:
    cards = page.all("article")
    assert [c.attrs["data-discrepancy-id"] for c in cards] == ["d-fall", "d-floor", "d-gone"]
    assert "dismissed" in cards[-1].one("h3").text


def test_a_day_stays_a_day(page: Node) -> None:
    quote = page.one(data_discrepancy_id="d-fall").all("figure")[0]
    assert quote.one("time").attrs["datetime"] == "2025-04-24"


def test_the_chart_has_one_mark_a_figure_and_a_name(page: Node) -> None:
    svg = page.one("svg")
    assert svg.attrs["role"] == "img"
    assert svg.attrs["aria-labelledby"] == "chart-killed-title chart-killed-desc"
    assert svg.one("desc").text.startswith("Killed as 4 outlets report it")
    marks = [t.text for t in svg.all("title")][1:]
    assert sorted(m.split(": ")[1].split(" (")[0] for m in marks) == ["8", "9", "> 12", "> 12"]
    assert any("down from 9" in m for m in marks)


def test_the_table_beside_the_chart_says_the_same(page: Node) -> None:
    figure = page.one("section", id="figures").one("figure")
    rows = [[cell.text for cell in tr.children if isinstance(cell, Node)] for tr in figure.one("tbody").all("tr")]
    assert rows == [
        ["24 Apr 2025", "morning.example", "9", "outlet's own voice"],
        ["24 Apr 2025, 10:00 UTC", "evening.example", "8 down from 9", "Fire Service"],
        ["24 Apr 2025, 15:00 UTC", "night.example", "more than 12", "the mayor"],
        ["undated", "copy.example", "more than 12", "the mayor"],
    ]


def test_the_matrix_holds_outlets_against_the_consensus(page: Node) -> None:
    table = page.one("section", id="matrix").one("table")
    assert [th.text for th in table.one("thead").all("th")] == ["Outlet", "Time", "Killed", "Injured"]
    rows = {tr.one("th").text: tr.all("td")[1:] for tr in table.one("tbody").all("tr")}
    assert rows["Consensus"][0].text == "8–13"
    assert rows["morning.example"][0].attrs["class"] == "cell-in"
    assert rows["morning.example"][1].text == "30"
    assert rows["evening.example"][1].attrs["class"] == "cell-none"


def test_figures_outside_the_consensus_are_marked_and_vague_words_only_where_all_of_them_is(tmp_path: Path) -> None:
    rows = Rows()
    said = {
        "low": ("2", {"low": 2, "high": 2, "anchor": 2, "hedge": "exact"}),
        "near": ("38", {"low": 38, "high": 38, "anchor": 38, "hedge": "exact"}),
        "vague": ("Dozens", {"low": 24, "high": 99, "hedge": "vague"}),
        "high": ("more than 90", {"low": 91, "anchor": 90, "hedge": "more_than"}),
        "far": ("Hundreds", {"low": 200, "high": 999, "hedge": "vague"}),
    }
    for name, (words, bounds) in said.items():
        rows.article(name, f"{name}.example", f"{words} people died.")
        rows.claim(f"c-{name}", name, "killed", words, **bounds)
    rows.event("harbour", "Blast at the harbour")
    rows.estimate("killed", "consensus", 40, 45, 50)
    render(rows.save(tmp_path / "w.duckdb"), tmp_path / "out", ["harbour"])
    table = read(tmp_path / "out" / "events" / "harbour.html").one("table", class_="matrix")
    signs = {
        tr.one("th").text.removesuffix(".example"): tr.all("td")[1].attrs.get("class") for tr in table.all("tr")[2:]
    }
    assert signs == {
        "low": "cell-below", "near": "cell-in", "vague": "cell-in", "high": "cell-above", "far": "cell-above",
    }  # fmt: skip


def test_the_ledger_lists_each_authority(page: Node) -> None:
    ledger = page.one("section", id="ledger")
    assert [h.text for h in ledger.all("h3")][-1] == "The outlets’ own voice"
    assert sorted(h.text for h in ledger.all("h3")[:-1]) == ["Fire Service", "the mayor"]


def test_an_entry_says_where_it_was_first_seen_and_when_it_could_be_known(page: Node) -> None:
    rows = page.one("section", id="ledger").all("tr")
    (eight,) = [row for row in rows if "evening.example" in row.text]
    assert [c.text for c in eight.children if isinstance(c, Node)] == [
        "24 Apr 2025, 10:00 UTC", "Killed", "8", "evening.example 24 Apr 2025, 11:00 UTC", "",
    ]  # fmt: skip
    assert eight.attrs["data-known-from"] == "2025-04-24T11:00:00Z"
    (mayor,) = [row for row in rows if "night.example" in row.text]
    assert mayor.all("td")[-1].text == "copy.example", "an undated article is never the first"


def test_estimates_stand_side_by_side_by_profile(page: Node) -> None:
    table = page.one("section", id="estimates").one("table")
    assert [th.text for th in table.one("thead").all("th")] == ["Kind", "Consensus", "Latest"]
    assert "9 (8–13)" in table.one("tbody").all("td")[0].text


def test_copies_of_one_story_are_named_as_one_origin(page: Node) -> None:
    told = page.one("section", id="coverage").one("ul", class_="plain").text
    assert "Carried by 2 outlets, one origin (XYZ)" in told


def test_what_was_not_compared_is_folded_with_its_reason(page: Node) -> None:
    folded = page.one("section", id="coverage").all("details")[-1]
    assert "open" not in folded.attrs
    assert "one counts the killed, the other the injured" in folded.text


def test_a_merged_event_leads_to_where_it_went(site: Path) -> None:
    moved = read(site / "events" / "old-name.html")
    assert moved.one("p", class_="standfirst").one("a").attrs["href"] == "../events/harbour.html"


def test_an_event_without_claims_has_a_row_but_no_page(site: Path) -> None:
    assert not (site / "events" / "quiet.html").exists()
    assert "A quiet day" in (site / "single.html").read_text(encoding="utf-8")
