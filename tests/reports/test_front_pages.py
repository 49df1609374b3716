from pathlib import Path

import pytest
from reading import Node, read
from rows_of import Rows, harbour, singles

from expectations.contracts import BY_NAME
from rashomon.errors import WarehouseError
from reports.pages import render


def test_the_index_lists_events_with_coverage_tolls_and_findings(site: Path) -> None:
    index = read(site / "index.html")
    events = index.all("li", class_="event")
    told = {e.one("h2").text: e for e in events}
    blast = told["Blast at the harbour"]
    assert blast.one("a").attrs["href"] == "events/harbour.html"
    assert "8 to 13 killed" in blast.text
    assert "4 outlets · 4 articles · 3 origins" in blast.text
    assert [s.text for s in blast.all("span") if "sev" in s.attrs.get("class", "")] == ["High 1", "Medium 1"]
    assert not any("Crash" in title for title in told)


def test_events_of_one_article_stand_on_pages_of_their_own(site: Path) -> None:
    single = read(site / "single.html")
    titles = [h.text for h in single.all("h2")]
    assert [t for t in titles if "Crash" in t] == ["Crash on road 0", "Crash on road 1", "Crash on road 2"]
    assert read(site / "index.html").all("a", href="single.html")


def test_an_event_whose_id_is_no_file_name_is_told_without_link(site: Path) -> None:
    lines = [e for e in read(site / "single.html").all("li", class_="event") if "would leave" in e.text]
    assert lines[0].all("a") == []


def test_long_lists_are_cut_into_pages(tmp_path: Path) -> None:
    rows = Rows()
    singles(rows, 450)
    made = render(rows.save(tmp_path / "w.duckdb"), tmp_path / "out")
    assert (made.events, made.index) == (450, tmp_path / "out" / "index.html")
    seen: list[str] = []
    name: str | None = "single.html"
    while name:
        page = read(tmp_path / "out" / name)
        seen += [h.text for h in page.all("h2")]
        older = page.all("a", rel="next")
        name = older[0].attrs["href"] if older else None
    assert seen == [f"Crash on road {i}" for i in range(450)]


def test_the_quality_page_tells_checks_runs_and_quarantine(site: Path) -> None:
    page = read(site / "quality.html")
    assert page.one("p", class_="standfirst").text.startswith(
        "4 of 6 checks held; 1 warning set rows aside; 1 is only noted."
    )
    meaning = next(c.meaning for c in BY_NAME["articles"].checks if c.name == "has_words")
    stage = page.all("details")[0]
    assert "open" in stage.attrs
    first = [c.text for c in stage.one("tbody").all("tr")[0].children if isinstance(c, Node)]
    assert first == ["✗ failed", "has_words" + meaning, "warning", "1 of 9", "1", "9"]
    assert [s.text for s in page.all("summary")] == [
        "Articles ✗ 1 of 2 failed", "1 more on columns and keys held", "Claims ✓ 1 held, 1 noted",
        "Estimates ✓ all 2 held", "2 more on columns and keys held",
    ]  # fmt: skip
    trend = page.one("table", class_="trend").one("tbody").all("td")
    assert [c.text for c in trend] == ["✓ 2", "✗ 1 of 2", "✓ 2", "✓ 1 of 2", "✓ 2", "✓ 2"]
    tables = {t.attrs["aria-label"]: t for t in page.all("div", role="region")}
    assert "no text" in tables["Table: Quarantine"].text
    assert [r.one("th").text for r in tables["Table: Rows of the last run"].one("tbody").all("tr")] == ["Articles"]
    assert len(tables["Table: Runs"].one("tbody").all("tr")) == 2


def test_an_outlet_page_tells_its_articles_figures_and_findings(site: Path) -> None:
    page = read(site / "outlets" / "morning.example.html")
    assert page.one("p", class_="standfirst").text == "1 article about 1 event; part of 2 discrepancies."
    findings = page.one("ul", class_="findings").all("li")
    assert findings[0].one("a").attrs["href"] == "../events/harbour.html#d-d-fall"
    assert "Nine" not in page.one("h1").text


def test_part_of_the_pages_can_be_rendered_again(tmp_path: Path) -> None:
    rows = Rows()
    harbour(rows)
    singles(rows, 2)
    warehouse, out = rows.save(tmp_path / "w.duckdb"), tmp_path / "out"
    calls: list[int] = []
    made = render(warehouse, out, ["road-1"], lambda: calls.append(1))
    assert sorted(p.name for p in (out / "events").iterdir()) == ["road-1.html"]
    assert made.events == 1
    assert len(calls) == made.pages
    links = [a.attrs["href"] for a in read(out / "index.html").all("a")]
    assert "events/harbour.html" not in links, "no link to a page that is not there"
    render(warehouse, out)
    again = {p: p.read_bytes() for p in out.rglob("*.html")}
    render(warehouse, out, ["harbour"])
    assert {p: p.read_bytes() for p in out.rglob("*.html")} == again


def test_pages_of_events_that_are_gone_are_removed_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "out"
    rows = Rows()
    harbour(rows)
    singles(rows, 1)
    render(rows.save(tmp_path / "1.duckdb"), out)
    (out / "events" / "mine.html").write_text("<p>a note of the user's own</p>", encoding="utf-8")
    rows = Rows()
    harbour(rows)
    render(rows.save(tmp_path / "2.duckdb"), out)
    assert sorted(p.name for p in (out / "events").iterdir()) == ["harbour.html", "mine.html"]
    assert not (out / "single.html").exists()


def test_an_empty_warehouse_gives_an_index_that_says_so(tmp_path: Path) -> None:
    made = render(Rows().save(tmp_path / "w.duckdb"), tmp_path / "out")
    assert made.events == 0
    assert "No event" in made.index.read_text(encoding="utf-8")
    assert "No checkpoint has run yet" in (tmp_path / "out" / "quality.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [None, b"not a database"])
def test_a_missing_or_damaged_warehouse_is_one_clear_error(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "w.duckdb"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(WarehouseError, match="warehouse"):
        render(path, tmp_path / "out")
