"""What `--deep` adds: claims of the coverage sets with and without a parse, by the sets' own measure.

    python -m benchmarks.deep CORPORA [--pipeline en_core_web_sm]

CORPORA is the folder of the gate. For each set: F1 of tolls and of all kinds off and on, claims that the parse added,
numbers left `unhandled`, processor seconds. Needs spaCy and a pipeline with a parser, and says so where one is missing.
"""

import argparse
import time
from pathlib import Path

import polars as pl

from benchmarks import claims
from rashomon.errors import UsageError
from rashomon.parser import load
from transforms.claims.deep import Parser
from transforms.claims.extract import extract_claims

SETS = ("verbatim", "digest", "leads")


def row(gold: Path, parser: Parser | None) -> str:
    """One line of the table."""
    result = claims.measure(gold, set(), set(), parser=parser)
    articles = claims.frame(claims.rows(gold / "articles.jsonl"))
    started = time.process_time()
    found = extract_claims(articles, parser)
    seconds = time.process_time() - started
    added = found.claims.filter(pl.col("rule") == "deep").height
    left = found.residue.filter(pl.col("reason") == "unhandled").height
    f1 = f"tolls f1 {result['tolls']['f1']:.3f}, all kinds f1 {result['all']['f1']:.3f}"
    return f"{f1}, {added} claims by the parse, {left} numbers unhandled, {seconds:.2f} s"


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--pipeline", default="en_core_web_sm")
    options = parser.parse_args()
    try:
        parse = load(options.pipeline)
    except UsageError as error:
        print(f"not measured: {error}")
        return 1
    for name in SETS:
        for word, used in (("off", None), ("on", parse)):
            print(f"{name:9} {word:3} {row(options.corpora / f'coverage_{name}', used)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
