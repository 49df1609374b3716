"""Copies of real articles found, independent reports of one event kept apart.

    python -m benchmarks.syndication CORPORA [--wrong]

Copies are made from articles of CORPORA/gva and CORPORA/volume, chosen and changed by a checksum of their ids, and
put among all articles of both: `trimmed` (35 to 60 % from the start, as a sub-editor cuts from the end), `brief` (10
to 20 % of an article of at least LONG words), `re-headlined` (whole, a headline and a closing line around it),
`edited` (one word in sixteen replaced, dropped or put in, one sentence in ten dropped), `all` (45 to 70 %, edited and
re-headlined). A copy is found where it is in its original's group.

Apart: pairs of articles of one incident by different outlets, of which runs of at least eight common words hold less
than `COPIED` of the shorter one, found by alignment (difflib) and not by sketches. Of the half of the incidents that
is read, the 33 pairs between .2 and .8 were read: up to .41 all were own reports with the same statement, hotline or
furniture in them, from .52 on one text. `strangers`: of the pairs in one group across incidents and topics, those
that are one text by the same measure. `--wrong` lists the pairs of either kind by id, of the half that is read.
"""

import argparse
import difflib
import itertools
import re
import zlib
from collections import defaultdict
from pathlib import Path
from random import Random

import polars as pl

from benchmarks.claims import rows
from transforms.syndication.copies import group_copies

COPIED = 0.45
RUN = 8
LEAST_WORDS = 60
SAMPLE = {"gva": 1, "volume": 8}
"""One article in so many is copied, once, so that no copy is found by way of another."""
LONG = 400
KINDS = {"trimmed": (0.35, 0.6), "brief": (0.1, 0.2), "re-headlined": None, "edited": None, "all": (0.45, 0.7)}
"""Kinds of copies, and between which shares of the text they keep."""
WORD = re.compile(r"\w+")
SENTENCE = re.compile(r"(?<=[.!?”\"])\s+")


def _edited(text: str, random: Random) -> str:
    sentences = [s for i, s in enumerate(SENTENCE.split(text)) if i == 0 or random.random() >= 0.1]
    words = " ".join(sentences).split(" ")
    made = []
    for word in words:
        turn = random.random() * 16
        if turn >= 1:
            made.append(word)
        elif turn < 0.6:
            made.append(random.choice(words))
        elif turn < 0.8:
            made += [word, random.choice(words)]
    return " ".join(made)


def _kept(text: str, share: float) -> str:
    sentences = SENTENCE.split(text)
    words, kept = len(text.split()) * share, []
    for sentence in sentences:
        kept.append(sentence)
        words -= len(sentence.split())
        if words <= 0:
            break
    return " ".join(kept)


def copy_of(text: str, title: str, kind: str, seed: str) -> str:
    """The text as another outlet might print it; the same for the same seed."""
    random = Random(zlib.crc32(f"{seed}{kind}".encode()))
    if shares := KINDS[kind]:
        text = _kept(text, random.uniform(*shares))
    if kind in ("edited", "all"):
        text = _edited(text, random)
    if kind in ("re-headlined", "all"):
        text = f"{title}\n\nUpdated at {random.randint(1, 12)} p.m.\n\n{text}\n\nShare this story with your friends."
    return text


def in_common(a: str, b: str) -> float:
    """The share of the shorter text's words that stand in runs of at least RUN words of both."""
    x, y = WORD.findall(a.lower()), WORD.findall(b.lower())
    blocks = difflib.SequenceMatcher(None, x, y, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= RUN) / max(1, min(len(x), len(y)))


def corpus(folder: Path) -> pl.DataFrame:
    """article_id, outlet, title, text, published_at, incident (null in volume), half."""
    gva = [a for a in rows(folder / "gva" / "articles.jsonl.gz") if not a.get("also_in_incidents")]
    columns = {"article_id": "id", "outlet": "outlet", "title": "title", "text": "text", "published": "published"}
    frame = pl.DataFrame(
        {name: [a[key] for a in gva] for name, key in columns.items()} | {"incident": [a["incident_id"] for a in gva]}
    )
    volume = pl.read_parquet(folder / "volume" / "articles.parquet").select(
        *(pl.col(key).alias(name) for name, key in columns.items()), incident=pl.lit(None, pl.String)
    )
    every = pl.concat([frame, volume]).unique("article_id", keep="first", maintain_order=True)
    return every.with_columns(
        published_at=pl.col("published").str.slice(0, 10).str.to_datetime("%Y-%m-%d", strict=False, time_zone="UTC"),
        content_hash="article_id",
    )


def with_copies(articles: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The articles with their copies, and of each copy: article_id, original, kind, corpus."""
    titles = articles["title"].to_list()
    made, known = [], []
    for place, row in enumerate(articles.iter_rows(named=True)):
        of = "gva" if row["incident"] else "volume"
        if zlib.crc32(row["article_id"].encode()) % SAMPLE[of] or len(row["text"].split()) < LEAST_WORDS:
            continue
        number = zlib.crc32(row["text"].encode()) % len(KINDS)
        kind = list(KINDS)[number]
        if kind == "brief" and len(row["text"].split()) < LONG:
            continue
        title = titles[(place + 17) % len(titles)] or ""
        name = f"~{kind}-{row['article_id']}"
        text = copy_of(row["text"], title, kind, row["article_id"])
        made.append({**row, "article_id": name, "content_hash": name, "outlet": f"copy{number}.example", "text": text})
        known.append((name, row["article_id"], kind, of))
    copies = pl.DataFrame(made, schema=articles.schema)
    schema = dict.fromkeys(("article_id", "original", "kind", "corpus"), pl.String)
    return pl.concat([articles, copies]), pl.DataFrame(known, schema=schema, orient="row")


def _found(groups: dict[str, str], copies: pl.DataFrame) -> dict[str, float]:
    hits = defaultdict(list)
    for name, original, kind, of in copies.iter_rows():
        hits[f"{of} {kind}"].append(groups[name] == groups[original])
    return {name: sum(found) / len(found) for name, found in hits.items()}


def _half(incident: str) -> str:
    return ("read", "unread")[zlib.crc32(incident.encode()) % 2]


def _kept_apart(groups: dict[str, str], articles: pl.DataFrame) -> tuple[dict[str, float], list[str]]:
    """Shares of independent pairs kept apart, by half; and the pairs of the read half that were not."""
    apart: dict[str, list[bool]] = defaultdict(list)
    wrong = []
    for (incident,), members in articles.drop_nulls("incident").group_by("incident", maintain_order=True):
        for a, b in itertools.combinations(members.iter_rows(named=True), 2):
            enough = min(len(a["text"].split()), len(b["text"].split())) >= 20
            if a["outlet"] == b["outlet"] or not enough or in_common(a["text"], b["text"]) >= COPIED:
                continue
            half = _half(str(incident))
            right = groups[a["article_id"]] != groups[b["article_id"]]
            apart[half].append(right)
            if not right and half == "read":
                wrong.append(f"{a['article_id']} {b['article_id']}")
    return {f"{half} apart": sum(kept) / len(kept) for half, kept in apart.items()}, wrong


def _strangers(groups: dict[str, str], articles: pl.DataFrame) -> tuple[float, list[str]]:
    members = defaultdict(list)
    for row in articles.iter_rows(named=True):
        members[groups[row["article_id"]]].append(row)
    right, wrong = [], []
    for group in members.values():
        for a, b in itertools.combinations(group, 2):
            if a["incident"] is None or a["incident"] != b["incident"]:
                right.append(in_common(a["text"], b["text"]) >= COPIED)
                if not right[-1] and all(_half(x["incident"] or "") == "read" for x in (a, b)):
                    wrong.append(f"{a['article_id']} {b['article_id']}")
    return sum(right) / len(right) if right else 1.0, wrong


def measured(folder: Path) -> tuple[dict[str, float], list[str]]:
    """Every measure, and the wrong pairs of the half that is read."""
    articles = corpus(folder)
    batch, copies = with_copies(articles)
    groups = dict(group_copies(batch).iter_rows())
    apart, wrong = _kept_apart(groups, articles)
    real = dict(group_copies(articles).iter_rows())
    strangers, odd = _strangers(real, articles)
    return {**_found(groups, copies), **apart, "strangers one text": strangers}, wrong + odd


def floors(folder: Path) -> dict[str, float]:
    """The gate's measures."""
    return measured(folder)[0]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    found, wrong = measured(options.corpora)
    for name, value in sorted(found.items()):
        print(f"{name:24} {value:.3f}")
    if options.wrong:
        print("\n".join(wrong))


if __name__ == "__main__":
    main()
