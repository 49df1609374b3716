"""Usage: help at once, exit codes, one clear line, and what each command must not load."""

import json
import subprocess
import sys
import time

import pytest

from rashomon.cli import COMMANDS
from transforms.discrepancies import RULES

RASHOMON = [sys.executable, "-m", "rashomon"]


def call(*arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([*RASHOMON, *arguments], capture_output=True, text=True, input=text, timeout=60, check=False)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_answers(command: str) -> None:
    began = time.perf_counter()
    done = call(*command.split(), "--help")
    assert done.returncode == 0
    assert "Usage: rashomon" in done.stdout
    assert time.perf_counter() - began < 5  # a hang, not a speed: that is measured in benchmarks


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["run", "--nonsense"],
        ["extract"],
        ["lint"],
        ["compare"],
        ["extract", "missing.jsonl"],
        ["run", "missing.jsonl"],
        ["serve", "--cron", "not a cron", "samples"],
        ["serve", "--every", "0", "samples"],
        ["extract", "-", "-o", "claims.docx"],
        ["rules", "quarrel"],
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(arguments: list[str]) -> None:
    done = call(*arguments, text='{"outlet": "a", "text": "Two people were killed."}')
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith("rashomon: ")
    assert "Traceback" not in done.stderr


def test_a_missing_warehouse_is_exit_code_1() -> None:
    done = call("sql", "SELECT 1", "--warehouse", "nowhere.duckdb")
    assert done.returncode == 1
    assert "rashomon run" in done.stderr


def test_extract_reads_standard_input() -> None:
    done = call("extract", "-", text='{"outlet": "a", "text": "More than 12 people were killed in Kyiv."}\n')
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    (claim,) = [c for c in claims if c["kind"] == "killed"]
    assert (claim["low"], claim["high"], claim["anchor"], claim["hedge"]) == (13, None, 12, "more_than")


def test_lint_finds_a_contradiction() -> None:
    draft = "Blast kills 12\n\nTwelve people were killed, police said.\nNine people were killed, police said.\n"
    done = call("lint", "-", text=draft)
    assert done.returncode == 1, done.stderr
    assert "hard_conflict" in done.stdout
    assert call("lint", "-", text="Blast kills 12\n\nTwelve people were killed, police said.\n").returncode == 0


def test_rules_tells_every_type_and_prints_the_page_of_one() -> None:
    told = json.loads(call("rules", "--json").stdout)
    assert [rule["type"] for rule in told] == [rule.type.value for rule in RULES]
    listed = call("rules").stdout
    assert all(f"{rule.type.value} " in listed for rule in RULES)
    page = call("rules", "hard_conflict").stdout
    assert page.startswith("hard_conflict (since ")
    assert next(rule for rule in RULES if rule.type.value == "hard_conflict").page.strip() in page


@pytest.mark.parametrize(
    "arguments", [["compare", "-"], ["extract", "-"], ["lint", "-"], ["rules"], ["sql", "SELECT 1"]]
)
def test_light_commands_load_neither_prefect_nor_great_expectations(arguments: list[str]) -> None:
    code = (
        "import sys; from rashomon.cli import main; main(sys.argv[1:]);"
        "print([m for m in ('prefect', 'great_expectations') if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, input="Two dead", check=False
    )
    assert done.stderr.splitlines()[-1] == "[]"


def test_ctrl_c_in_the_middle_of_a_query_is_ctrl_c() -> None:
    code = (
        "import _thread, threading, duckdb\n"
        "from rashomon.errors import interruptible\n"
        "threading.Timer(0.5, _thread.interrupt_main).start()\n"
        "try:\n"
        "    with interruptible():\n"
        "        duckdb.sql('SELECT count(*) FROM range(1000000) a, range(10000000) b').fetchall()\n"
        "except KeyboardInterrupt:\n"
        "    print('stopped')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout == "stopped\n", done.stderr
