"""Run by the tests in a process of its own: the tiny flow on a schedule. Arguments: state folder, every, sleep."""

import sys
from pathlib import Path


def main() -> int:
    from flows.serve import serve

    state = Path(sys.argv[1])
    return serve(
        {"settings": {"path": str(state / "out"), "sleep": float(sys.argv[3])}},
        cron=None,
        every=float(sys.argv[2]),
        state=state,
        entry="tinyflow:tiny",
        echo=lambda line: print(line, flush=True),
    )


if __name__ == "__main__":
    sys.exit(main())
