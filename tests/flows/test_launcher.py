import os
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from processes import HERE, Start, children, gone, until

from flows.ports import free_port
from flows.server import EMBEDDED, LOG_NAME, ServerChild


def query(name: str, home: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(Path(home) / "prefect.db")) as connection:
        return connection.execute((HERE / name).read_text()).fetchall()


def history(home: str) -> list[tuple[object, ...]]:
    return [row[1:] for row in query("history.sql", home)]


def test_two_sessions_record_every_task_run_and_say_nothing(
    start: Start, environment: dict[str, str], tmp_path: Path
) -> None:
    process = start("session.py", tmp_path / "state", "again", 40)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert out.splitlines() == ["prefect imported early: False", "sum 780", "sum 780"]
    assert err == ""
    assert (tmp_path / "state" / LOG_NAME).read_text() == ""
    home = environment["PREFECT_HOME"]
    assert history(home) == [("COMPLETED", "COMPLETED", 40)] * 2
    assert query("artifacts.sql", home) == [("markdown", 2), ("table", 2)]


def test_interrupted_flow_is_recorded_and_its_server_ended(
    start: Start, environment: dict[str, str], tmp_path: Path
) -> None:
    process = start("session.py", tmp_path, "tiny", 60)
    assert until((tmp_path / "out").exists, 30)
    servers = children(process.pid)
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=30)
    assert process.returncode not in (0, None)
    assert len(servers) == 1
    assert gone(servers, 1)
    assert history(environment["PREFECT_HOME"]) == [("CRASHED", None, 0)]


def test_kill_9_leaves_no_server_and_the_run_can_be_marked(
    start: Start, environment: dict[str, str], tmp_path: Path
) -> None:
    home = environment["PREFECT_HOME"]
    process = start("session.py", tmp_path, "tiny", 60)
    assert until((tmp_path / "out").exists, 30)
    servers = children(process.pid)
    process.kill()
    assert len(servers) == 1
    assert gone(servers, 8)
    [(run, state, *_)] = query("history.sql", home)
    assert state == "RUNNING"

    unknown = "00000000-0000-4000-8000-000000000000"
    out, err = start("session.py", tmp_path, "leftover", 0, run, unknown, run).communicate(timeout=30)
    assert (out.splitlines()[1:], err) == (["marked 1"], "")
    assert history(home) == [("CRASHED", None, 0)]


def test_kill_9_during_the_boot_leaves_no_server(start: Start, tmp_path: Path) -> None:
    process = start("session.py", tmp_path, "wait", 60)
    assert until(lambda: len(children(process.pid)) == 1, 10)
    servers = children(process.pid)
    process.kill()
    assert gone(servers, 2)


def test_server_that_ends_is_reported_with_its_log(start: Start, tmp_path: Path) -> None:
    process = start("session.py", tmp_path, "wait", 60, env={"PREFECT_SERVER_LOGGING_LEVEL": "nonsense"})
    _, err = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "RashomonError: the Prefect server ended while starting" in err
    assert f"see {tmp_path / LOG_NAME}" in err
    assert "logging_level" in (tmp_path / LOG_NAME).read_text()


def test_named_api_is_used_and_no_server_started(
    start: Start, environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PREFECT_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, environment[name])
    server = ServerChild(tmp_path / "theirs", free_port(), EMBEDDED)
    server.start()
    try:
        server.wait_ready(30)
        named = {"PREFECT_API_URL": server.url, "PREFECT_HOME": str(tmp_path / "other")}
        process = start("session.py", tmp_path / "ours", "many", 3, env=named)
        out, err = process.communicate(timeout=30)
        assert (process.returncode, err) == (0, "")
        assert out.endswith("sum 3\n")
        assert server.count("flow_runs", {"flow_runs": {"state": {"type": {"any_": ["COMPLETED"]}}}}) == 1
    finally:
        server.stop()
    assert not (tmp_path / "ours").exists()
    assert not server.running
