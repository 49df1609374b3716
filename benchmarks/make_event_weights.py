"""Makes transforms/reference/event_weights.toml: what each piece of evidence says of two articles being of one event.

    python -m benchmarks.make_event_weights CORPORA [--check]

Logistic regression (iteratively reweighted least squares, a little ridge) on pairs of articles of gva and ecbplus that
share words enough; every corpus counts the same. `--check` fits on one half of the incidents and topics and prints
B-cubed of the other, both ways, and of the coverage sets, which nothing was fitted on. What is written is fitted on
the half that is read of both.
"""

import argparse
import hashlib
import zlib
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import polars as pl

from benchmarks.clusters import Clusters, bcubed, corpora, whole_and_apart
from transforms.events.agglomerate import AgglomerateParams, agglomerate
from transforms.events.compare import compared
from transforms.events.evidence import Feature
from transforms.reference import FOLDER

NAMES = ("bias", *Feature)
HEAD = """# What each feature of a pair of articles (transforms/events/evidence.py) adds to the log-odds that both tell of one event.
# Belongs here: one weight a feature, and the bias. Does not belong here: weights by hand.
# Source: python -m benchmarks.make_event_weights, on half of the incidents of a gun violence archive and half of the
# topics of ECB+ (dated local news; undated news of events made alike on purpose).

"""
Pairs = tuple[np.ndarray, np.ndarray, list[tuple[str, str]]]


def half(corpus: str, event: str) -> int:
    """Which half an event belongs to, the same on every machine; both clusters of a topic of ECB+ to one."""
    if corpus == "gva":
        return zlib.crc32(event.encode()) % 2
    return hashlib.blake2b(event.split("_")[0].encode(), digest_size=1).digest()[0] % 2


def matrix(articles: pl.DataFrame, gold: Clusters) -> tuple[Pairs, set[str]]:
    """Features and truth of every pair, and the articles that say too little."""
    found, poor = compared(articles)
    x = np.zeros((len(found), len(NAMES)))
    x[:, 0] = 1
    at = {name: k for k, name in enumerate(NAMES)}
    for row, (_, _, features) in enumerate(found):
        for name, value in features.items():
            x[row, at[name]] = value
    pairs = [(a, b) for a, b, _ in found]
    return (x, np.array([gold[a] == gold[b] for a, b in pairs], dtype=float), pairs), poor


def fit(parts: Iterable[tuple[np.ndarray, np.ndarray]], ridge: float = 1e-4) -> np.ndarray:
    """Weights; a part's pairs weigh so that all true ones of it weigh 1 together."""
    parts = list(parts)
    x = np.vstack([p[0] for p in parts])
    y = np.concatenate([p[1] for p in parts])
    w = np.concatenate([np.full(len(p[1]), 1 / p[1].sum()) for p in parts])
    w /= w.sum()
    mean, spread = x.mean(0), x.std(0)
    spread[spread == 0] = 1
    mean[0], spread[0] = 0, 1
    z = (x - mean) / spread
    b = np.zeros(z.shape[1])
    penalty = np.full(z.shape[1], ridge)
    penalty[0] = 0
    for _ in range(60):
        p = 1 / (1 + np.exp(-z @ b))
        step = np.linalg.solve((z * (w * p * (1 - p))[:, None]).T @ z + np.diag(penalty + 1e-9), z.T @ (w * (p - y)) + penalty * b)
        b -= step
        if np.abs(step).max() < 1e-7:
            break
    out = b / spread
    out[0] = b[0] - (b * mean / spread)[1:].sum()
    return out


def chosen(corpus: str, pairs: Pairs, gold: Clusters, side: int) -> tuple[np.ndarray, np.ndarray]:
    """The pairs within one half."""
    mask = np.array([half(corpus, gold[a]) == side == half(corpus, gold[b]) for a, b in pairs[2]])
    return pairs[0][mask], pairs[1][mask]


def clusters(ids: list[str], pairs: Pairs, poor: set[str], weights: np.ndarray, params: AgglomerateParams) -> Clusters:
    """Article → the first of its group."""
    p = 1 / (1 + np.exp(-pairs[0] @ weights))
    links = [(a, b, float(s)) for (a, b), s in zip(pairs[2], p, strict=True) if s > 0.02]
    return {a: group[0] for group in agglomerate(ids, links, poor, params) for a in group}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    made = {}
    for name, (articles, gold) in corpora(options.corpora).items():
        unique = articles.unique("article_id", keep="first", maintain_order=True)
        made[name] = (unique["article_id"].to_list(), gold, *matrix(unique, gold))
    fitted = ("gva", "ecbplus")
    for side in (0, 1) if options.check else (0,):
        weights = fit(chosen(name, made[name][2], made[name][1], side) for name in fitted)
        if not options.check:
            body = "".join(f"{name} = {value:.3f}\n" for name, value in zip(NAMES, weights, strict=True))
            (FOLDER / "event_weights.toml").write_text(HEAD + body, encoding="utf-8")
        for name, (ids, gold, pairs, poor) in made.items():
            found = clusters(ids, pairs, poor, weights, AgglomerateParams())
            other = {a for a in gold if name not in fitted or half(name, gold[a]) != side}
            figures = " ".join(f"{v:.3f}" for v in bcubed(found, gold))
            unread = bcubed({a: found[a] for a in other}, {a: gold[a] for a in other})[2]
            print(f"fitted on half {side}: {name:20} {figures}; other half {unread:.3f}; whole {whole_and_apart(found, gold):.3f}")


if __name__ == "__main__":
    main()
