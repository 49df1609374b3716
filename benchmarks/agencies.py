"""What differing figures of agencies' headlines on one event of UCDP's georeferenced event data are called.

    python -m benchmarks.agencies CORPORA [--misses]

Over pairs of figures of people killed that stand in headlines of different outlets, on one event, and differ: the
share called not comparable, evolution (a rise, a correction), conflict, notice (else is counted), or agreement
(a vague word beside its number). No gold says which is right: an event of the archive is one place and day, a headline
often counts a province, a week, or other dead of the same day. `--misses` prints pairs of the half that is read, drawn
evenly, to be judged by eye: of 30, 18 were right and two doubtful; all ten wrong ones set the dead of several attacks
('across the country', 'bloodiest day') beside those of one.

UCDP GED: Sundberg and Melander (2013), Introducing the UCDP Georeferenced Event Dataset.
"""

import collections
from pathlib import Path

import polars as pl

from benchmarks.archives import HALVES, Row, command, half, rows
from benchmarks.claims import frame
from transforms.alignment import align
from transforms.claims.extract import extract_claims
from transforms.discrepancies.rules import BY_TYPE

SHOWN = 30
APART = "not comparable"


def pairs(corpora: Path, chosen: str | None) -> pl.DataFrame:
    """A row a pair of differing figures: event_id, relation, called, reason, and headline, outlet and published of each
    (suffixes _a and _b).
    """
    articles = [
        a
        for a in rows(corpora / "ucdp_ged" / "articles.jsonl.gz")
        if a["title"] and chosen in (None, half(a["event_id"]))
    ]
    known = frame(articles)
    event = {a["id"]: a["event_id"] for a in articles}
    claims = extract_claims(known).claims.with_columns(
        event_id=pl.col("article_id").replace_strict(event, return_dtype=pl.String)
    )
    killed = claims.filter((pl.col("kind") == "killed") & pl.col("anchor").is_not_null())
    headlines = pl.DataFrame(articles).select("outlet", "published", article_id="id", headline="title")
    told = killed.select("claim_id", "anchor", "article_id").join(headlines, on="article_id")
    called = {kind.value: rule.nature.name.lower() for kind, rule in BY_TYPE.items()}
    both = align(killed, known)
    for side in "ab":
        both = both.join(
            told.rename({c: f"{c}_{side}" for c in told.columns}), left_on=f"claim_{side}", right_on=f"claim_id_{side}"
        )
    return (
        both.filter((pl.col("anchor_a") != pl.col("anchor_b")) & (pl.col("outlet_a") != pl.col("outlet_b")))
        .with_columns(called=pl.col("relation").replace_strict(called, default=APART, return_dtype=pl.String))
        .unique(["event_id", "headline_a", "headline_b", "anchor_a", "anchor_b"], keep="first", maintain_order=True)
    )


def measure(corpora: Path, chosen: str | None) -> Row:
    """Number of pairs and events, and the shares, of all or of one half."""
    found = pairs(corpora, chosen)
    counts = collections.Counter(found["called"])
    return {
        "pairs": found.height,
        "events": found["event_id"].n_unique(),
        **{name: round(n / max(found.height, 1), 3) for name, n in sorted(counts.items())},
    }


def misses(corpora: Path) -> None:
    """Pairs of the half that is read, every so many of them in the order of their events."""
    found = pairs(corpora, HALVES[0]).sort("event_id", "claim_a", "claim_b")
    for row in found.gather_every(max(found.height // SHOWN, 1)).head(SHOWN).iter_rows(named=True):
        sides = " / ".join(f"{row[f'outlet_{s}']} {row[f'published_{s}']}: {row[f'headline_{s}']}" for s in "ab")
        print(f"{row['event_id']} {row['relation']} | {row['reason']} | {sides}")


if __name__ == "__main__":
    command(__doc__, measure, misses)
