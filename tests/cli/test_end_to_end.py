"""The command line, end to end, on the shipped sample: real Prefect, real Great Expectations, real DuckDB."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from expectations.contracts import TABLES

RASHOMON = [sys.executable, "-m", "rashomon"]
DATA = [table.name for table in TABLES if not table.log and table.name != "schema_versions"]


def rashomon(*arguments: str, text: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*RASHOMON, *arguments], capture_output=True, text=True, input=text, timeout=170, check=False)


def rows(path: Path, *, volatile: bool = True) -> dict[str, list[str]]:
    """Every data table's rows as text, sorted; without times of the run where not `volatile`."""
    hidden = {"articles": "run_id, fetched_at", "discrepancies": "run_id, first_seen, last_seen"}
    with duckdb.connect(str(path), read_only=True) as con:
        con.execute("SET timezone = 'UTC'")
        found = {}
        for name in DATA:
            columns = "*" if volatile else f"* EXCLUDE ({hidden.get(name, 'run_id')})"
            query = f"SELECT t::VARCHAR FROM (SELECT {columns} FROM {name}) AS t ORDER BY 1"
            found[name] = [row[0] for row in con.execute(query).fetchall()]
        return found


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    done = rashomon("run", "--warehouse", str(folder / "r.duckdb"), "--reports", str(folder / "reports"))
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr == ""
    assert "Report: " in done.stdout.splitlines()[-1]
    (folder / "summary.txt").write_text(done.stdout, encoding="utf-8")
    return folder


def ask(folder: Path, query: str) -> list[dict[str, object]]:
    done = rashomon("sql", query, "--json", "--warehouse", str(folder / "r.duckdb"))
    assert done.returncode == 0, done.stderr
    answer: list[dict[str, object]] = json.loads(done.stdout)
    return answer


def shown(block: str) -> list[str]:
    """The lines of an output in the README that stand there in full, with single spaces."""
    return [" ".join(line.split()) for line in block.splitlines() if "…" not in line and line.strip()]


def test_the_readme_shows_what_the_demo_says(sample: Path) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    said = {" ".join(line.split()) for line in (sample / "summary.txt").read_text(encoding="utf-8").splitlines()}
    demo = shown(readme.partition("The demo ends like this:\n\n```\n")[2].partition("```")[0])
    assert len(demo) >= 4
    assert set(demo[:-1]) <= said  # the last line says where the files are
    query = readme.partition('rashomon sql "')[2].partition('"')[0]
    answer = rashomon("sql", query, "--warehouse", str(sample / "r.duckdb")).stdout
    rows_of_readme = shown(readme.partition(query)[2].partition("\n")[2].partition("```")[0])
    assert len(rows_of_readme) >= 3
    assert set(rows_of_readme) <= {" ".join(line.split()) for line in answer.splitlines()}


def test_the_kyiv_day_is_in_sql(sample: Path) -> None:
    told = ask(
        sample,
        "SELECT DISTINCT anchor FROM ledger WHERE kind = 'killed' AND as_of::DATE = '2025-04-24'"
        " AND as_of_precision = 'minute' AND event_id = (SELECT event_id FROM events ORDER BY n_articles DESC LIMIT 1)",
    )
    assert {8, 9, 10, 12} <= {row["anchor"] for row in told}
    found = ask(sample, "SELECT type, low, high FROM discrepancies WHERE kind = 'killed'")
    assert ("downward_correction", 8, 9) in {(d["type"], d["low"], d["high"]) for d in found}
    assert any(d["type"] == "update_up" and d["high"] == 12 for d in found)
    assert ask(sample, "SELECT 1 FROM discrepancies WHERE type = 'target_dispute'")
    hedges = {row["hedge"] for row in ask(sample, "SELECT hedge FROM claims WHERE kind = 'killed' AND anchor = 12")}
    assert {"more_than", "at_least", "exact"} <= hedges
    rate = ask(sample, "SELECT is_event_total FROM claims WHERE anchor = 5000")
    assert rate
    assert not any(row["is_event_total"] for row in rate)


KYIV = "event_id = (SELECT event_id FROM events ORDER BY n_articles DESC LIMIT 1)"


def test_the_ledger_of_the_kyiv_day_says_what_stood_when(sample: Path) -> None:
    """The figures of the State Emergency Service by the clock of its own words: 9 at 16:00, then 10, then 12."""
    told = ask(
        sample,
        "SELECT strftime(as_of, '%H:%M') AS clock, anchor, superseded_by FROM ledger WHERE kind = 'killed'"
        " AND authority LIKE 'State Emergency Service%' AND as_of_precision = 'minute'"
        f" AND known_from < '2025-04-24 15:00:00Z' AND anchor IS NOT NULL AND {KYIV} ORDER BY as_of",
    )
    assert [(row["clock"], row["anchor"], row["superseded_by"]) for row in told] == [
        ("16:00", 9, 10), ("16:45", 10, 12),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("at", "ministry", "estimate"),
    [
        # The ministry's nine, published 12:30; its eight, 13:54; nine again, 16:40.
        ("2025-04-24T13:00+03:00", {9}, (8, 9)),
        ("2025-04-24T16:00+03:00", {8}, (8, 9)),
        ("2025-04-24T10:00Z", {9}, (8, 9)),
    ],
)
def test_the_kyiv_day_replayed(
    sample: Path, at: str, ministry: set[int], estimate: tuple[int, int]
) -> None:  # fmt: skip
    (kyiv,) = ask(sample, f"SELECT event_id FROM events WHERE {KYIV}")
    where = ("--warehouse", str(sample / "r.duckdb"), "--reports", str(sample / "reports"))
    done = rashomon("report", str(kyiv["event_id"]), "--as-of", at, "--json", *where)
    assert (done.returncode, done.stderr) == (0, "")
    (told,) = json.loads(done.stdout)
    killed = [row for row in told["ledger"] if row["kind"] == "killed"]
    assert killed
    standing = {
        row["anchor"]
        for row in killed
        if row["authority"].startswith("Ministry of Internal Affairs") and row["superseded_from"] is None
    }
    assert standing == ministry
    assert 12 not in {row["anchor"] for row in killed}
    (made,) = [e for e in told["event_estimates"] if (e["kind"], e["profile"]) == ("killed", "consensus")]
    assert (made["low"], made["high"]) == estimate
    known = ask(
        sample,
        f"SELECT kind, authority, anchor FROM ledger WHERE known_from <= '{at}'::TIMESTAMPTZ AND {KYIV}",
    )
    assert {(r["kind"], r["authority"], r["anchor"]) for r in known} == {
        (r["kind"], r["authority"], r["anchor"]) for r in told["ledger"]
    }, "SQL on the whole warehouse says the same as the replay"


def test_the_wire_story_is_one_origin(sample: Path) -> None:
    groups = ask(
        sample,
        "SELECT DISTINCT syndication_group FROM current_articles"
        " WHERE outlet IN ('wtop.com', 'startribune.com', 'independent.co.uk', 'daytondailynews.com')",
    )
    assert len(groups) == 1


def test_every_stage_was_checked_and_every_span_is_verbatim(sample: Path) -> None:
    checked = ask(sample, "SELECT stage, expectation, success, severity FROM latest_quality")
    assert {"articles", "events", "claims", "alignment", "discrepancies", "estimates"} <= {r["stage"] for r in checked}
    assert all(r["success"] for r in checked if r["severity"] == "critical")
    assert any(r["expectation"] == "verbatim_span" for r in checked)
    wrong = ask(
        sample,
        "SELECT claim_id FROM claims JOIN current_articles USING (article_id) WHERE quote IS DISTINCT FROM"
        " substr(CASE evidence_field WHEN 'title' THEN title ELSE text END, evidence_start + 1,"
        " evidence_end - evidence_start)",
    )
    assert wrong == []


def test_the_report_quotes_the_findings(sample: Path) -> None:
    pages = "".join(p.read_text(encoding="utf-8") for p in (sample / "reports" / "events").glob("*.html"))
    for discrepancy in ask(sample, "SELECT discrepancy_id, type, severity FROM discrepancies"):
        assert f'data-discrepancy-id="{discrepancy["discrepancy_id"]}"' in pages
    assert "<mark>" in pages


def test_twice_is_once_and_a_killed_run_ends_in_the_same_rows(sample: Path, tmp_path: Path) -> None:
    before = rows(sample / "r.duckdb")
    again = rashomon("run", "--warehouse", str(sample / "r.duckdb"), "--reports", str(sample / "reports"), "-q")
    assert again.returncode == 0, again.stderr
    assert rows(sample / "r.duckdb") == before

    killed = tmp_path / "killed.duckdb"
    call = [*RASHOMON, "run", "--warehouse", str(killed), "--reports", str(tmp_path / "reports"), "-v"]
    process = subprocess.Popen(call, stderr=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith("claims "):
            os.kill(process.pid, signal.SIGKILL)
            break
    process.wait(timeout=20)
    assert not killed.exists()
    deadline = time.monotonic() + 10
    while _children(process.pid) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert _children(process.pid) == []
    resumed = rashomon("run", "--warehouse", str(killed), "--reports", str(tmp_path / "reports"), "-q")
    assert resumed.returncode == 0, resumed.stderr
    assert rows(killed, volatile=False) == rows(sample / "r.duckdb", volatile=False)
    states = ask_at(killed, "SELECT state FROM runs ORDER BY started_at")
    assert states == ["crashed", "completed"]


def _children(session: int) -> list[int]:
    """Processes of a session that the killed run was the leader of."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found


def ask_at(path: Path, query: str) -> list[object]:
    with duckdb.connect(str(path), read_only=True) as con:
        return [row[0] for row in con.execute(query).fetchall()]


def test_bad_rows_are_explained_and_hostile_text_is_escaped(tmp_path: Path) -> None:
    canary = "<script>alert(1)</script>"
    good = {
        "outlet": f"x.example {canary}",
        "title": f"{canary} Blast kills 5",
        "text": f"Police said five people were killed in the market. {canary}\nSix people were killed, police said.",
        "url": "javascript:alert(1)",
        "published": "2025-01-02",
    }
    lines = [json.dumps(good), "not json", '{"text": "no outlet"}', '{"outlet": "b", "text": "x", "published": "soon"}']
    file = tmp_path / "mixed.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    where = ["--warehouse", str(tmp_path / "m.duckdb"), "--reports", str(tmp_path / "reports")]
    done = rashomon("run", str(file), *where)
    assert done.returncode == 0, done.stderr
    listed = json.loads(rashomon("quarantine", "list", "--json", *where[:2]).stdout)
    reasons = {row["record_id"].rpartition(":")[2]: row["reasons"][0] for row in listed}
    assert set(reasons) == {"2", "3", "4"}
    assert "not valid JSON" in reasons["2"]
    assert reasons["3"] == "outlet is missing"
    assert "'soon'" in reasons["4"]
    for page in (tmp_path / "reports").rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert canary not in text
        assert 'href="javascript:' not in text
    shown = rashomon("quarantine", "show", f"{file}:2", *where[:2])
    assert shown.returncode == 0
    assert "not json" in shown.stdout
    for command in (["status"], ["quality"], ["report", "--reports", str(tmp_path / "again")]):
        done = rashomon(*command, *where[:2])
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", [["status"], ["sql", "SELECT quote FROM claims"], ["quality", "--json"]])
def test_a_reader_that_has_seen_enough_is_no_failure(sample: Path, command: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [*RASHOMON, *command, "--warehouse", str(sample / "r.duckdb")],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")
