"""INPUT arguments to files: a file, a folder, a glob, or `-` for standard input."""

import glob as globbing
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from rashomon.errors import InputError

STDIN = "stdin:"
"""What `-` on the command line becomes; also the name of its rows in quarantine."""

PARTS, PAGES = "_files", (".html", ".htm")
"""A browser saves what belongs to `story.html` in the folder `story_files`."""


def sample() -> Path:
    """The shipped sample coverage."""
    return Path(__file__).parent.parent / "samples" / "coverage.jsonl"


def _part(file: Path) -> bool:
    """It lies in the folder that a browser saves beside a page: a frame of it, no article."""
    beside = (folder for folder in file.parents if folder.name.endswith(PARTS))
    return any(any(folder.with_name(folder.name.removesuffix(PARTS) + s).is_file() for s in PAGES) for folder in beside)


def _in_folder(folder: Path) -> list[Path]:
    from transforms.readers import format_of

    found = sorted(
        p
        for p in folder.rglob("*")
        if p.is_file() and not p.name.startswith(".") and format_of(p.name) and not _part(p)
    )
    if not found:
        raise InputError(str(folder), "the folder holds no file of a known format")
    return found


def expand(inputs: Sequence[str]) -> list[str]:
    """The files that the arguments stand for, each once, in order.

    Raises InputError where one is missing or stands for nothing.
    """
    files: dict[str, None] = {}
    for given in inputs:
        path = Path(given)
        if given == STDIN:
            found = [given]
        elif path.is_dir():
            found = [str(p) for p in _in_folder(path)]
        elif path.is_file():
            found = [given]
        elif globbing.has_magic(given):
            found = sorted(p for p in globbing.glob(given, recursive=True) if Path(p).is_file())  # noqa: PTH207 absolute patterns
            if not found:
                raise InputError(given, "no file matches it")
        else:
            raise InputError(given, "no such file or folder")
        files.update(dict.fromkeys(found))
    return list(files)


def read_bytes(name: str) -> bytes:
    """The bytes of one file, or of standard input. Raises InputError where the system refuses."""
    try:
        return sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    except OSError as error:
        raise InputError(name, error.strerror or str(error)) from None


def documents(inputs: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of every file that the arguments stand for."""
    for name in expand(inputs):
        yield name, read_bytes(name)
