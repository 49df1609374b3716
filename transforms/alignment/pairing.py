"""Which claims are set beside each other: all of one event and one kind family, less where there are too many."""

from dataclasses import dataclass

import polars as pl

from expectations.contracts.vocabulary import FAMILY


@dataclass(frozen=True, slots=True)
class Params:
    """`full_limit`: with more claims of a kind in one event than this, pairs are made against representatives only."""

    full_limit: int = 500


_GROUP = (
    "event_id", "kind", "anchor", "low", "high", "hedge", "population", "scope", "source_canonical", "value_class",
)  # fmt: skip


def with_family(claims: pl.DataFrame) -> pl.DataFrame:
    """Claims that have an event and a family of kinds, with the column `family`."""
    families = {kind.value: family.value for kind, family in FAMILY.items()}
    return claims.filter(pl.col("event_id").is_not_null()).with_columns(
        family=pl.col("kind").replace_strict(families, default=None, return_dtype=pl.String)
    ).filter(pl.col("family").is_not_null())  # fmt: skip


def pair_ids(claims: pl.DataFrame, params: Params = Params()) -> pl.DataFrame:
    """Pairs as event_id, claim_a, claim_b with claim_a < claim_b, sorted, each once; `claims` carries `family`.

    A group holds claims of one event with equal kind, figure, hedge, population, scope and source; its
    representative is the claim with the smallest id.
    """
    crowded = pl.len().over("event_id", "kind") > params.full_limit
    figure = pl.when(pl.col("anchor").is_null() & pl.col("low").is_null() & pl.col("high").is_null())
    sides = claims.select(
        "event_id",
        "family",
        "claim_id",
        crowded.any().over("event_id", "family").alias("crowded"),
        (pl.col("claim_id") == pl.col("claim_id").min().over(*_GROUP, figure.then("value_text"))).alias("stands"),
    )
    plain = sides.filter(~pl.col("crowded"))
    dense = sides.filter("crowded")
    joined = pl.concat(
        [
            plain.join(plain, on=["event_id", "family"], suffix="_b").select("event_id", "claim_id", "claim_id_b"),
            dense.join(dense.filter("stands"), on=["event_id", "family"], suffix="_b").select(
                "event_id", "claim_id", "claim_id_b"
            ),
        ]
    ).filter(pl.col("claim_id") != pl.col("claim_id_b"))
    return (
        joined.select(
            "event_id",
            claim_a=pl.min_horizontal("claim_id", "claim_id_b"),
            claim_b=pl.max_horizontal("claim_id", "claim_id_b"),
        )
        .unique()
        .sort("event_id", "claim_a", "claim_b")
    )
