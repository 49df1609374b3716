"""How well pairs of claims are typed, measured apart from extraction: on the gold claims of a coverage set.

    python benchmarks/pairs.py GOLD_DIR [--event NAME | --without NAME] [--wrong]

Prints exact type accuracy, group accuracy and the F1 of 'conflict or not', with the confusions; `--wrong` lists the
pairs that were typed otherwise. Either labeller's type will do; conflict is judged only where both agree on it.
"""

import argparse
import collections
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl

from expectations.contracts.tables.claims import CLAIMS
from transforms.alignment import align
from transforms.claims.cues import TimeWord
from transforms.claims.lexicon import words_by_key
from transforms.claims.ontology import classifier

CONFLICT = {
    "hard_conflict", "divergent_floors", "in_article", "attribution_conflict", "perpetrator_dispute", "target_dispute",
    "cause_dispute", "denial", "stale_relay", "misrelay", "arithmetic",
}  # fmt: skip
EVOLUTION = {"update_up", "downward_correction", "status_shift"}
KEPT = (
    "kind", "anchor", "hedge", "population", "scope", "attributed_to", "stance", "quote", "is_event_total",
)  # fmt: skip
ROOTS = {"target": "target", "cause": "cause", "perpetrator": "party"}
VAGUE = {"dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 999), "several": (3, 9), "many": (10, None)}


def rows(path: Path) -> list[dict[str, Any]]:
    """The JSON lines of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def group(relation: str) -> str:
    """conflict, evolution, agree or apart."""
    if relation in CONFLICT:
        return "conflict"
    if relation in EVOLUTION:
        return "evolution"
    return "agree" if relation in ("same", "compatible_imprecision") else "apart"


def interval(claim: dict[str, Any]) -> tuple[int | None, int | None]:
    """The contract's interval: gold leaves 'more than' at its anchor and does not widen vague words."""
    low, high, anchor, hedge = claim["low"], claim["high"], claim["anchor"], claim["hedge"]
    if hedge == "more_than" and anchor is not None:
        return anchor + 1, None
    if hedge == "less_than" and anchor is not None:
        return None, anchor - 1
    if hedge == "vague" and low is None and high is None:
        return VAGUE.get((claim["value_text"] or "").lower(), (None, None))
    return low, high


def when(article: dict[str, Any]) -> tuple[str | None, str | None]:
    """ISO time and precision; a month alone is no time."""
    stamp = article.get("published") or article.get("published_inferred")
    if not stamp or len(stamp) < 10:
        return None, None
    if len(stamp) == 10:
        return f"{stamp}T00:00:00+00:00", "day"
    at = datetime.fromisoformat(stamp)
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).isoformat(), "minute"


def frames(folder: Path) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Gold claims and articles as the contract's frames."""
    articles = {a["id"]: a for a in rows(folder / "articles.jsonl")}
    claims = []
    for claim in rows(folder / "claims.jsonl"):
        article = articles[claim["article_id"]]
        low, high = interval(claim)
        stamp, precision = when(article)
        kind, text = claim["kind"], claim["value_text"] or str(claim["anchor"])
        at = article["text"].find(claim["quote"])
        claims.append(
            {
                **{name: claim[name] for name in KEPT},
                "claim_id": claim["id"], "article_id": claim["article_id"], "revision": 1, "event_id": article["event"],
                "low": low, "high": high, "value_text": text,
                "value_class": classifier(ROOTS[kind]).node(text) if kind in ROOTS else None,
                "basis": "stated", "source_canonical": claim["attributed_to"], "as_of": stamp,
                "as_of_precision": precision,
                "as_of_basis": "published", "evidence_field": "text" if at >= 0 else "title",
                "evidence_start": max(at, 0), "evidence_end": max(at, 0) + len(claim["quote"]), "value_start": 0,
                "value_end": 1, "confidence": 1.0, "rule": "gold", "change_cue": cue(claim["quote"]),
            }
        )  # fmt: skip
    stamps = {key: when(article) for key, article in articles.items()}
    article_rows = [
        {"article_id": key, "outlet": a["outlet"], "url": a["url"], "title": a["title"], "published_at": stamps[key][0],
         "published_precision": stamps[key][1], "wire_credit": a.get("via"), "syndication_group": key, "language": "en"}
        for key, a in articles.items()
    ]  # fmt: skip
    claim_frame = pl.DataFrame(claims, infer_schema_length=None).with_columns(
        pl.col("as_of").str.to_datetime("%Y-%m-%dT%H:%M:%S%:z", time_unit="us", time_zone="UTC")
    )
    missing = [name for name in CLAIMS.frame_schema if name not in claim_frame.columns]
    claim_frame = CLAIMS.conform(claim_frame.with_columns(pl.lit(None).alias(name) for name in missing))
    article_frame = pl.DataFrame(article_rows, infer_schema_length=None).with_columns(
        pl.col("published_at").str.to_datetime("%Y-%m-%dT%H:%M:%S%:z", time_unit="us", time_zone="UTC")
    )
    return claim_frame, article_frame


def cue(quote: str) -> str | None:
    """The change cues of the sentence."""
    lists = words_by_key("time", TimeWord)
    phrases = sorted((*lists[TimeWord.CHANGE], *lists[TimeWord.EARLIER]), key=len, reverse=True)
    found = re.findall(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b", quote, re.IGNORECASE)
    return ", ".join(found) or None


def score(folder: Path, keep: Any) -> dict[str, Any]:
    """The measures over the gold pairs whose event `keep` accepts."""
    claims, articles = frames(folder)
    relation = {
        frozenset((a, b)): (r, why)
        for a, b, r, why in align(claims, articles).select("claim_a", "claim_b", "relation", "reason").iter_rows()
    }
    event = dict(claims.select("claim_id", "event_id").iter_rows())
    n = exact = coarse = tp = fp = fn = 0
    confusions: collections.Counter[str] = collections.Counter()
    wrong = []
    for pair in rows(folder / "discrepancies.jsonl"):
        if not keep(event[pair["claim_a"]]):
            continue
        n += 1
        found, why = relation.get(frozenset((pair["claim_a"], pair["claim_b"])), ("not_comparable", "no pair"))
        right = {pair["type"], *pair.get("also", [])}
        if "in_article" in right:
            right |= {"hard_conflict", "divergent_floors", "attribution_conflict"}
        groups = {group(x) for x in right}
        exact += found in right
        coarse += group(found) in groups
        if len(groups) == 1:
            tp += groups == {"conflict"} and group(found) == "conflict"
            fp += groups != {"conflict"} and group(found) == "conflict"
            fn += groups == {"conflict"} and group(found) != "conflict"
        if found not in right:
            confusions[f"{pair['type']}->{found}"] += 1
            wrong.append((pair["claim_a"], pair["claim_b"], sorted(right), found, why))
    p, r = tp / max(tp + fp, 1), tp / max(tp + fn, 1)
    return {
        "n": n, "type_exact": round(exact / max(n, 1), 3), "group": round(coarse / max(n, 1), 3),
        "conflict": {"p": round(p, 3), "r": round(r, 3), "f1": round(2 * p * r / max(p + r, 1e-9), 3), "n": tp + fn},
        "confusions": confusions.most_common(20), "wrong": wrong,
    }  # fmt: skip


def floors(corpora: Path) -> dict[str, float]:
    """The gate's measures: per coverage set the exact type and the F1 of 'conflict or not'."""
    found = {}
    for name in ("verbatim", "digest", "leads"):
        result = score(corpora / f"coverage_{name}", lambda _: True)
        found |= {f"{name} type": result["type_exact"], f"{name} conflict f1": result["conflict"]["f1"]}
    return found


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--event")
    parser.add_argument("--without", action="append", default=[])
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    result = score(options.folder, lambda e: (options.event in (None, e)) and e not in options.without)
    wrong = result.pop("wrong")
    print(json.dumps(result, indent=1))
    if options.wrong:
        for line in wrong:
            print(*line, sep=" | ")


if __name__ == "__main__":
    main()
