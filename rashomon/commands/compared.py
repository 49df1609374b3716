"""A comparison as tables for people, as one dictionary for programs, and as a page."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import Any

import polars as pl

from expectations.contracts import BY_NAME
from expectations.contracts.vocabulary import FAMILY, Family, Severity
from rashomon.commands.output import counted, plain, print_table
from rashomon.errors import InputError
from reports.figures import in_symbols, number
from reports.labels import labels
from reports.pages import single_page
from reports.rows import Figured
from reports.times import stamp
from transforms.comparison import Comparison
from warehouse.connect import writer
from warehouse.load import merge

COUNTS = [kind.value for kind, family in FAMILY.items() if family is not Family.ACCOUNT]
LONGEST_QUOTE = 300
ESTIMATE = ["kind", "profile", "low", "best", "high", "rule"]


def as_dictionary(found: Comparison) -> dict[str, Any]:
    """The frames as lists of rows, articles without their texts."""
    named = {field.name: getattr(found, field.name) for field in fields(found)}
    return {name: frame.drop("text", "extra", strict=False).to_dicts() for name, frame in named.items()}


@contextmanager
def stored(found: Comparison) -> Iterator[Path]:
    """The frames as a warehouse that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "one.duckdb"
        with writer(path) as con:
            for field in fields(found):
                merge(con, BY_NAME[field.name], getattr(found, field.name), "compare")
        yield path


def write_page(found: Comparison, file: Path) -> None:
    """The event's page. Raises InputError where the file cannot be written."""
    with stored(found) as path:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            single_page(path, file)
        except OSError as error:
            raise InputError(str(file), error.strerror or str(error)) from None


def print_comparison(found: Comparison) -> None:
    """Figures by outlet, findings, estimates."""
    event = found.events.row(0, named=True)
    print(
        f"{counted(event['n_articles'], 'article')} by {counted(event['n_outlets'], 'outlet')}, "
        f"{counted(event['n_independent_sources'], 'independent origin')}: {plain(event['title'])}\n"
    )
    print_table(["outlet", "published", "kind", "figure", "source", "as of"], _figures(found), "Figures of the event")
    print()
    print_table(["kind", "figure", "carried by", "origins"], _origins(found), "Whom each figure comes from")
    print()
    _print_findings(found)
    print()
    print_table(ESTIMATE, estimate_rows(found.event_estimates), "Estimates")


def _figured(row: dict[str, Any]) -> str:
    return in_symbols(Figured(**{name: row[name] for name in ("low", "high", "anchor", "hedge", "value_text")}))


def _figures(found: Comparison) -> list[tuple[object, ...]]:
    order = {kind: place for place, kind in enumerate(COUNTS)}
    known = found.articles.select("article_id", "outlet", "published_at", "published_precision")
    totals = (
        found.claims.filter(pl.col("is_event_total") & pl.col("kind").is_in(COUNTS))
        .join(known, on="article_id")
        .with_columns(place=pl.col("kind").replace_strict(order, return_dtype=pl.Int64))
        .sort("place", "published_at", "outlet", "evidence_start", "claim_id", nulls_last=True)
    )
    rows = [
        (
            row["outlet"],
            _time(row["published_at"], row["published_precision"]),
            row["kind"] if row["population"] is None else f"{row['kind']} ({row['population']})",
            _figured(row) + ("" if row["stance"] == "asserts" else f" ({row['stance']})"),
            row["source_canonical"] or row["attributed_to"],
            _time(row["as_of"], row["as_of_precision"]),
        )
        for row in totals.to_dicts()
    ]
    return list(dict.fromkeys(rows))


def _origins(found: Comparison) -> list[tuple[object, ...]]:
    order = {kind: place for place, kind in enumerate(COUNTS)}
    rows = sorted(found.figure_origins.to_dicts(), key=lambda f: (order[f["kind"]], -f["n_outlets"], f["figure"]))
    return [
        (f["kind"], number(f["figure"]), counted(f["n_articles"], "article"), f["reason"])
        for f in rows
    ]  # fmt: skip


def _time(at: datetime | None, precision: str | None) -> str:
    known = stamp(at, precision)
    return "" if known is None else known.text


def _print_findings(found: Comparison) -> None:
    claims = {row["claim_id"]: row for row in found.claims.to_dicts()}
    outlets = dict(found.articles.select("article_id", "outlet").iter_rows())
    order = {severity.value: place for place, severity in enumerate(Severity)}
    rows = sorted(
        found.discrepancies.to_dicts(), key=lambda d: (order[d["severity"]], -d["confidence"], d["discrepancy_id"])
    )
    print(f"{counted(len(rows), 'finding')}")
    for row in rows:
        print(f"\n{row['severity']}: {labels().types[row['type']]} ({row['type']}): {plain(row['explanation'])}")
        for claim in _two(row["claim_ids"], claims):
            quote = plain(" ".join(claim["quote"].split()))
            shown = quote if len(quote) <= LONGEST_QUOTE else f"{quote[:LONGEST_QUOTE]}…"
            print(f"  {plain(outlets[claim['article_id']])}: “{shown}”")


def _two(ids: list[str], claims: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """One claim of each of the values that differ; the body before the headline, since it says by whom and when."""
    held = sorted((claims[claim_id] for claim_id in ids), key=lambda claim: claim["evidence_field"] == "title")
    first = held[0]
    said = ("kind", "anchor", "low", "high", "hedge", "value_class", "stance", "source_canonical")
    other = next((claim for claim in held[1:] if any(claim[name] != first[name] for name in said)), None)
    return [first] if other is None else [first, other]


def estimate_rows(estimates: pl.DataFrame) -> list[tuple[object, ...]]:
    """Rows of event_estimates under the columns of ESTIMATE, people first."""
    order = {kind: place for place, kind in enumerate(COUNTS)}
    rows = sorted(estimates.to_dicts(), key=lambda e: (order.get(e["kind"], 99), e["profile"]))
    return [
        (e["kind"], e["profile"], _end(e["low"]), _end(e["best"]), _end(e["high"]), e["rule"])
        for e in rows
    ]  # fmt: skip


def _end(value: int | None) -> str:
    return "" if value is None else number(value)
