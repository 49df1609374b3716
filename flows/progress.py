"""What a person sees while a run goes: one line a stage on a terminal, nothing where output is piped."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Reporter(Protocol):
    """Told what goes on. `total` and `done` count records of the stage."""

    def begin(self, stage: str) -> None:
        """A stage starts."""

    def advance(self, done: int, total: int) -> None:
        """So many of its records are done."""

    def end(self, stage: str, rows_in: int, rows_out: int, quarantined: int, seconds: float) -> None:
        """It is over."""


class Silent:
    """Says nothing."""

    def begin(self, stage: str) -> None:
        """Nothing."""

    def advance(self, done: int, total: int) -> None:
        """Nothing."""

    def end(self, stage: str, rows_in: int, rows_out: int, quarantined: int, seconds: float) -> None:
        """Nothing."""


_current: list[Reporter] = [Silent()]


def reporter() -> Reporter:
    """The reporter in force; a silent one unless the command line set another."""
    return _current[-1]


@contextmanager
def reporting(to: Reporter) -> Iterator[None]:
    """Sets the reporter for a run in this process."""
    _current.append(to)
    try:
        yield
    finally:
        _current.pop()
