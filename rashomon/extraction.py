"""Claims of many articles: in batches, in several processes where there are enough of them.

What is read does not depend on the number of processes or the size of the batches: every article is read for itself.
"""

import os
import queue
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import polars as pl

from rashomon.errors import RashomonError
from rashomon.parser import load
from rashomon.worker import receive, send
from transforms.claims.extract import INPUT, Extraction, extract_claims


@dataclass(frozen=True, slots=True)
class Params:
    """`few`: so many articles are read here, since a process takes as long to start as it takes to read them.

    `batch`: articles of one message; `ahead`: batches that wait for each process, which bounds the memory.
    """

    few: int = 1000
    batch: int = 250
    ahead: int = 2


def processors() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Extractor:
    """Reads batches of articles; to be used as a context manager, in which its processes live.

    `expected`: about how many articles will come; `workers`: how many processes, by default as many as there are
    processors, and none for few articles; `deep`: the spaCy pipeline that is asked too; `residue`: whether numbers that
    became no claim are asked for. Raises UsageError where the pipeline cannot be had.
    """

    def __init__(
        self,
        expected: int,
        workers: int | None = None,
        params: Params = Params(),
        *,
        deep: str | None = None,
        residue: bool = True,
    ) -> None:
        self._count = processors() if workers is None else workers
        self._few = params.few if workers is None else -1
        self._params = params
        self._deep = deep
        self._residue = residue
        self._idle: queue.SimpleQueue[subprocess.Popen[bytes]] = queue.SimpleQueue()
        # Loaded here even where others will use it, so that what is wrong is said once.
        self._parser = None if deep is None else load(deep)
        self._processes: list[subprocess.Popen[bytes]] = []
        self.expect(expected)

    def expect(self, articles: int) -> None:
        """So many will come at least: the processes start, if they have not yet and these are enough for them."""
        if self._processes or self._count < 2 or articles <= self._few:
            return
        self._processes = [_started(self._deep, residue=self._residue) for _ in range(self._count)]
        for process in self._processes:
            self._idle.put(process)

    def __enter__(self) -> "Extractor":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for process in self._processes:
            if process.stdin is not None:
                with suppress(BrokenPipeError):  # it has ended already
                    process.stdin.close()
            if kind is not None:
                process.terminate()
        for process in self._processes:
            process.wait()
            if process.stdout is not None:
                process.stdout.close()

    def over(self, batches: Iterable[pl.DataFrame]) -> Iterator[Extraction]:
        """The extraction of each batch, in their order; batches are asked for as they are needed.

        Raises RashomonError where a process ended before its work was done.
        """
        if not self._processes:
            for batch in batches:
                yield extract_claims(batch, self._parser, residue=self._residue)
            return
        waiting: deque[Future[Extraction]] = deque()
        threads = ThreadPoolExecutor(len(self._processes))
        try:
            for batch in batches:
                waiting.append(threads.submit(self._ask, batch))
                if len(waiting) > len(self._processes) * self._params.ahead:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            threads.shutdown(cancel_futures=True)

    def _ask(self, articles: pl.DataFrame) -> Extraction:
        process = self._idle.get()
        try:
            return _answer(process, articles)
        finally:
            self._idle.put(process)


def _started(deep: str | None, *, residue: bool) -> subprocess.Popen[bytes]:
    # This package and no other of its name; one thread each, since the processes share the processors already.
    root = str(Path(__file__).resolve().parent.parent)
    env = {**os.environ, "POLARS_MAX_THREADS": "1", "OMP_NUM_THREADS": "1"}
    env["PYTHONPATH"] = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-P", "-m", "rashomon.worker", str(int(residue)), *([deep] if deep else [])]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env)  # noqa: S603 our own module


def _answer(process: subprocess.Popen[bytes], articles: pl.DataFrame) -> Extraction:
    claims = residue = None
    try:
        if process.stdin is not None and process.stdout is not None:
            send(articles.select(INPUT), process.stdin)
            claims, residue = receive(process.stdout), receive(process.stdout)
    except (OSError, ValueError):
        claims = residue = None
    if claims is None or residue is None:
        raise RashomonError(f"a process that reads articles ended early (code {process.poll()})")
    return Extraction(claims, residue)


def in_turn(batches: Iterable[pl.DataFrame], extractor: Extractor) -> Iterator[tuple[int, Extraction]]:
    """(articles done, extraction of a batch) until all are read, in their order."""
    heights: deque[int] = deque()

    def noted() -> Iterator[pl.DataFrame]:
        for batch in batches:
            heights.append(batch.height)
            yield batch

    done = 0
    for found in extractor.over(noted()):
        done += heights.popleft()
        yield done, found


def by_batches(
    articles: pl.DataFrame, extractor: Extractor, params: Params = Params()
) -> Iterator[tuple[int, Extraction]]:
    """The same for a frame of articles, by article_id."""
    return in_turn(articles.select(INPUT).sort("article_id").iter_slices(params.batch), extractor)
