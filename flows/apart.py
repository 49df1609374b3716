"""Keeps what a long-lived command's children print off its terminal."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TextIO

Echo = Callable[[str], None]


@contextmanager
def printing_to(log: Path, echo: Echo) -> Iterator[Echo]:
    """All that this process and its children print inside goes to `log`, but for what the yielded function says.

    Children inherit the file descriptors 1 and 2, so it is these that become the log. The yielded function calls `echo`
    with `sys.stdout` and `sys.stderr` as they were.
    """
    with ExitStack() as stack:
        file = stack.enter_context(log.open("ab"))
        kept = [_swap(stack, stream, number, file.fileno()) for number, stream in ((1, sys.stdout), (2, sys.stderr))]

        def say(line: str) -> None:
            with redirect_stdout(kept[0]), redirect_stderr(kept[1]):
                echo(line)
                for stream in kept:
                    stream.flush()

        yield say


def _swap(stack: ExitStack, stream: TextIO, number: int, target: int) -> TextIO:
    """Point descriptor `number` at `target` until the stack unwinds; a stream to where it pointed before."""
    stream.flush()
    before = os.dup(number)  # children do not inherit it
    stack.callback(os.close, before)
    stack.callback(os.dup2, before, number)
    stack.callback(stream.flush)
    os.dup2(target, number)
    return os.fdopen(before, "w", encoding="utf-8", errors="replace", closefd=False)
