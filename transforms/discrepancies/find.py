"""Pairs to findings: one finding for all values of a kind that differ in one way, whoever carries them."""

import polars as pl

from expectations.contracts.tables.findings import DISCREPANCIES
from expectations.contracts.vocabulary import NOT_A_DISCREPANCY, Relation
from transforms.discrepancies.grouping import FINDING, ordered_pairs, value_pairs, without_skipped_steps
from transforms.discrepancies.identity import with_identity
from transforms.discrepancies.merging import merged
from transforms.discrepancies.message import explanation
from transforms.discrepancies.omission import omissions
from transforms.discrepancies.rule import Nature
from transforms.discrepancies.rules import BY_TYPE, natured
from transforms.discrepancies.sides import sides

VERSION = 3
"""Raised when pairs are grouped into findings in another way."""

SCHEMA = {
    name: dtype
    for name, dtype in DISCREPANCIES.frame_schema.items()
    if name not in ("first_seen", "last_seen", "status")
}
"""What `find` gives: the discrepancies table without the columns that only the warehouse knows."""


def find(pairs: pl.DataFrame, claims: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Findings of SCHEMA, sorted by discrepancy_id.

    `pairs` is what `align` gives for the same claims and articles. Pairs of one event, kind, population, scope and type
    are one finding, with a group of claims for each value (within one article a finding of its own); Rule.apart says
    which types keep values or sources apart. The two claims that the explanation quotes stand first in claim_ids.
    Raises polars.exceptions.ColumnNotFoundError where a column is missing.
    """
    rest = pairs.filter(~pl.col("relation").is_in(sorted(NOT_A_DISCREPANCY)))
    if rest.is_empty():
        return pl.DataFrame(schema=SCHEMA)
    apart = {rule_type.value: rule.apart for rule_type, rule in BY_TYPE.items()}
    known = sides(claims, articles)
    ordered = ordered_pairs(rest, known, apart, natured(Nature.CONFLICT))
    ranked = without_skipped_steps(value_pairs(ordered)).with_columns(
        severity=_by_type("severity"),
        confidence=(pl.col("sureness") * _by_type("confidence")).clip(0.0, 1.0).round(4),
    )
    found = merged(ranked, ordered).with_columns(explanation=explanation())
    lacking = omissions(ordered, known, natured(Nature.DISPUTE))
    if not lacking.is_empty():
        rule = BY_TYPE[Relation.OMISSION]
        rated = lacking.with_columns(
            severity=rule.severity(), confidence=(pl.col("sureness") * rule.confidence).round(4)
        )
        found = pl.concat([found, rated], how="diagonal_relaxed")
    return (
        with_identity(found, {rule_type: rule.version for rule_type, rule in BY_TYPE.items()}, FINDING)
        .select(pl.col(name).cast(dtype) for name, dtype in SCHEMA.items())
        .sort("discrepancy_id")
    )


def _by_type(what: str) -> pl.Expr:
    """The severity or confidence that the rule of each row's type gives."""
    out: pl.Expr = pl.lit(None)
    for rule_type, rule in BY_TYPE.items():
        given = rule.severity() if what == "severity" else pl.lit(rule.confidence)
        out = pl.when(pl.col("type") == rule_type.value).then(given).otherwise(out)
    return out
