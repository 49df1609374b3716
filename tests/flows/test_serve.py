import os
import signal
from pathlib import Path

import pytest
from processes import Start, children, gone, until

from flows.schedule import local_zone, make_schedule
from flows.serve import _only_one, serve
from rashomon.errors import BusyError, UsageError


def lines(state: Path, first_word: str) -> list[str]:
    out = state / "out"
    return [line for line in out.read_text().splitlines() if line.startswith(first_word)] if out.exists() else []


def test_runs_on_schedule_until_stopped_and_dies_whole_when_killed(start: Start, tmp_path: Path) -> None:
    """Two of them at once, since each needs its time: one is asked to end between runs, one is killed during a run."""
    asked, killed = tmp_path / "asked", tmp_path / "killed"
    soon = {"PREFECT_SERVER_SERVICES_SCHEDULER_RECENT_DEPLOYMENTS_LOOP_SECONDS": "1"}
    stopping = start("serving.py", asked, 3, 0, env=soon | {"PREFECT_HOME": str(tmp_path / "home-1")})
    dying = start("serving.py", killed, 3, 60, env=soon | {"PREFECT_HOME": str(tmp_path / "home-2")})

    assert until(lambda: len(lines(killed, "start")) == 1, 45)
    run, parent = map(int, lines(killed, "start")[0].split()[1:])
    family = children(dying.pid)
    assert parent == dying.pid
    assert run in family
    assert len(family) >= 2, "the server and the run"
    dying.kill()
    assert gone(family, 10)
    assert lines(killed, "end") == []

    assert until(lambda: len(lines(asked, "end")) >= 2, 45)
    family = children(stopping.pid)
    stopping.send_signal(signal.SIGINT)
    out, err = stopping.communicate(timeout=20)
    assert (stopping.returncode, err) == (0, "")
    assert gone(family, 1)
    assert out.startswith("Prefect UI: http://127.0.0.1:")
    assert "completed in 0 s" in out


@pytest.mark.parametrize(
    ("cron", "every", "said"),
    [
        ("every day at noon", None, "is no cron expression"),
        ("61 * * * *", None, "is no cron expression"),
        (None, 0.0, "--every 0: must be at least 1 second"),
        (None, -5.0, "--every -5: must be at least 1 second"),
        (None, float("nan"), "--every nan: must be at least 1 second"),
        (None, None, "either --cron EXPR or --every SECONDS"),
        ("* * * * *", 5.0, "either --cron EXPR or --every SECONDS"),
    ],
)
def test_wrong_schedule_is_told_before_anything_starts(
    cron: str | None, every: float | None, said: str, tmp_path: Path
) -> None:
    state = tmp_path / "state"
    with pytest.raises(UsageError, match=said):
        serve({}, cron=cron, every=every, state=state, entry="tinyflow:tiny", echo=print)
    assert not state.exists()


def test_only_one_serves_a_state(tmp_path: Path) -> None:
    with _only_one(tmp_path), pytest.raises(BusyError, match=f"process {os.getpid()}"), _only_one(tmp_path):
        pass
    with _only_one(tmp_path):
        pass


def test_cron_counts_in_local_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Kyiv")
    schedule = make_schedule("*/30 6 * * *", None)
    assert (schedule.cron, schedule.timezone) == ("*/30 6 * * *", "Europe/Kyiv")


@pytest.mark.parametrize("zone", ["Nowhere/Town", "../../etc/passwd", "EST5EDT,M3.2.0,M11.1.0"])
def test_unknown_zone_is_utc(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    assert local_zone() == "UTC"
