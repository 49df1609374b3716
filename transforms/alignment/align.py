"""Claims to pairs with their relation: gate first, then the rules in their order."""

from dataclasses import dataclass

import polars as pl

from expectations.contracts.tables.findings import CLAIM_PAIRS
from expectations.contracts.vocabulary import Relation
from transforms.alignment.features import features
from transforms.alignment.gate import gate
from transforms.alignment.pairing import pair_ids, with_family
from transforms.discrepancies.rules import RULES


@dataclass(frozen=True, slots=True)
class Params:
    """Weights of the aspects in `similarity`; they sum to 1. An aspect that neither claim names counts as alike."""

    kind: float = 0.30
    value: float = 0.25
    population: float = 0.10
    scope: float = 0.10
    source: float = 0.10
    time: float = 0.15


def align(claims: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Every pair of claims of one event and kind family with similarity, relation and reason.

    `claims` has the schema of the claims table with event_id set (rows without an event, and kinds without a family,
    are left out); `articles` one row an article. Returns CLAIM_PAIRS.frame_schema, sorted by its key, the same for
    every order of the input. Raises polars.exceptions.ColumnNotFoundError where a column is missing.
    """
    usable = with_family(claims)
    ids = pair_ids(usable)
    if ids.is_empty():
        return CLAIM_PAIRS.empty()
    return CLAIM_PAIRS.conform(related(features(ids, usable, articles)))


def related(pairs: pl.DataFrame, params: Params = Params()) -> pl.DataFrame:
    """The pair features with `gate`, `similarity`, `relation` and `reason`."""
    pairs = pairs.with_columns(gate=gate(), similarity=_similarity(params))
    matched = pairs.with_columns(rule.matches().fill_null(value=False).alias(f"is_{rule.type}") for rule in RULES)
    relation = pl.coalesce(
        *(pl.when(f"is_{rule.type}").then(pl.lit(rule.type.value)) for rule in RULES),
        pl.lit(Relation.NOT_COMPARABLE.value),
    )
    reason = pl.coalesce(
        *(pl.when(f"is_{rule.type}").then(rule.reason()) for rule in RULES),
        "gate",
        pl.lit("nothing in the two claims says how they stand to each other"),
    )
    return matched.with_columns(relation=relation, reason=reason).drop(f"is_{rule.type}" for rule in RULES)


def _similarity(params: Params) -> pl.Expr:
    value = pl.when("numeric").then(1.0 - pl.col("gap")).otherwise("text_like").fill_null(0.5)
    days = (pl.col("starts_a") - pl.col("starts_b")).abs().dt.total_hours() / 24.0
    aspects = (
        pl.col("same_kind").cast(pl.Float64) * params.kind,
        value * params.value,
        pl.col("same_population").cast(pl.Float64) * params.population,
        pl.when("same_scope").then(1.0).otherwise(pl.col("scope_like").fill_null(0.5)) * params.scope,
        pl.when(pl.col("source_a").is_null() & pl.col("source_b").is_null())
        .then(1.0)
        .otherwise(pl.col("source_like").fill_null(0.5))
        * params.source,
        (1.0 / (1.0 + days)).fill_null(0.5) * params.time,
    )
    return pl.sum_horizontal(*aspects).clip(0.0, 1.0).round(4)
