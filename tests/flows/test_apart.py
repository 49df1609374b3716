import subprocess
import sys
from pathlib import Path

SCRIPT = """
import subprocess, sys
from pathlib import Path
from flows.apart import children_write_to

child = [sys.executable, "-c", "import sys; print('child out'); print('child err', file=sys.stderr)"]
print("before")
with children_write_to(Path(sys.argv[1])):
    subprocess.run(child)
    print("inside")
    print("inside err", file=sys.stderr)
print("after")
subprocess.run([*child[:2], "print('child after')"])
"""


def test_children_write_to_the_log_and_we_where_we_did(tmp_path: Path) -> None:
    log = tmp_path / "log"
    done = subprocess.run(
        [sys.executable, "-u", "-c", SCRIPT, str(log)], capture_output=True, text=True, timeout=30, check=True
    )
    assert done.stdout.splitlines() == ["before", "inside", "after", "child after"]
    assert done.stderr.splitlines() == ["inside err"]
    assert sorted(log.read_text().splitlines()) == ["child err", "child out"]
