"""`rashomon report EVENT --as-of TIME` end to end, on a warehouse made by hand."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from reading import read
from rows_of import CANARY, Rows, exactly

EVENT = "harbour"
FIGURES = ((0, "Nine", 9), (3, "Eight", 8), (9, "Twelve", 12))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nine, three hours later eight, at last twelve; a day without a time, no date; names that try to break out."""
    made = tmp_path_factory.mktemp("replays")
    rows = Rows()
    for hours, words, n in FIGURES:
        name = f"a{hours}"
        text = f"{words} people were killed when a ferry hit the harbour wall in Odesa, the fire service said."
        rows.article(name, f"paper{n}.example", text, hours=hours)
        rows.claim(f"c{hours}", name, "killed", words, source="fire service", as_of=hours, **exactly(n))
    rows.article("day", "daily.example", "Thirteen people were killed in Odesa, police said.", precision="day")
    rows.article("undated", "old.example", "Fifteen people were killed in Odesa, police said.", hours=None)
    hostile = f"At least seven people were killed in Odesa, {CANARY} said."
    rows.article("bad", CANARY, hostile, title=CANARY, hours=1, url="javascript:alert(1)")
    rows.event(EVENT, CANARY)
    rows.event("gone", "Told apart at first", into=EVENT)
    rows.runs()
    rows.save(made / "w.duckdb")
    return made


def report(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    where = ("--warehouse", str(folder / "w.duckdb"), "--reports", str(folder / "out"))
    command = [sys.executable, "-m", "rashomon", "report", *arguments, *where]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_the_page_of_an_hour_stands_beside_the_ordinary_one(folder: Path) -> None:
    assert report(folder).returncode == 0
    plain = folder / "out" / "events" / f"{EVENT}.html"
    before = read(plain)
    done = report(folder, EVENT, "--as-of", "2025-04-24T12:30+03:00")
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        "3 articles published by then; left out: 1 published later; 1 dated to a day that was not over" in done.stdout
    )
    path = plain.with_name(f"{EVENT}--as-of-2025-04-24t093000z.html")
    assert done.stdout.splitlines()[-1] == f"Page: {path}"
    page = read(path)
    assert "As it could be known on 24 Apr 2025, 09:30 UTC" in page.one("p", class_="asof").text
    assert page.one("p", class_="asof").one("a").attrs["href"] == f"../events/{EVENT}.html"
    main = page.one("main").text
    assert "paper12.example" not in page.one("section", id="ledger").text
    assert "Thirteen" not in main
    assert "8" in [b.text for b in page.one("section", id="ledger").all("bdi")]
    after = read(plain)
    assert after.one("h1").text == before.one("h1").text
    assert [a.attrs["href"] for a in after.all("a") if "as-of" in a.attrs["href"]] == [path.name]
    assert "paper12.example" in after.one("section", id="ledger").text


def test_what_tried_to_break_out_stands_as_text_in_a_replay_too(folder: Path) -> None:
    report(folder, EVENT, "--as-of", "2025-04-24T07:30Z")
    page = read(folder / "out" / "events" / f"{EVENT}--as-of-2025-04-24t073000z.html")
    assert CANARY in page.one("main").text
    assert page.all("script") == []
    assert page.all("img") == []
    assert not [a for a in page.all("a") if a.attrs["href"].startswith("javascript")]


@pytest.mark.parametrize(
    ("at", "figures"), [("2025-04-24T06:00Z", {9}), ("2025-04-24 09:00", {9, 7, 8}), ("2025-04-25", {9, 7, 8, 12, 13})]
)
def test_json_tells_the_ledger_of_then(folder: Path, at: str, figures: set[int]) -> None:
    """A time without a zone is UTC, a day means its end."""
    (told,) = json.loads(report(folder, EVENT, "--as-of", at, "--json").stdout)
    assert {row["anchor"] for row in told["ledger"]} == figures
    assert Path(told["page"]).is_file()
    assert sum(told["left_out"].values()) + told["n_articles"] == 6


def test_a_time_before_the_first_article_says_so(folder: Path) -> None:
    done = report(folder, EVENT, "--as-of", "2025-04-01")
    assert done.returncode == 0
    assert "Nothing of it was out by then; the first article was on 24 Apr 2025, 06:00 UTC." in done.stdout
    (told,) = json.loads(report(folder, EVENT, "--as-of", "2025-04-01", "--json").stdout)
    assert (told["ledger"], told["page"], told["n_articles"]) == ([], None, 0)


@pytest.mark.parametrize(
    "arguments",
    [
        (EVENT, "--as-of", "yesterday"), (EVENT, "--as-of", "2025-04-31T10:00Z"), (EVENT, "--as-of", ""),
        ("--as-of", "2025-04-24"), ("gone", "--as-of", "2025-04-24"), ("nowhere", "--as-of", "2025-04-24"),
    ],
)  # fmt: skip
def test_a_wrong_time_or_event_is_wrong_usage(folder: Path, arguments: tuple[str, ...]) -> None:
    done = report(folder, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    if arguments[0] == EVENT:
        assert len(done.stderr.splitlines()) == 1


def test_a_full_rendering_keeps_the_replays_of_events_that_are_there(folder: Path) -> None:
    report(folder, EVENT, "--as-of", "2025-04-24T12:00Z")
    path = folder / "out" / "events" / f"{EVENT}--as-of-2025-04-24t120000z.html"
    orphan = path.with_name(path.name.replace(EVENT, "absent"))
    orphan.write_bytes(path.read_bytes())
    held = path.read_bytes()
    assert report(folder).returncode == 0
    assert path.read_bytes() == held
    assert not orphan.exists()
