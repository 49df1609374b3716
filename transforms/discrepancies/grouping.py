"""Pairs of claims to pairs of values: who carries which of the two, and what stands between them."""

from collections.abc import Collection

import polars as pl

from expectations.contracts.vocabulary import Kind, Relation
from transforms.discrepancies.rule import Apart

FINDING = ["event_id", "kind", "population", "scope", "type", "article", "apart"]
"""What makes a finding the same finding while its evidence grows; `article` is the article where all its claims stand
in one, `apart` what keeps findings of its type apart (Rule.apart)."""
VALUES = ["first", "second"]
"""The two values of a pair; `first` is the lower one, of words the one that sorts first."""


def ordered_pairs(
    pairs: pl.DataFrame, sides: pl.DataFrame, apart: dict[str, Apart], conflicts: Collection[str]
) -> pl.DataFrame:
    """A row a pair of claims: FINDING, VALUES, in_article, reason, and the columns of `sides` (sides.py) with
    the suffixes _first and _second; by time, and of one time the body before the headline.

    `pairs` are those of a discrepancy's type; `apart` says of each type what keeps its findings apart; `conflicts` are
    the types in which figures conflict.
    """
    columns = [c for c in sides.columns if c not in ("claim_id", "event_id")]
    own = sides.drop("event_id")
    left, right = (own.rename({c: f"{c}_{side}" for c in own.columns}) for side in "ab")
    joined = pairs.join(left, left_on="claim_a", right_on="claim_id_a").join(
        right, left_on="claim_b", right_on="claim_id_b"
    )
    swap = (
        pl.when(
            pl.col("point_a").is_not_null() & pl.col("point_b").is_not_null() & (pl.col("point_a") != pl.col("point_b"))
        )
        .then(pl.col("point_a") > pl.col("point_b"))
        .otherwise(pl.col("value_a") > pl.col("value_b"))
    )
    ordered = joined.with_columns(swap=swap).select(
        "event_id",
        "in_article",
        "reason",
        pl.col("relation").alias("type"),
        pl.when("swap").then("claim_b").otherwise("claim_a").alias("claim_first"),
        pl.when("swap").then("claim_a").otherwise("claim_b").alias("claim_second"),
        *(pl.when("swap").then(f"{c}_b").otherwise(f"{c}_a").alias(f"{c}_first") for c in columns),
        *(pl.when("swap").then(f"{c}_a").otherwise(f"{c}_b").alias(f"{c}_second") for c in columns),
    )
    return (
        _between_articles(ordered, sides, conflicts)
        .with_columns(
            kind=_kind(),
            population=pl.when(pl.col("population_first").eq_missing(pl.col("population_second"))).then(
                "population_first"
            ),
            scope=pl.when(~pl.col("total_first") & ~pl.col("total_second")).then(
                pl.min_horizontal("scope_first", "scope_second")
            ),
            article=pl.when("in_article").then("article_id_first"),
            apart=_apart(apart),
            first="value_first",
            second="value_second",
        )
        .sort(
            "time_first", "in_title_first", "time_second", "in_title_second", "claim_first", "claim_second",
            nulls_last=True,
        )
    )  # fmt: skip


def value_pairs(ordered: pl.DataFrame) -> pl.DataFrame:
    """A row a pair of values of a finding: FINDING, VALUES, in_article, low, high, gap, origins_first, origins_second,
    side_by_side, timed, explained, sureness, reason, and for message.py of each value's earliest pair: claim, shown,
    outlet, source, time_text with the suffixes _first and _second, and n_first, n_second (claims).
    """
    same_source = pl.col("source_first") == pl.col("source_second")
    quoted = ("claim", "shown", "outlet", "attributed_to", "time_text")
    return ordered.group_by(*FINDING, *VALUES, maintain_order=True).agg(
        pl.col("in_article").first(),
        low=pl.min_horizontal(pl.col("point_first").min(), pl.col("point_second").min()),
        high=pl.max_horizontal(pl.col("point_first").max(), pl.col("point_second").max()),
        gap=_gap(),
        origins_first=pl.col("origin_first").n_unique(),
        origins_second=pl.col("origin_second").n_unique(),
        n_first=pl.col("claim_first").n_unique(),
        n_second=pl.col("claim_second").n_unique(),
        side_by_side=(pl.col("in_article") & ~same_source).fill_null(value=False).all(),
        timed=(pl.col("in_article") | (pl.col("exact_time_first") & pl.col("exact_time_second"))).any(),
        explained=pl.col("corrects_first").any() | same_source.fill_null(value=False).any(),
        sureness=pl.min_horizontal(pl.col("sureness_first").max(), pl.col("sureness_second").max()),
        reason=pl.col("reason").first(),
        **{f"{c}_{side}": pl.col(f"{c}_{side}").first() for c in quoted for side in VALUES},
    )


def without_skipped_steps(found: pl.DataFrame) -> pl.DataFrame:
    """The pairs of values without those falls that others make up step by step: 12 → 8 beside 12 → 10 and 10 → 8."""
    run = [c for c in FINDING if c != "apart"]
    steps = found.filter(pl.col("type") == Relation.DOWNWARD_CORRECTION.value).select(*run, *VALUES)
    through = steps.join(steps, left_on=[*run, "second"], right_on=[*run, "first"], nulls_equal=True).select(
        *run, "first", second="second_right"
    )
    return found.join(through.unique(), on=[*run, *VALUES], how="anti", nulls_equal=True)


def _apart(apart: dict[str, Apart]) -> pl.Expr:
    """What keeps the finding apart from others of its kind and type; null where nothing does."""
    values = pl.concat_str("value_first", "value_second", separator="\x1f")
    source = pl.coalesce("source_first", "source_second")
    kept = {Apart.VALUES: values, Apart.SOURCE: source}
    out: pl.Expr = pl.lit(None, pl.String)
    for name, by in apart.items():
        if by in kept:
            out = pl.when(pl.col("type") == name).then(kept[by]).otherwise(out)
    return out


def _between_articles(pairs: pl.DataFrame, sides: pl.DataFrame, conflicts: Collection[str]) -> pl.DataFrame:
    """Without conflicts of two articles of which one carries the other's figure for the same people too.

    The two articles agree in that figure, and the difference stands inside the one: there it is a finding of its own,
    or its own words explain it. A bound ('many', 'dozens') is no figure carried.
    """
    counted = ("kind", "population", "counts", "value")
    carried = (
        sides.filter(pl.col("anchor").is_not_null()).with_columns(_counts("")).select("article_id", *counted).unique()
    )
    conflict = pl.col("type").is_in(list(conflicts)) & ~pl.col("in_article")
    inside = [
        pairs.filter(conflict)
        .with_columns(_counts(f"_{other}"))
        .join(
            carried,
            left_on=[f"article_id_{mine}", *(f"{c}_{other}" for c in counted)],
            right_on=["article_id", *counted],
            how="semi",
            nulls_equal=True,
        )
        .select("claim_first", "claim_second")
        for mine, other in (("first", "second"), ("second", "first"))
    ]
    return pairs.join(pl.concat(inside), on=["claim_first", "claim_second"], how="anti", maintain_order="left")


def _counts(side: str) -> pl.Expr:
    """Whether the figure is the whole; of a named population that is not told apart, both count that population."""
    return pl.when(pl.col(f"population{side}").is_null()).then(f"total{side}").alias(f"counts{side}")


def _gap() -> pl.Expr:
    first, second = pl.col("point_first").first(), pl.col("point_second").first()
    return pl.when(second > 0).then((second - first) / second)


def _kind() -> pl.Expr:
    """The kind of both; of two kinds the one that readers look for: killed, injured, missiles, intercepted."""
    first, second = pl.col("kind_first"), pl.col("kind_second")
    return (
        pl.when(first == second)
        .then(first)
        .when(pl.any_horizontal(pl.col("kind_first", "kind_second") == Kind.HOSPITALISED.value))
        .then(pl.lit(Kind.INJURED.value))
        .otherwise(pl.min_horizontal(first, second))
    )
