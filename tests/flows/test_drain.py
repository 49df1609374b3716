"""When the history counts as complete; the API is played from a list of what it would count."""

import itertools
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import prefect  # noqa: F401 - without it there is nothing to wait for
import pytest

from flows.drain import Params, drain

FAST = Params(steady=0.12, unfinished=0.3, total=0.8, poll=0.01)


class Counts:
    """Answers the n-th look with the n-th pair (task runs, unfinished ones), the last for ever."""

    def __init__(self, *pairs: tuple[int, int]) -> None:
        self.looks = 0
        self._pairs = itertools.chain(pairs, itertools.repeat(pairs[-1]))
        self._pair = (0, 0)

    def count(self, what: str, filters: Mapping[str, Any]) -> int:
        assert what == "task_runs"
        if "task_runs" in filters:
            return self._pair[1]
        self.looks += 1
        self._pair = next(self._pairs)
        return self._pair[0]


def growing(*, until: int) -> list[tuple[int, int]]:
    return [(n, 0) for n in range(until)]


@pytest.mark.parametrize(
    ("pairs", "complete", "looks_at_least"),
    [
        ([(10, 0)], True, 3),
        ([(4, 2), (10, 0)], True, 4),
        (growing(until=20), True, 22),
        ([(10, 1)], True, 15),
        (growing(until=1000), False, 20),
    ],
    ids=["steady", "finishing", "growing", "left unfinished", "never steady"],
)
def test_waits_until_the_counts_are_steady(pairs: list[tuple[int, int]], complete: bool, looks_at_least: int) -> None:
    counts = Counts(*pairs)
    assert drain(counts, datetime.now(UTC), FAST) is complete
    assert counts.looks >= looks_at_least
