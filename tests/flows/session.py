"""Run by the tests in a process of its own: one launcher session. Arguments: state folder, what to do, how much."""

import sys
import time
from pathlib import Path

from flows.launcher import prefect_api, wait_ready

STATE, WHAT, HOW_MUCH = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])


def say(*words: object) -> None:
    print(*words, flush=True)


def main() -> None:
    say("prefect imported early:", "prefect" in sys.modules)
    with prefect_api(STATE):
        if WHAT == "wait":
            wait_ready()
            time.sleep(HOW_MUCH)
        elif WHAT == "leftover":
            from flows.leftover import mark_crashed

            wait_ready()
            say("marked", len(mark_crashed(sys.argv[4:])))
        elif WHAT == "tiny":
            from tinyflow import tiny

            wait_ready()
            tiny({"path": str(STATE / "out"), "sleep": HOW_MUCH})
        else:
            from tinyflow import many

            wait_ready()
            say("sum", many(HOW_MUCH))
    if WHAT == "again":
        with prefect_api(STATE):
            wait_ready()
            say("sum", many(HOW_MUCH))


if __name__ == "__main__":
    main()
