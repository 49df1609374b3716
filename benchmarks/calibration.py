"""Whether a claim's confidence means what it says: among claims of confidence .9, nine in ten are right.

    python -m benchmarks.calibration CORPORA [--write]

Right is a claim that a labeller of the three coverage sets also listed; people told of without any number, whom the
gold lists only in part, are left out. The confidence of a set's claims comes from how often each rule was right on the
other two, so that no claim vouches for itself. Prints the curve in bins and the expected calibration error (Naeini et
al. 2015). `--write` counts each rule anew over all three and writes transforms/reference/claim_rules.toml.
"""

import argparse
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.claims import frame, rows, scorer
from transforms.claims.confidence import smoothed
from transforms.claims.extract import extract_claims
from transforms.claims.lexicon import REFERENCE, read

SETS = ("verbatim", "digest", "leads")
EDGES = (0.0, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1.01)
TABLE = REFERENCE / "claim_rules.toml"
Judged = list[tuple[str, bool]]


def judged(gold: Path) -> Judged:
    """(rule, right) of each claim of one coverage set that its gold can judge."""
    score: Any = scorer(gold)
    listed: dict[str, list[dict[str, Any]]] = {}
    for claim in rows(gold / "claims.jsonl"):
        for bound in ("low", "high", "anchor"):
            claim[bound] = score.num(claim[bound])
        listed.setdefault(claim["article_id"], []).append(claim)
    out = []
    for claim in extract_claims(frame(rows(gold / "articles.jsonl"))).claims.iter_rows(named=True):
        if claim["kind"] not in score.NUMERIC | score.TEXTUAL:
            continue
        right = any(score.close(g, claim) for g in listed.get(claim["article_id"], []))
        if right or claim["kind"] in score.TEXTUAL or score.NUMBER_WORD.search(claim["value_text"]):
            out.append((claim["rule"], right))
    return out


def counted(claims: Judged) -> dict[str, tuple[int, int]]:
    """Rule → (right, made)."""
    made, right = Counter(rule for rule, _ in claims), Counter(rule for rule, good in claims if good)
    return {rule: (right[rule], made[rule]) for rule in made}


def curve(sets: dict[str, Judged]) -> list[tuple[float, bool]]:
    """(confidence from the other sets, right) of every claim."""
    out = []
    for name, claims in sets.items():
        others = counted([claim for other, found in sets.items() if other != name for claim in found])
        out.extend((smoothed(*others.get(rule, (0, 0))), right) for rule, right in claims)
    return out


def error(points: list[tuple[float, bool]]) -> float:
    """The expected calibration error: the bins' gaps between confidence and share right, weighed by their size."""
    gaps = 0.0
    for low, high in pairwise(EDGES):
        inside = [(c, r) for c, r in points if low <= c < high]
        if inside:
            gaps += abs(sum(c for c, _ in inside) - sum(r for _, r in inside))
    return gaps / len(points)


def floors(corpora: Path) -> dict[str, float]:
    """The gate's measure: one less the expected calibration error."""
    return {"calibration": 1 - error(curve({name: judged(corpora / f"coverage_{name}") for name in SETS}))}


def written(counts: dict[str, tuple[int, int]]) -> str:
    """The table's text: rules that made no claim here keep [0, 0]."""
    head = TABLE.read_text(encoding="utf-8").partition("\n\n")[0]
    names = sorted({*read(TABLE), *counts})
    lines = (f"{name} = [{right}, {made}]" for name in names for right, made in [counts.get(name, (0, 0))])
    return head + "\n\n" + "\n".join(lines) + "\n"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    sets = {name: judged(options.corpora / f"coverage_{name}") for name in SETS}
    points = curve(sets)
    for low, high in pairwise(EDGES):
        inside = [(c, r) for c, r in points if low <= c < high]
        if inside:
            mean, right = sum(c for c, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside)
            print(f"{low:.2f}–{min(high, 1):.2f}  {len(inside):4} claims  confidence {mean:.3f}  right {right:.3f}")
    print(f"expected calibration error {error(points):.3f} of {len(points)} claims")
    if options.write:
        TABLE.write_text(written(counted([claim for found in sets.values() for claim in found])), encoding="utf-8")


if __name__ == "__main__":
    main()
