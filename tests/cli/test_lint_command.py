"""`rashomon lint`: drafts of every format, places in the user's own file, exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TITLE, FIRST, SECOND = (
    "Blast kills 12",
    "Twelve people were killed, police said.",
    "Nine people were killed, police said.",
)
RECORD = {"outlet": "a", "title": TITLE, "text": f"{FIRST}\n{SECOND}"}
DRAFTS = {
    "draft.txt": (f"{TITLE}\n\n{FIRST}\n{SECOND}\n", "draft.txt:1:13: high: hard_conflict: ", "line 4, column 1."),
    "draft.html": (
        f"<html><head><title>{TITLE}</title></head>\n<body><h1>{TITLE}</h1>\n<p>{FIRST}</p>\n<p><b>Nine</b> people"
        "\nwere killed, police said.</p></body></html>",
        "draft.html:2:23: high: hard_conflict: ", "line 4, column 7.",
    ),
    "draft.jsonl": (
        f'{{"outlet": "b", "text": "{FIRST}"}}\n{json.dumps(RECORD)}\n',
        "draft.jsonl:2:39: high: hard_conflict: ", "line 2, column 94.",
    ),
    "draft.csv": (
        f'outlet,title,text\na,{TITLE},"{FIRST}\n{SECOND}"\n',
        "draft.csv, article 2, line 1, column 13 of the title as read: high: ", "line 2, column 1 of the text as read.",
    ),
}  # fmt: skip


def lint(*arguments: str, folder: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "rashomon", "lint", *arguments]
    root = str(Path(__file__).parents[2])
    env = {**os.environ, "PYTHONPATH": f"{root}:{os.environ.get('PYTHONPATH', '')}"}
    return subprocess.run(
        command, capture_output=True, text=True, input=given, cwd=folder, env=env, timeout=60, check=False
    )


@pytest.mark.parametrize("name", DRAFTS)
def test_both_places_are_those_of_the_users_file(name: str, tmp_path: Path) -> None:
    content, starts, ends = DRAFTS[name]
    (tmp_path / name).write_text(content, encoding="utf-8")
    done = lint(name, folder=tmp_path)
    assert done.returncode == 1, done.stderr
    finding, counted = done.stdout.splitlines()
    assert finding.startswith(starts)
    assert finding.endswith(f"The other: {ends}")
    assert counted.startswith("1 finding in ")


@pytest.mark.parametrize("name", ["draft.txt", "draft.html", "draft.jsonl"])
def test_standard_input_says_the_same(name: str, tmp_path: Path) -> None:
    content, starts, _ = DRAFTS[name]
    done = lint("-", folder=tmp_path, given=content)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith(starts.replace(name, "stdin"))


def test_json_says_in_what_lines_and_columns_are_counted(tmp_path: Path) -> None:
    for name in ("draft.html", "draft.csv"):
        (tmp_path / name).write_text(DRAFTS[name][0], encoding="utf-8")
    done = lint("draft.html", "draft.csv", "--json", folder=tmp_path)
    told: dict[str, Any] = {row["source"]: row for row in json.loads(done.stdout)}
    page, table = told["draft.html"], told["draft.csv"]
    assert (page["line_second"], page["column_second"], page["counted_in_second"]) == (4, 7, "file")
    assert (table["row"], table["line_second"], table["column_second"], table["counted_in_second"]) == (2, 2, 1, "text")
    assert done.returncode == 1


def test_a_draft_in_order_is_exit_code_0(tmp_path: Path) -> None:
    done = lint("-", folder=tmp_path, given=f"<html><body><h1>{TITLE}</h1><p>{FIRST}</p></body></html>")
    assert (done.returncode, done.stdout) == (0, "0 findings in 1 article\n")


def test_of_several_files_one_that_is_no_article_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "good.html").write_text(DRAFTS["draft.html"][0], encoding="utf-8")
    (tmp_path / "bad.html").write_text("<html><body><nav>Home</nav></body></html>", encoding="utf-8")
    done = lint("good.html", "bad.html", folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr == "rashomon: cannot read bad.html: the page has no article text\n"


def test_frames_that_a_browser_saved_beside_a_page_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(DRAFTS["draft.html"][0], encoding="utf-8")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "frame.html").write_text("<html><body>Advertisement</body></html>", encoding="utf-8")
    done = lint(".", folder=tmp_path)
    assert done.returncode == 1, done.stderr
    assert "1 article" in done.stdout
