"""Totals of gun-violence incidents under `consensus`, with the archive's own events, so that clustering has no part.

    python -m benchmarks.gva CORPORA [--wrong killed]

Incidents of CORPORA/gva that at least two outlets cover. Shares of them whose estimate is the archive's total: killed
and injured where at least three people were hit, and killed where at least two died. Halves by a checksum of the
incident's id: errors were read in one, the other stayed unread. Nothing estimated counts as 0, as in score.py.
"""

import argparse
import zlib
from collections import defaultdict
from pathlib import Path
from typing import Any

import polars as pl

from benchmarks.claims import frame, rows
from transforms.claims.extract import extract_claims
from transforms.estimates import estimate

Cells = dict[str, list[bool]]


def coverage(corpora: Path) -> tuple[pl.DataFrame, pl.DataFrame, dict[str, Any]]:
    """Claims and articles with the archive's incident as event, and its records by incident."""
    found = rows(corpora / "gva" / "articles.jsonl.gz")
    incidents = pl.DataFrame({"article_id": [a["id"] for a in found], "event_id": [a["incident_id"] for a in found]})
    incidents = incidents.unique("article_id", keep="first", maintain_order=True)
    articles = frame(found).unique("article_id", keep="first", maintain_order=True).join(incidents, on="article_id")
    claims = extract_claims(articles.drop("event_id")).claims.drop("event_id").join(incidents, on="article_id")
    known = articles.with_columns(syndication_group=pl.col("article_id"))
    return claims, known, {g["incident_id"]: g for g in rows(corpora / "gva" / "gold.jsonl.gz")}


def judged(corpora: Path) -> tuple[Cells, list[str]]:
    """Per measure and half whether each total is right, and the wrong ones of the half that is read."""
    claims, articles, gold = coverage(corpora)
    best = {
        (event, kind): figure
        for event, kind, profile, figure in estimate(claims, articles)
        .select("event_id", "kind", "profile", "best")
        .iter_rows()
        if profile == "consensus"
    }
    outlets = dict(articles.group_by("event_id").agg(pl.col("outlet").n_unique()).iter_rows())
    cells: Cells = defaultdict(list)
    wrong = []
    for incident, several in sorted(outlets.items()):
        if several < 2:
            continue
        record = gold[incident]
        half = ("read", "unread")[zlib.crc32(incident.encode()) % 2]
        for kind, total in (("killed", record["n_killed"]), ("injured", record["n_injured"])):
            right = int(best.get((incident, kind)) or 0) == total
            names = [kind] if record["n_killed"] + record["n_injured"] >= 3 else []
            names += ["killed two or more"] if kind == "killed" and total >= 2 else []
            for name in names:
                cells[f"{half} {name}"].append(right)
            if names and not right and half == "read":
                wrong.append(f"{kind} {incident}: archive {total}, estimate {best.get((incident, kind))}")
    return cells, wrong


def floors(corpora: Path) -> dict[str, float]:
    """The gate's measures."""
    return {name: sum(right) / len(right) for name, right in sorted(judged(corpora)[0].items())}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--wrong", choices=("killed", "injured"))
    options = parser.parse_args()
    cells, wrong = judged(options.corpora)
    for name, right in sorted(cells.items()):
        print(f"{name:26} {sum(right) / len(right):.3f} of {len(right)}")
    for line in wrong:
        if options.wrong and line.startswith(options.wrong):
            print(line)


if __name__ == "__main__":
    main()
