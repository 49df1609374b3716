"""Speed and memory of `rashomon extract` on many articles, beside spaCy's small English pipeline in the same run.

    python -m benchmarks.speed ARTICLES [--pipeline en_core_web_sm] [--peer 60] [--runs 1]

ARTICLES is a file that `rashomon extract` reads. Ours is the whole command in a process of its own, from its start to
the written file, on all processors. The peer is `nlp.pipe` over the first `--peer` texts with everything that the
pipeline has, after it was loaded and warmed up, on one processor; its speed is multiplied by the number of processors,
which is the most that it could reach. Prints articles a second of both and their ratio, by the clock and by processor
time (which other load on the machine changes less), and the peak memory of the largest process, also with every article
twice under two ids: it grows by the claims that a Parquet file gathers and the keys of the articles, not by their
texts. Where spaCy or the pipeline is missing it says so and measures ours alone.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import polars as pl

from rashomon.commands.claims import articles_of
from rashomon.extraction import processors

MEGABYTE = 1024  # ru_maxrss counts kilobytes on Linux
KEPT = ("outlet", "url", "title", "text", "language")


# Run by an interpreter that holds nothing: a process counts the memory of the one that started it as its own.
MEASURED = """
import resource, subprocess, sys, time
started = time.perf_counter()
command = [sys.executable, "-m", "rashomon", "extract", *sys.argv[1:], "-q"]
subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


class Cost(NamedTuple):
    """Seconds of the clock and of the processors, and megabytes of the largest process."""

    wall: float
    cpu: float
    peak: float


def ours(articles: Path, claims: Path) -> Cost:
    """What the command costs; raises CalledProcessError where it fails."""
    command = [sys.executable, "-c", MEASURED, str(articles), "-o", str(claims)]
    wall, cpu, peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return Cost(float(wall), float(cpu), int(peak) / MEGABYTE)


def doubled(articles: pl.DataFrame, path: Path) -> None:
    """Writes every article twice, the second time under another id and URL, in row groups: one is held at a time."""
    published = pl.col("published_at").dt.to_string("iso:strict")
    records = articles.select(*KEPT, id="article_id", published=published)
    again = records.with_columns(pl.col("id", "url") + "-again")
    pl.concat([records, again]).write_parquet(path, row_group_size=2_000)


def peer(texts: list[str], pipeline: str) -> tuple[float, float] | None:
    """Wall and processor seconds an article of a spaCy pipeline in one process; None where it cannot be had."""
    try:
        import spacy

        nlp = spacy.load(pipeline)
    except (ImportError, OSError) as error:
        print(f"no peer: {str(error).splitlines()[0]}; install spaCy and {pipeline} to measure the ratio")
        return None
    list(nlp.pipe(texts[:3]))
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in nlp.pipe(texts):
        pass
    return (time.perf_counter() - wall) / len(texts), (time.process_time() - cpu) / len(texts)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--pipeline", default="en_core_web_sm")
    parser.add_argument("--peer", type=int, default=60)
    parser.add_argument("--runs", type=int, default=1)
    options = parser.parse_args()
    articles = articles_of([str(options.articles)])[0]
    texts = articles["text"].head(options.peer).to_list()
    with tempfile.TemporaryDirectory() as name:
        out, twice = Path(name) / "claims.parquet", Path(name) / "twice.parquet"
        wall, cpu, peak = min(ours(options.articles, out) for _ in range(options.runs))
        claims = pl.scan_parquet(out).select(pl.len()).collect().item()
        doubled(articles, twice)
        grown = ours(twice, out).peak
    speed = articles.height / wall
    print(
        f"rashomon extract  {speed:8,.0f} articles/s  {articles.height:,} articles, {claims:,} claims in {wall:.1f} s"
    )
    print(
        f"                  {cpu:8.1f} s of processor time, {processors()} processors, {peak:,.0f} MB at most a process"
        f" ({grown:,.0f} MB with twice the articles)"
    )
    one = peer(texts, options.pipeline)
    if one is not None:
        most = processors() / one[0]
        print(f"{options.pipeline:16}  {most:8,.1f} articles/s  at most; {1 / one[0]:.1f} in one process")
        print(f"ratio             {speed * one[0]:8,.0f} to one process, {speed / most:,.0f} to as many as processors")
        print(f"                  {one[1] * articles.height / cpu:8,.0f} by processor time")


if __name__ == "__main__":
    main()
