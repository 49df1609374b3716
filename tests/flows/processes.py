"""What the tests look at: processes in /proc, and conditions that come true in time."""

import subprocess
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
Start = Callable[..., "subprocess.Popen[str]"]


def children(pid: int) -> list[int]:
    """The processes that `pid` has started and that are still there."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if int(parent) == pid and state != "Z":
            found.append(int(stat.parent.name))
    return found


def gone(pids: list[int], within: float) -> bool:
    """Whether all of the processes end within so many seconds."""
    return until(lambda: not any(_runs(pid) for pid in pids), within)


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def until(condition: Callable[[], bool], within: float) -> bool:
    """Whether the condition comes true within so many seconds."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return condition()
