"""Speed and memory of `rashomon extract` on many articles, beside spaCy's small English pipeline in the same run.

    python -m benchmarks.speed ARTICLES [--pipeline en_core_web_sm] [--peer 60] [--runs 1]

ARTICLES is a file that `rashomon extract` reads. Ours is the whole command in a process of its own, from its start to
the written file, on all processors. The peer is `nlp.pipe` over the first `--peer` texts with everything that the
pipeline has, after it was loaded and warmed up, on one processor; its speed is multiplied by the number of processors,
which is the most that it could reach. Prints articles a second of both and their ratio, by the clock and by processor
time (which other load on the machine changes less), and the peak memory of the largest process. Where spaCy or the
pipeline is missing it says so and measures ours alone.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import polars as pl

from rashomon.commands.claims import articles_of
from rashomon.extraction import processors

MEGABYTE = 1024  # ru_maxrss counts kilobytes on Linux


def ours(articles: Path, folder: Path) -> tuple[float, float]:
    """Wall and processor seconds of the command; raises CalledProcessError where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    command = [sys.executable, "-m", "rashomon", "extract", str(articles), "-o", str(folder / "claims.parquet"), "-q"]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


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
        runs = [ours(options.articles, Path(name)) for _ in range(options.runs)]
        claims = pl.scan_parquet(Path(name) / "claims.parquet").select(pl.len()).collect().item()
    wall, cpu = min(runs)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / MEGABYTE
    speed = articles.height / wall
    print(
        f"rashomon extract  {speed:8,.0f} articles/s  {articles.height:,} articles, {claims:,} claims in {wall:.1f} s"
    )
    print(
        f"                  {cpu:8.1f} s of processor time, {processors()} processors, {peak:,.0f} MB at most a process"
    )
    one = peer(texts, options.pipeline)
    if one is not None:
        most = processors() / one[0]
        print(f"{options.pipeline:16}  {most:8,.1f} articles/s  at most; {1 / one[0]:.1f} in one process")
        print(f"ratio             {speed * one[0]:8,.0f} to one process, {speed / most:,.0f} to as many as processors")
        print(f"                  {one[1] * articles.height / cpu:8,.0f} by processor time")


if __name__ == "__main__":
    main()
