"""Which articles tell of the same event: B-cubed F (Bagga & Baldwin 1998) with the shipped thresholds, in memory.

    python -m benchmarks.clusters CORPORA

The same settings for all: gva (incidents, dated), ecbplus (no dates, events made alike on purpose), coverage_leads
(headlines and leads), coverage_verbatim with coverage_digest in one batch. Articles under several incidents are left
out. Also: how many of the last batch's events come out whole and apart.
"""

import argparse
from collections import defaultdict
from pathlib import Path

import polars as pl

from benchmarks.claims import frame, rows
from transforms.events import assign

Clusters = dict[str, str]


def bcubed(found: Clusters, gold: Clusters) -> tuple[float, float, float]:
    """Precision, recall and F over the articles of both."""
    by_found, by_gold = defaultdict(set), defaultdict(set)
    for article in gold:
        by_found[found[article]].add(article)
        by_gold[gold[article]].add(article)
    precision = recall = 0.0
    for article in gold:
        own, right = by_found[found[article]], by_gold[gold[article]]
        both = len(own & right)
        precision += both / len(own) / len(gold)
        recall += both / len(right) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def whole_and_apart(found: Clusters, gold: Clusters) -> float:
    """The share of gold events that are one event each, with nothing else in it."""
    members = defaultdict(set)
    for article, event in found.items():
        members[event].add(article)
    events = defaultdict(set)
    for article, event in gold.items():
        events[event].add(article)
    return sum(any(own == m for m in members.values()) for own in events.values()) / len(events)


def corpora(folder: Path) -> dict[str, tuple[pl.DataFrame, Clusters]]:
    """Name → articles and their gold events."""
    made = {}
    gva = [a for a in rows(folder / "gva" / "articles.jsonl.gz") if not a.get("also_in_incidents")]
    made["gva"] = (frame(gva), {a["id"]: a["incident_id"] for a in gva})
    ecb = rows(folder / "ecbplus" / "articles.jsonl.gz")
    gold = {g["doc_id"]: g["event_id"] for g in rows(folder / "ecbplus" / "gold.jsonl.gz")}
    made["ecbplus"] = (frame([a for a in ecb if a["id"] in gold]), gold)
    for name, parts in {"leads": ["leads"], "verbatim and digest": ["verbatim", "digest"]}.items():
        found = [a for part in parts for a in rows(folder / f"coverage_{part}" / "articles.jsonl")]
        made[name] = (frame(found), {a["id"]: a["event"] for a in found})
    return made


def clustered(articles: pl.DataFrame) -> Clusters:
    """Article → event, all of them new."""
    unique = articles.unique("article_id", keep="first", maintain_order=True)
    nobody = pl.DataFrame(schema={"event_id": pl.String, "article_id": pl.String})
    return dict(assign(unique, nobody).select("article_id", "event_id").iter_rows())


def floors(folder: Path) -> dict[str, float]:
    """The gate's measures."""
    found = {}
    for name, (articles, gold) in corpora(folder).items():
        clusters = clustered(articles)
        precision, recall, f = bcubed(clusters, gold)
        found |= {f"{name} p": precision, f"{name} r": recall, f"{name} f1": f}
        if name.startswith("verbatim"):
            found[f"{name} whole and apart"] = whole_and_apart(clusters, gold)
    return found


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    for name, value in floors(parser.parse_args().corpora).items():
        print(f"{name:38} {value:.3f}")


if __name__ == "__main__":
    main()
