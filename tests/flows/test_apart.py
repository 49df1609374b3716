import subprocess
import sys
from pathlib import Path

SCRIPT = """
import subprocess, sys
from pathlib import Path
from flows.apart import printing_to

child = [sys.executable, "-c", "import sys; print('child out'); print('child err', file=sys.stderr)"]
print("before")
with printing_to(Path(sys.argv[1]), lambda line: print(line, file=sys.stderr)) as say:
    say("said")
    subprocess.run(child)
    print("inside")
    say("said again")
print("after")
subprocess.run([*child[:2], "print('child after')"])
"""


def test_all_but_what_is_said_goes_to_the_log(tmp_path: Path) -> None:
    log = tmp_path / "log"
    done = subprocess.run(
        [sys.executable, "-u", "-c", SCRIPT, str(log)], capture_output=True, text=True, timeout=30, check=True
    )
    assert done.stdout.splitlines() == ["before", "after", "child after"]
    assert done.stderr.splitlines() == ["said", "said again"]
    assert sorted(log.read_text().splitlines()) == ["child err", "child out", "inside"]
