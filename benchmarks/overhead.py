"""What a run costs before it reads much: `rashomon run` on three articles beside a bare Prefect flow of as many tasks.

    python -m benchmarks.overhead [--runs 3]

Both start from nothing, each run in a new process with the history database of the machine. Prints the medians in
seconds and their ratio, then the same for `--help` beside an interpreter that does nothing.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HELP_COMMANDS = ("run", "sql", "quarantine", "serve")


def median(command: list[str], runs: int, cwd: Path) -> float:
    """Median wall time of a command in seconds; raises CalledProcessError where it fails."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, cwd=cwd)
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        three = (ROOT / "samples" / "coverage.jsonl").read_text(encoding="utf-8").splitlines()[:3]
        (folder / "three.jsonl").write_text("\n".join(three), encoding="utf-8")
        rashomon = [sys.executable, "-m", "rashomon.cli"]
        ours = median([*rashomon, "run", "three.jsonl", "-q"], runs, folder)
        bare = median([sys.executable, str(ROOT / "benchmarks" / "bare_flow.py")], runs, folder)
        print(f"run on three articles {ours:5.1f} s, bare Prefect flow {bare:5.1f} s, ratio {ours / bare:.2f}")
        nothing = median([sys.executable, "-c", "pass"], runs, folder)
        for command in HELP_COMMANDS:
            shown = median([*rashomon, command, "--help"], runs, folder)
            print(f"{command + ' --help':20} {shown:5.2f} s, ratio to an empty interpreter {shown / nothing:.1f}")


if __name__ == "__main__":
    main()
