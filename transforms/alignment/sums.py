"""What adds up inside one article: wholes and parts, dead and missing."""

import polars as pl

from expectations.contracts.vocabulary import Hedge, Kind

_DISJOINT = (("men", "women", "children"), ("adults", "children"))
"""Populations that together are everyone; each list is a way to divide people."""


def with_dead_and_missing(claims: pl.DataFrame) -> pl.DataFrame:
    """Claims with `dead` and `dead_and_missing`: the article's highest totals; null unless it gives both.

    And with `volley`: its missiles and drones together, null unless it counts both; with `counts_injured` and
    `counts_hospitalised`: whether the article has figures of that kind.
    """
    kinds = claims.group_by("article_id").agg(
        counts_injured=(pl.col("kind") == Kind.INJURED.value).any(),
        counts_hospitalised=(pl.col("kind") == Kind.HOSPITALISED.value).any(),
    )
    totals = claims.filter("is_event_total").group_by("article_id").agg(
        dead=pl.col("anchor").filter(pl.col("kind") == Kind.KILLED.value).max(),
        lost=pl.col("anchor").filter(pl.col("kind") == Kind.MISSING.value).max(),
        volley=pl.col("anchor").filter(pl.col("kind") == Kind.MISSILES.value).max()
        + pl.col("anchor").filter(pl.col("kind") == Kind.DRONES.value).max(),
    )  # fmt: skip
    return claims.join(
        totals.select("article_id", "dead", "volley", dead_and_missing=pl.col("dead") + pl.col("lost")),
        on="article_id",
        how="left",
        maintain_order="left",
    ).join(kinds, on="article_id", how="left", maintain_order="left")


def with_parts_off(claims: pl.DataFrame) -> pl.DataFrame:
    """Claims with `parts_sum`: what the parts named in the same sentence as a total add up to, where they must add up.

    Parts are figures of the same kind, article and sentence with distinct populations of one way to divide people.
    They must not exceed the whole, and where all populations of that way are named they must reach it. Null for every
    claim that is no such whole or part, or where the sum fits.
    """
    sentence = ["event_id", "article_id", "kind", "evidence_field", "evidence_start"]
    exact = claims.filter((pl.col("hedge") == Hedge.EXACT.value) & pl.col("anchor").is_not_null())
    wholes = exact.filter(pl.col("is_event_total") & pl.col("population").is_null()).group_by(sentence).agg(
        whole=pl.col("anchor").max()
    )  # fmt: skip
    found: list[pl.DataFrame] = []
    for division in _DISJOINT:
        parts = exact.filter(pl.col("population").is_in(division)).group_by(sentence).agg(
            parts_sum=pl.col("anchor").sum(), named=pl.col("population").n_unique(), members=pl.len()
        )  # fmt: skip
        off = (pl.col("parts_sum") > pl.col("whole")) | (
            (pl.col("named") == len(division)) & (pl.col("parts_sum") != pl.col("whole"))
        )
        usable = (pl.col("named") >= 2) & (pl.col("named") == pl.col("members"))
        found.append(parts.join(wholes, on=sentence).filter(usable & off).select(*sentence, "parts_sum"))
    wrong = pl.concat(found).unique(sentence, keep="first", maintain_order=True)
    return claims.join(wrong, on=sentence, how="left", maintain_order="left")


def sum_features() -> list[pl.Expr]:
    """`parts_off` and `part_above_whole` over the pair features."""
    a_whole = pl.col("is_event_total_a") & ~pl.col("is_event_total_b")
    b_whole = pl.col("is_event_total_b") & ~pl.col("is_event_total_a")
    here = pl.col("in_article") & pl.col("same_kind") & pl.col("numeric")
    sentence = (pl.col("evidence_field_a") == pl.col("evidence_field_b")) & (
        pl.col("evidence_start_a") == pl.col("evidence_start_b")
    )
    off = (
        here
        & sentence
        & (a_whole | b_whole)
        & pl.col("parts_sum_a").is_not_null()
        & pl.col("parts_sum_b").is_not_null()
    )
    part_population = pl.when(a_whole).then("population_b").when(b_whole).then("population_a")
    whole_population = pl.when(a_whole).then("population_a").when(b_whole).then("population_b")
    scopes = pl.col("same_scope") | pl.col("scope_a").is_null() | pl.col("scope_b").is_null()
    larger = (
        pl.when(a_whole)
        .then(pl.col("least_b") > pl.col("most_a"))
        .when(b_whole)
        .then(pl.col("least_a") > pl.col("most_b"))
        .otherwise(pl.lit(value=False))
    )
    above = here & sentence & scopes & part_population.is_not_null() & whole_population.is_null() & larger
    return [off.fill_null(value=False).alias("parts_off"), above.fill_null(value=False).alias("part_above_whole")]
