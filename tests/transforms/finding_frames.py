"""Claims and articles of tests, written in few words."""

from datetime import UTC, datetime, timedelta
from typing import Any

import polars as pl

from expectations.contracts.tables.claims import CLAIMS

NOON = "2031-05-04T12:00"


def interval(anchor: int | None, hedge: str) -> tuple[int | None, int | None]:
    """Bounds as the contract has them."""
    if anchor is None:
        return None, None
    bounds: dict[str, tuple[int | None, int | None]] = {
        "exact": (anchor, anchor),
        "at_least": (anchor, None),
        "more_than": (anchor + 1, None),
        "up_to": (None, anchor),
        "less_than": (None, anchor - 1),
        "nearly": (None, anchor),
        "about": (anchor * 9 // 10, -(-anchor * 11 // 10)),
    }
    return bounds[hedge]


def moment(at: str) -> tuple[datetime | None, str | None]:
    """'' is unknown, a date a day, else minutes."""
    if not at:
        return None, None
    return datetime.fromisoformat(at).replace(tzinfo=UTC), "day" if len(at) == 10 else "minute"


def frames(*specs: dict[str, Any], event: str = "e_1") -> tuple[pl.DataFrame, pl.DataFrame]:
    """Claims and articles of the specs; claim ids are c0, c1, … in order, articles a0, a1, … unless named.

    Keys: figure, anchor, low, high, hedge, kind, class, population, scope, total, why (total_reason), source, stance,
    cue, word (harm_word), older, at, when (the words that date the figure), printed (publication; else `at`), article,
    outlet, origin, quote, basis, field, start, confidence, id, rule.
    """
    claims, articles = [], {}
    for index, spec in enumerate(specs):
        article = spec.get("article", f"a{index}")
        at, precision = moment(spec.get("at", NOON))
        older = spec.get("older", False)
        account = spec.get("kind") in ("target", "perpetrator", "cause")
        hedge = spec.get("hedge", None if account else "exact")
        low, high = interval(spec.get("anchor"), hedge) if hedge and hedge != "vague" else (None, None)
        figure = spec.get("figure", str(spec.get("anchor")))
        quote = spec.get("quote", f"Sentence {index} has {figure} in it.")
        start = spec.get("start", 0 if "quote" in spec else 100 * index)
        claims.append(
            {
                "claim_id": spec.get("id", f"c{index}"), "article_id": article, "revision": 1,
                "event_id": spec.get("event", event), "kind": spec.get("kind", "killed"), "low": spec.get("low", low),
                "high": spec.get("high", high), "anchor": spec.get("anchor"), "hedge": hedge, "value_text": figure,
                "value_class": spec.get("class"), "population": spec.get("population"), "scope": spec.get("scope"),
                "basis": spec.get("basis", "stated"), "is_event_total": spec.get("total", True),
                "total_reason": spec.get("why"), "attributed_to": spec.get("source"),
                "source_canonical": spec.get("source"), "cue": None, "stance": spec.get("stance", "asserts"),
                "as_of": None if older else at, "as_of_precision": None if older else precision,
                "as_of_basis": "earlier figure" if older else (spec.get("when", "published") if at else None),
                "change_cue": spec.get("cue"), "harm_word": spec.get("word"),
                "evidence_field": spec.get("field", "text"), "evidence_start": start,
                "evidence_end": start + len(quote), "quote": quote, "value_start": max(quote.find(figure), 0),
                "value_end": max(quote.find(figure), 0) + len(figure), "confidence": spec.get("confidence", 0.9),
                "rule": spec.get("rule", "test"),
            }
        )  # fmt: skip
        published, published_precision = moment(spec["printed"]) if "printed" in spec else (at, precision)
        articles[article] = {
            "article_id": article, "outlet": spec.get("outlet", f"{article}.example"), "url": None, "title": None,
            "published_at": published, "published_precision": published_precision, "wire_credit": None,
            "syndication_group": spec.get("origin", article), "language": "en",
        }  # fmt: skip
    stamp = pl.Datetime("us", "UTC")
    frame = pl.DataFrame(claims, infer_schema_length=None).with_columns(pl.col("as_of").cast(stamp))
    known = pl.DataFrame(list(articles.values()), infer_schema_length=None).with_columns(
        pl.col("published_at").cast(stamp)
    )
    return CLAIMS.conform(frame), known


def later(hours: float) -> str:
    """A time so many hours after NOON."""
    return (datetime.fromisoformat(NOON) + timedelta(hours=hours)).isoformat(timespec="minutes")
