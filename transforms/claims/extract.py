"""Text to claims, in this order: scan, passages, sentences, article.

Rules only: lexicon, number grammar, clause-local roles. A claim is one figure (or target, perpetrator, cause) by one
source in one sentence; its evidence is the whole sentence or headline, verbatim.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter

import polars as pl

from expectations.contracts.tables.claims import CLAIMS, RESIDUE
from expectations.contracts.vocabulary import Precision
from transforms.claims.asides import with_asides
from transforms.claims.carried import Counted
from transforms.claims.confidence import confidence
from transforms.claims.deep import Parser, deepened
from transforms.claims.drafts import Draft, Remainder, row
from transforms.claims.language import parted
from transforms.claims.lexicon import in_language
from transforms.claims.passages import Candidate, Candidates
from transforms.claims.places import wider
from transforms.claims.reading import Dated, Reading, read_passage
from transforms.claims.sources import canonical_names
from transforms.claims.speakers import resolve
from transforms.claims.surnames import with_surnames
from transforms.claims.times import dateline_of
from transforms.claims.totals import article_reasons, places_of_lead

VERSION = 4
"""Bumped when the reading changes: stored claims are then read anew."""

SLICE = 500
"""Articles looked at together: memory stays bounded, and a scan of so many costs no more an article."""

INPUT = ("article_id", "revision", "title", "text", "published_at", "published_precision", "language")


@dataclass(frozen=True)
class Extraction:
    """`claims`: the contract's frame, event_id null, by article and place; `residue`: numbers that became no claim."""

    claims: pl.DataFrame
    residue: pl.DataFrame


def extract_claims(articles: pl.DataFrame, parser: Parser | None = None, *, residue: bool = True) -> Extraction:
    """Reads articles.

    `articles`: article_id, revision, title, text, published_at, published_precision, language (others are ignored).
    `parser`: asked for the numbers that no rule claimed; without one they stay unclaimed.
    `residue`: whether these are told of; else that frame is empty.
    Articles in a language that has no folder in the lexicon give nothing. The order of the rows does not matter.
    """
    rows: list[dict[str, object]] = []
    rest: list[dict[str, object]] = []
    texts = pl.col("title", "text", "language").cast(pl.String)
    for language, chosen in parted(articles.select(INPUT).with_columns(texts)):
        with in_language(language):
            for part in chosen.sort("article_id").iter_slices(SLICE):
                for at, readings in _readings(part, parser, residue=residue):
                    article_id, revision, title, text, *_ = part.row(at)
                    rows.extend(_rows(_finished(readings, title, text), article_id, revision))
                    if residue:
                        rest.extend(_rest([r for x in readings for r in x.rest], article_id, revision))
    # Each language is read in the order of the articles; together they are once more.
    rows.sort(key=itemgetter("article_id"))
    rest.sort(key=itemgetter("article_id"))
    claims = pl.DataFrame(rows, schema=CLAIMS.frame_schema, orient="row") if rows else CLAIMS.empty()
    left = pl.DataFrame(rest, schema=RESIDUE.frame_schema, orient="row") if rest else RESIDUE.empty()
    return Extraction(claims, left.unique(list(RESIDUE.key), keep="first", maintain_order=True))


def _readings(articles: pl.DataFrame, parser: Parser | None, *, residue: bool) -> Iterator[tuple[int, list[Reading]]]:
    """The readings of each article that has any, in the order of its text.

    Figures, headline and lead first: what else only tells of an attack is read where one of them gave a claim.
    """
    candidates = Candidates(articles)
    dates = [_dated(*d) for d in articles.select("published_at", "published_precision", "text").iter_rows()]
    read: dict[int, list[tuple[Candidate, Reading]]] = {}
    left: list[Candidate] = []
    for at, found in groupby(candidates.first(), key=lambda c: c.row):
        read[at] = _read_first(list(found), dates[at], left, rest=residue or parser is not None)
    if parser is not None:
        read = _parsed(read, dates, parser)
    alive = {at for at, readings in read.items() if any(r.drafts for _, r in readings)}
    for c in (*left, *candidates.further(alive)):
        if c.row in alive:
            read[c.row].append((c, read_passage(c.passage, dates[c.row], harm=False)))
    for at, readings in read.items():
        yield at, [r for _, r in sorted(readings, key=lambda x: x[0].place)]


def _parsed(
    read: dict[int, list[tuple[Candidate, Reading]]], dates: list[Dated], parser: Parser
) -> dict[int, list[tuple[Candidate, Reading]]]:
    """The same with what a parse adds, in one go: parsers are fast in batches only."""
    flat = [(at, c, reading) for at, readings in read.items() for c, reading in readings]
    new = deepened([(c.passage, dates[at], reading) for at, c, reading in flat], parser)
    out: dict[int, list[tuple[Candidate, Reading]]] = {}
    for (at, c, _), reading in zip(flat, new, strict=True):
        out.setdefault(at, []).append((c, reading))
    return out


def _read_first(
    found: list[Candidate], published: Dated, left: list[Candidate], *, rest: bool
) -> list[tuple[Candidate, Reading]]:
    """Those that are read in any case; of the others, those that tell an account are added to `left`."""
    out = []
    counted = Counted()
    for c in found:
        if c.harm or (c.carry and counted.last) or (c.attack and c.passage.leads):
            reading = read_passage(c.passage, published, counted, harm=c.harm or c.carry, attack=c.attack, rest=rest)
            counted = counted.then(reading.counted())
            out.append((c, reading))
        elif c.attack:
            left.append(c)
    return out


def _dated(at: datetime | None, precision: str | None, text: str) -> Dated:
    return Dated(at, Precision(precision) if precision else None, dateline_of(text, at))


def _finished(readings: list[Reading], title: str | None, text: str) -> list[Draft]:
    """The claims of an article: sources, what is no total, what is told in passing, canonical names, confidence."""
    if not any(r.drafts for r in readings):
        return []
    drafts = with_surnames(resolve(readings, text), text)
    places = places_of_lead(title, text)
    drafts = article_reasons(drafts, places)
    drafts = with_asides(drafts, places - {up for name in places for up in wider(name)})
    names = canonical_names(d.attributed_to for d in drafts if d.attributed_to is not None)
    finished = [
        d.with_(
            canonical=names.get(d.attributed_to) if d.attributed_to else None,
            confidence=confidence(d.rule),
        )
        for d in drafts
    ]
    return sorted(finished, key=lambda d: (d.place, d.end, d.kind, d.rule))


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
