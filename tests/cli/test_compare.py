"""`rashomon compare`: a handful of articles of one event, in memory."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from expectations.contracts import BY_NAME

COMPARE = [sys.executable, "-m", "rashomon", "compare"]
ARTICLES = [
    {"id": "north", "outlet": "north.example", "published": "2025-03-01T10:00:00Z", "title": "Blast kills 12 in Odesa",
     "text": "Twelve people were killed when a missile hit a school in Odesa on Saturday morning, the mayor said."},
    {"id": "south", "outlet": "south.example", "published": "2025-03-01T10:05:00Z", "title": "Nine dead in Odesa",
     "text": "A missile struck a school in Odesa and killed nine people, police told reporters on Saturday."},
    {"id": "east", "outlet": "<script>strike()</script>", "published": "2025-03-01",
     "text": "More than 30 people were injured in Odesa, the hospital said."},
]  # fmt: skip


@pytest.fixture
def coverage(tmp_path: Path) -> Path:
    path = tmp_path / "coverage.jsonl"
    path.write_text("\n".join(json.dumps(article) for article in ARTICLES), encoding="utf-8")
    return path


def call(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMPARE, *arguments], capture_output=True, text=True, timeout=60, check=False)


def test_tells_figures_findings_with_both_quotes_and_estimates(coverage: Path) -> None:
    done = call(str(coverage))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("3 articles by 3 outlets, 3 independent origins: ")
    assert re.search(r"^north\.example\s+1 Mar 2025, 10:00 UTC\s+killed\s+12\s+mayor", done.stdout, re.MULTILINE)
    assert re.search(r"^<script>.*\s1 Mar 2025  +injured\s+> 30\s+hospital", done.stdout, re.MULTILINE), (
        "a day stays a day"
    )
    assert "(hard_conflict)" in done.stdout
    for article in ARTICLES[:2]:
        assert f"  {article['outlet']}: “{article['text']}”" in done.stdout
    assert re.search(r"^killed +consensus ", done.stdout, re.MULTILINE)


def test_json_holds_the_contracts_tables_whatever_the_order(coverage: Path) -> None:
    told = json.loads(call(str(coverage), "--json").stdout)
    for name, rows in told.items():
        assert rows, name
        for row in rows:
            assert set(row) <= set(BY_NAME[name].names)
    coverage.write_text("\n".join(reversed(coverage.read_text(encoding="utf-8").splitlines())), encoding="utf-8")
    again = json.loads(call(str(coverage), "--json").stdout)
    for name in ("events", "claims", "claim_pairs", "event_estimates"):
        assert told[name] == again[name]


def test_the_page_needs_no_other_file_and_runs_nothing(coverage: Path, tmp_path: Path) -> None:
    page = tmp_path / "new" / "page.html"
    assert call(str(coverage), "--html", str(page)).returncode == 0
    text = page.read_text(encoding="utf-8")
    assert "<script" not in text
    assert re.findall(r'(?:src|href)="(?!#)([^"]*)"', text) == []
    assert text.count("<mark>") >= 2
    assert [p.name for p in page.parent.iterdir()] == ["page.html"]


def test_bad_rows_are_told_and_the_rest_is_compared(coverage: Path) -> None:
    coverage.write_text(coverage.read_text(encoding="utf-8") + '\n{"outlet": "west.example"}\n', encoding="utf-8")
    done = call(str(coverage))
    assert done.returncode == 0
    assert "set aside" in done.stderr
    assert done.stdout.startswith("3 articles")


@pytest.mark.parametrize("text", ["", '{"outlet": "west.example"}'])
def test_nothing_to_compare_is_one_line_and_exit_code_2(tmp_path: Path, text: str) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text(text, encoding="utf-8")
    done = call(str(empty))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_page_that_cannot_be_written_is_one_line(coverage: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = call(str(coverage), "--html", str(tmp_path / "file" / "page.html"))
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
