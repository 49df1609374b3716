"""What the measures against archives of events share: their rows, the claims of their texts, the two halves.

Errors are read in one half of a corpus, chosen by a hash of each event's id; the other half is only scored. A reading
that got better by the phenomenon and not by the file gets better in both.
"""

import argparse
import gzip
import hashlib
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from benchmarks.claims import frame
from transforms.claims.extract import extract_claims

Row = dict[str, Any]
HALVES = ("read", "unread")


def rows(path: Path) -> list[Row]:
    """The rows of a compressed file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def half(identifier: str) -> str:
    """`read` or `unread`, the same on every machine."""
    return HALVES[hashlib.blake2b(identifier.encode(), digest_size=1).digest()[0] % 2]


def claims_of(articles: list[Row]) -> dict[str, list[Row]]:
    """The claims of each article, in the order of the text; articles without one are missing."""
    found: dict[str, list[Row]] = {}
    for claim in extract_claims(frame(articles)).claims.iter_rows(named=True):
        found.setdefault(claim["article_id"], []).append(claim)
    return found


def value(claim: Row) -> float | None:
    """The figure as an archive would note it: as reported, for a vague word ('dozens') its lower bound."""
    figure: float | None = claim["anchor"] if claim["anchor"] is not None else claim["low"]
    return figure


def share(hits: Iterable[bool]) -> float:
    """The share of true ones; 0 of none."""
    kept = list(hits)
    return sum(kept) / len(kept) if kept else 0.0


def harmonic(precision: float, recall: float) -> float:
    """F1."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def command(about: str | None, measure: Callable[[Path, str | None], Row], misses: Callable[[Path], None]) -> None:
    """`python -m benchmarks.NAME CORPORA [--misses]`: figures of the whole and of each half, or the errors to read."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--misses", action="store_true", help="list errors of the half that is read")
    options = parser.parse_args()
    if options.misses:
        misses(options.corpora)
        return
    figures = {"all": measure(options.corpora, None), **{name: measure(options.corpora, name) for name in HALVES}}
    json.dump(figures, sys.stdout, indent=1)
    print()
