"""Text to claims, in this order: scan, passages, sentences, article.

Rules only: lexicon, number grammar, clause-local roles. A claim is one figure (or target, perpetrator, cause) by one
source in one sentence; its evidence is the whole sentence or headline, verbatim.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

import polars as pl

from expectations.contracts.tables.claims import CLAIMS, RESIDUE
from expectations.contracts.vocabulary import Precision
from transforms.claims.asides import without_asides
from transforms.claims.carried import Counted
from transforms.claims.confidence import confidence
from transforms.claims.drafts import Draft, Remainder, row
from transforms.claims.passages import Candidate, candidates, english
from transforms.claims.places import wider
from transforms.claims.reading import Dated, Reading, read_passage
from transforms.claims.sources import canonical_names
from transforms.claims.speakers import resolve
from transforms.claims.totals import article_reasons, places_of_lead

VERSION = 2
"""Bumped when the reading changes: stored claims are then read anew."""

LEAD = 200
"""Code points of the text that count as its lead."""

INPUT = ("article_id", "revision", "title", "text", "published_at", "published_precision", "language")


@dataclass(frozen=True)
class Extraction:
    """`claims`: the contract's frame, event_id null, by article and place; `residue`: numbers that became no claim."""

    claims: pl.DataFrame
    residue: pl.DataFrame


def extract_claims(articles: pl.DataFrame) -> Extraction:
    """Reads articles.

    `articles`: article_id, revision, title, text, published_at, published_precision, language (others are ignored).
    Articles in another language than English give nothing. The order of the rows does not matter.
    """
    rows: list[dict[str, object]] = []
    rest: list[dict[str, object]] = []
    texts = pl.col("title", "text", "language").cast(pl.String)
    chosen = english(articles.select(INPUT).with_columns(texts)).sort("article_id")
    for index, found in groupby(candidates(chosen), key=lambda c: c.row):
        article_id, revision, title, text, at, precision, _ = chosen.row(index)
        published = Dated(at, Precision(precision) if precision else None)
        drafts, remainders = _read(list(found), title, text, published)
        rows.extend(_rows(drafts, article_id, revision))
        rest.extend(_rest(remainders, article_id, revision))
    claims = pl.DataFrame(rows, schema=CLAIMS.frame_schema, orient="row") if rows else CLAIMS.empty()
    residue = pl.DataFrame(rest, schema=RESIDUE.frame_schema, orient="row") if rest else RESIDUE.empty()
    return Extraction(claims, residue.unique(list(RESIDUE.key), keep="first", maintain_order=True))


def _read(
    found: list[Candidate], title: str | None, text: str, published: Dated
) -> tuple[list[Draft], list[Remainder]]:
    """Figures, headline and lead first: what else only tells of an attack is read where one of them gave a claim."""
    first: dict[int, Reading] = {}
    counted = Counted()
    for k, c in enumerate(found):
        if (
            c.harm
            or (c.carry and counted.last)
            or (c.attack and (c.passage.field == "title" or c.passage.start < LEAD))
        ):
            harm = c.harm or c.carry
            first[k] = read_passage(c.passage, published, counted, harm=harm, attack=c.attack)
            counted = counted.then(first[k].counted())
    if any(r.drafts for r in first.values()):
        for k, c in enumerate(found):
            if k not in first and c.attack:
                first[k] = read_passage(c.passage, published, harm=False)
    readings = [first[k] for k in sorted(first)]
    drafts = resolve(readings, text)
    places = places_of_lead(title, text)
    drafts = article_reasons(drafts, places)
    drafts = without_asides(drafts, places - {up for name in places for up in wider(name)})
    names = canonical_names(d.attributed_to for d in drafts if d.attributed_to is not None)
    finished = [
        d.with_(
            canonical=names.get(d.attributed_to) if d.attributed_to else None,
            confidence=confidence(d.rule),
        )
        for d in drafts
    ]
    return sorted(finished, key=lambda d: (d.place, d.end, d.kind, d.rule)), [r for x in readings for r in x.rest]


def _rows(drafts: list[Draft], article_id: str, revision: int) -> list[dict[str, object]]:
    seen: Counter[tuple[object, ...]] = Counter()
    out = []
    for draft in drafts:
        key = (draft.kind, draft.passage.field, draft.passage.text, draft.start, draft.end, draft.rule)
        out.append(row(draft, article_id, revision, seen[key]))
        seen[key] += 1
    return out


def _rest(remainders: list[Remainder], article_id: str, revision: int) -> list[dict[str, object]]:
    return [
        {
            "article_id": article_id,
            "revision": revision,
            "evidence_field": r.passage.field,
            "number_start": r.passage.start + r.start,
            "value_text": r.text,
            "reason": r.reason.value,
            "quote": r.passage.text,
        }
        for r in remainders
    ]
