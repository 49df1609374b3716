"""Accuracy of the claims of one coverage set, by the set's own measure.

    python benchmarks/claims.py GOLD_DIR [--events a,b] [--without a,b] [--misses]

GOLD_DIR holds articles.jsonl, claims.jsonl and discrepancies.jsonl; `score.py` is looked for beside it. Prints one JSON
object. `--events` and `--without` choose events, `--misses` lists what was missed and what was wrong.
"""

import argparse
import gzip
import importlib.util
import json
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import duckdb
import polars as pl

from transforms.claims.deep import Parser
from transforms.claims.extract import extract_claims

Row = dict[str, Any]

MEASURES = {"hedge_accuracy": "hedge", "event_total_accuracy": "event total", "attribution_accuracy": "attribution"}


def rows(path: Path) -> list[Row]:
    """The JSON lines of a file, packed or not."""
    text = gzip.decompress(path.read_bytes()).decode() if path.suffix == ".gz" else path.read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def scorer(gold: Path) -> ModuleType:
    """The measure itself: score.py beside the set."""
    spec = importlib.util.spec_from_file_location("score", gold.resolve().parent / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no score.py beside {gold}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def frame(articles: list[Row]) -> pl.DataFrame:
    """The articles as the extraction takes them."""
    days = [str(a.get("published") or "") for a in articles]
    return pl.DataFrame(
        {
            "article_id": [a["id"] for a in articles],
            "revision": [1] * len(articles),
            "outlet": [a["outlet"] for a in articles],
            "title": [a.get("title") for a in articles],
            "text": [a["text"] for a in articles],
            "published_at": [d or None for d in days],
            "published_precision": [("day" if len(d) == 10 else "minute") if d else None for d in days],
            "language": [a.get("language") for a in articles],
        },
        schema_overrides={"title": pl.String, "published_precision": pl.String, "language": pl.String},
    ).with_columns(
        pl.col("published_at")
        .cast(pl.String)
        .str.slice(0, 16)
        .str.replace("T", " ")
        .str.to_datetime("%Y-%m-%d %H:%M", strict=False)
        .fill_null(pl.col("published_at").cast(pl.String).str.slice(0, 10).str.to_datetime("%Y-%m-%d", strict=False))
        .dt.replace_time_zone("UTC")
        .dt.cast_time_unit("us")
    )


def _subset(gold: Path, folder: Path, events: set[str], without: set[str]) -> list[Row]:
    """Writes the gold of the chosen events to `folder`; gives their articles."""
    articles = [
        a for a in rows(gold / "articles.jsonl") if (not events or a["event"] in events) and a["event"] not in without
    ]
    ids = {a["id"] for a in articles}
    claims = [c for c in rows(gold / "claims.jsonl") if c["article_id"] in ids]
    known = {c["id"] for c in claims}
    pairs = [d for d in rows(gold / "discrepancies.jsonl") if d["claim_a"] in known and d["claim_b"] in known]
    for name, found in (("articles", articles), ("claims", claims), ("discrepancies", pairs)):
        (folder / f"{name}.jsonl").write_text("\n".join(json.dumps(r) for r in found), encoding="utf-8")
    return articles


def _warehouse(path: Path, articles: pl.DataFrame, claims: pl.DataFrame) -> duckdb.DuckDBPyConnection:
    con = duckdb.connect(str(path))
    con.register("a", articles)
    con.register("c", claims)
    con.execute("create table articles as select * from a; create table claims as select * from c")
    con.execute("create table claim_pairs(claim_a varchar, claim_b varchar, relation varchar)")
    con.execute("create table discrepancies(claim_ids varchar[], type varchar)")
    return con


def _misses(score: ModuleType, folder: Path, claims: pl.DataFrame) -> None:
    gold = rows(folder / "claims.jsonl")
    predicted = claims.to_dicts()
    for c in (*gold, *predicted):
        for k in ("low", "high", "anchor"):
            c[k] = score.num(c[k])
    for g in gold:
        if not g.get("core", True):
            continue
        found = next((p for p in predicted if score.close(g, p)), None)
        what = f"{g['kind']} {g['anchor']} {g['hedge']} {g['value_text']}"
        if found is None:
            print(f"MISSED {g['article_id']} {what} | {g['quote'][:260]}")
            continue
        if g["kind"] in score.NUMERIC:
            if g["hedge"] != found["hedge"]:
                print(f"HEDGE {what} not {found['hedge']} | {g['quote'][:200]}")
            if g.get("total_sure", True) and bool(g["is_event_total"]) != bool(found["is_event_total"]):
                why = found["total_reason"]
                print(f"TOTAL {g['article_id']} {what}: {g['is_event_total']}, {why} | {g['quote'][:200]}")
        want = {g["attributed_to"] or "", g.get("attributed_also", g["attributed_to"]) or ""}
        got = found["attributed_to"] or ""
        same = any(
            (not w and not got) or (w and got and score.fuzz.partial_token_set_ratio(w.lower(), got.lower()) >= 80)
            for w in want
        )
        if not same:
            print(f"SOURCE {g['article_id']} want {want} got {got!r} | {g['quote'][:260]}")
    for p in predicted:
        if p["kind"] not in score.NUMERIC | score.TEXTUAL or any(score.close(g, p) for g in gold):
            continue
        if p["kind"] in score.NUMERIC and not score.NUMBER_WORD.search(p["value_text"]):
            continue
        print(f"WRONG {p['article_id']} {p['kind']} {p['value_text']!r} {p['rule']} | {p['quote'][:260]}")


def measure(
    gold: Path, events: set[str], without: set[str], *, misses: bool = False, parser: Parser | None = None
) -> Row:
    """The set's own measures over the chosen events, with the time that extraction took."""
    score = scorer(gold)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        chosen = _subset(gold, folder, events, without)
        articles = frame(chosen)
        started = time.perf_counter()
        claims = extract_claims(articles, parser).claims
        seconds = time.perf_counter() - started
        con = _warehouse(folder / "w.duckdb", articles, claims)
        result: Row = score.claims(con, str(folder))
        con.close()
        if misses:
            _misses(score, folder, claims)
    result.pop("pairs")
    return {**result, "articles": len(chosen), "claims": claims.height, "seconds": round(seconds, 3)}


def floors(corpora: Path) -> dict[str, float]:
    """The gate's measures: per coverage set tolls, all kinds, hedge, total, attribution."""
    found = {}
    for name in ("verbatim", "digest", "leads"):
        result = measure(corpora / f"coverage_{name}", set(), set())
        found |= {
            f"{name} tolls f1": result["tolls"]["f1"],
            f"{name} all kinds f1": result["all"]["f1"],
            **{f"{name} {what}": result[key] for key, what in MEASURES.items()},
        }
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--events", default="")
    parser.add_argument("--without", default="")
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    events, without = (set(filter(None, given.split(","))) for given in (args.events, args.without))
    json.dump(measure(args.gold, events, without, misses=args.misses), sys.stdout)
    print()


if __name__ == "__main__":
    main()
