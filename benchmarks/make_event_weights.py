"""Makes transforms/reference/event_weights.toml: what each piece of evidence says of two articles being of one event.

    python -m benchmarks.make_event_weights CORPORA [--check]

Logistic regression (iteratively reweighted least squares, a little ridge) on pairs of articles of gva and ecbplus that
share words enough, in the whole corpora and in samples of SAMPLES articles of some events, half of them cut to a
headline and a few lines and some without a date: how like others are says something else among thirty articles than
among thousands. Every part counts the same. `--check` fits on one half of the incidents and topics and prints
B-cubed of the other, both ways, and of the coverage sets, which nothing was fitted on. What is written is fitted on
the half that is read of both.
"""

import argparse
import hashlib
import random
import zlib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import polars as pl

from benchmarks.clusters import Clusters, bcubed, corpora, whole_and_apart
from transforms.events.agglomerate import AgglomerateParams, agglomerate
from transforms.events.compare import Coverage
from transforms.events.evidence import Feature
from transforms.reference import FOLDER

NAMES = ("bias", *Feature)
EITHER = ("heaviest", "undated", "undated_words", "short", "short_words", "same_outlet")
"""Features of which no sign is known beforehand."""
SIGNS = {name: -1 if name.startswith(("other_", "rank_", "days_")) else 1 for name in Feature if name not in EITHER}
SAMPLES = 150
SIZES = (6, 15, 40, 100)
MOST = 25
CUTS = (100, 200, 400, 1500)
UNDATED = 0.5
HEAD = """# What each feature of a pair of articles (transforms/events/evidence.py) adds to the log-odds
# that both tell of one event.
# Belongs here: one weight a feature, and the bias. Does not belong here: weights by hand.
# Source: python -m benchmarks.make_event_weights, on half of the incidents of a gun violence archive and half of the
# topics of ECB+ (dated local news; undated news of events made alike on purpose).

"""
Pairs = tuple[np.ndarray, np.ndarray, list[tuple[str, str]]]


def half(corpus: str, event: str) -> int:
    """Which half an event belongs to, the same on every machine; both clusters of a topic of ECB+ to one."""
    if corpus == "gva":
        return zlib.crc32(event.encode()) % 2
    return hashlib.blake2b(event.partition("_")[0].encode(), digest_size=1).digest()[0] % 2


def matrix(articles: pl.DataFrame, gold: Clusters) -> tuple[Pairs, set[str]]:
    """Features and truth of every pair, and the articles that say too little."""
    whole = Coverage(articles)
    kept, features = whole.compare(whole.like.pairs(range(len(whole.ids))))
    x = np.stack([np.ones(kept.height), *(features[name] for name in Feature)], axis=1)
    pairs = [(whole.ids[a], whole.ids[b]) for a, b in kept.select("a", "b").iter_rows()]
    return (x, np.array([gold[a] == gold[b] for a, b in pairs], dtype=float), pairs), whole.poor


def sample(articles: pl.DataFrame, gold: Clusters, seed: int) -> tuple[pl.DataFrame, Clusters]:
    """Some events with up to MOST articles each, every other time cut short and partly without dates."""
    draw = random.Random(seed)
    members: dict[str, list[str]] = defaultdict(list)
    for name in sorted(gold):
        members[gold[name]].append(name)
    size, kept = draw.choice(SIZES), []
    for event in draw.sample(sorted(members), len(members)):
        kept += draw.sample(members[event], min(len(members[event]), draw.randint(1, MOST)))
        if len(kept) >= size:
            break
    rows = articles.filter(pl.col("article_id").is_in(kept))
    if seed % 2:
        cut = pl.Series([draw.choice(CUTS) for _ in range(rows.height)])
        undated = pl.Series([draw.random() < UNDATED for _ in range(rows.height)])
        rows = rows.with_columns(
            text=pl.col("text").str.slice(0, cut), published_at=pl.when(~undated).then(pl.col("published_at"))
        )
    return rows, {name: gold[name] for name in kept}


def sampled(name: str, articles: pl.DataFrame, gold: Clusters, side: int) -> list[tuple[Pairs, set[str], Clusters]]:
    """Samples of the events of one half, each compared for itself."""
    ours = {a: e for a, e in gold.items() if half(name, e) == side}
    made = (sample(articles, ours, seed) for seed in range(SAMPLES))
    return [(*matrix(rows, truth), truth) for rows, truth in made]


def fit(parts: Iterable[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    """Weights. What speaks for an event may not come to speak against it: a feature of the wrong sign is left out."""
    parts = list(parts)
    left = np.ones(len(NAMES), dtype=bool)
    while True:
        found = np.zeros(len(NAMES))
        found[left] = _fit([(x[:, left], y) for x, y in parts])
        wrong = np.array([name in SIGNS and found[k] * SIGNS[name] < 0 for k, name in enumerate(NAMES)])
        if not wrong.any():
            return found
        worst = max(np.flatnonzero(wrong), key=lambda k: abs(found[k]))
        left[worst] = False


def _fit(parts: list[tuple[np.ndarray, np.ndarray]], ridge: float = 1e-4) -> np.ndarray:
    """Weights; a part's pairs weigh so that all true ones of it weigh 1 together."""
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
        step = np.linalg.solve(
            (z * (w * p * (1 - p))[:, None]).T @ z + np.diag(penalty + 1e-9), z.T @ (w * (p - y)) + penalty * b
        )
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
    data, made = {}, {}
    for name, (articles, gold) in corpora(options.corpora).items():
        unique = articles.unique("article_id", keep="first", maintain_order=True)
        data[name] = (unique, gold)
        made[name] = (unique["article_id"].to_list(), gold, *matrix(unique, gold))
    fitted = ("gva", "ecbplus")
    for side in (0, 1) if options.check else (0,):
        samples = {name: [sampled(name, *data[name], s) for s in (0, 1)] for name in fitted}
        parts = [chosen(name, made[name][2], made[name][1], side) for name in fitted]
        for name in fitted:
            own = [pairs for pairs, _, _ in samples[name][side]]
            parts.append((np.vstack([p[0] for p in own]), np.concatenate([p[1] for p in own])))
        weights = fit(parts)
        if not options.check:
            body = "".join(f"{name} = {value:.3f}\n" for name, value in zip(NAMES, weights, strict=True))
            (FOLDER / "event_weights.toml").write_text(HEAD + body, encoding="utf-8")
        for name, (ids, gold, pairs, poor) in made.items():
            found = clusters(ids, pairs, poor, weights, AgglomerateParams())
            other = {a for a in gold if name not in fitted or half(name, gold[a]) != side}
            unread = bcubed({a: found[a] for a in other}, {a: gold[a] for a in other})[2]
            print(f"half {side}: {name:20} {_figures(found, gold)}; other half {unread:.3f}")
        for name in fitted:
            found, truth = {}, {}
            for k, (pairs, poor, gold) in enumerate(samples[name][1 - side]):
                groups = clusters(sorted(gold), pairs, poor, weights, AgglomerateParams())
                found |= {f"{k} {a}": f"{k} {g}" for a, g in groups.items()}
                truth |= {f"{k} {a}": f"{k} {e}" for a, e in gold.items()}
            print(f"half {side}: {name:20} {_figures(found, truth)} in samples of the other half")


def _figures(found: Clusters, gold: Clusters) -> str:
    return " ".join(f"{v:.3f}" for v in bcubed(found, gold)) + f" whole {whole_and_apart(found, gold):.3f}"


if __name__ == "__main__":
    main()
