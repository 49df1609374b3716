"""Keeps what child processes say off the terminal of a long-lived command."""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path


@contextmanager
def children_write_to(log: Path) -> Iterator[None]:
    """Output of processes started inside goes to `log`; what this process prints goes where it went before.

    Children inherit the file descriptors 1 and 2. So these become the log, and `sys.stdout` and `sys.stderr` of this
    process get descriptors of their own for what they were.
    """
    ours = sys.stdout, sys.stderr
    for stream in ours:
        stream.flush()
    with ExitStack() as stack:
        file = stack.enter_context(log.open("ab"))
        streams = []
        for number in (1, 2):
            kept = os.dup(number)  # not inherited
            stack.callback(_restore, kept, number)
            streams.append(os.fdopen(kept, "w", encoding="utf-8", errors="replace", closefd=False))
            os.dup2(file.fileno(), number)
        sys.stdout, sys.stderr = streams
        try:
            yield
        finally:
            for stream in streams:
                stream.flush()
            sys.stdout, sys.stderr = ours


def _restore(kept: int, number: int) -> None:
    os.dup2(kept, number)
    os.close(kept)
