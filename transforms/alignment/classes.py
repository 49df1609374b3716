"""How two targets, perpetrators or causes stand to each other in the ontology."""

from enum import StrEnum
from functools import cache

import polars as pl

from transforms.claims.lexicon import REFERENCE, read
from transforms.claims.ontology import ontology


class Classes(StrEnum):
    """Equal nodes, one more general than the other, rivals (they exclude each other), or merely different."""

    EQUAL = "equal"
    GENERAL = "general"
    RIVAL = "rival"
    DIFFERENT = "different"


def _relation(a: str, b: str) -> Classes:
    tree = ontology()
    if a == b:
        return Classes.EQUAL
    if a not in tree.nodes or b not in tree.nodes:
        return Classes.DIFFERENT
    if tree.related(a, b):
        return Classes.GENERAL
    return Classes.RIVAL if _rivals(a, b) else Classes.DIFFERENT


@cache
def _rivals(a: str, b: str) -> bool:
    tree = ontology()
    root = tree.root(a)
    if root == "target":
        return {tree.side(a), tree.side(b)} == {"civilian", "military"}
    lists = read(REFERENCE / "rivals.toml")
    if root == "party":
        # Siblings of one side may be one actor under two names only where one is the other's ancestor; that was asked.
        return all(_under(node, lists["parties"]) not in (None, node) for node in (a, b))
    found = [(_under(a, lists[name]), _under(b, lists[name])) for name in ("means", "intent", "models")]
    return any(x is not None and y is not None and x != y for x, y in found)


def _under(node: str, heads: list[str]) -> str | None:
    """The member of `heads` that the node is, or stands under."""
    return next((n for n in (node, *ontology().ancestors(node)) if n in heads), None)


def with_classes(pairs: pl.DataFrame) -> pl.DataFrame:
    """`pairs` with `classes`: how `value_class_a` and `value_class_b` stand to each other; null where one is null."""
    both = pairs.filter(pl.col("value_class_a").is_not_null() & pl.col("value_class_b").is_not_null())
    distinct = both.select("value_class_a", "value_class_b").unique()
    related = [_relation(a, b).value for a, b in distinct.iter_rows()]
    return pairs.join(
        distinct.with_columns(pl.Series("classes", related, dtype=pl.String)),
        on=["value_class_a", "value_class_b"],
        how="left",
        maintain_order="left",
    )


def same_sentence() -> pl.Expr:
    """Both claims stand in one sentence of one article."""
    return (
        (pl.col("article_id_a") == pl.col("article_id_b"))
        & (pl.col("evidence_field_a") == pl.col("evidence_field_b"))
        & (pl.col("evidence_start_a") == pl.col("evidence_start_b"))
    )


def with_together(pairs: pl.DataFrame) -> pl.DataFrame:
    """`pairs` with `together`: some article of the event asserts both classes in one voice.

    A voice does not dispute itself: it tells of parties that acted together, of several things hit, or of another act.
    """
    one_voice = (
        (pl.col("article_id_a") == pl.col("article_id_b"))
        & (pl.col("kind_a") == pl.col("kind_b"))
        & (pl.col("stance_a") == pl.col("stance_b"))
        & pl.col("source_a").eq_missing(pl.col("source_b"))
    )
    low = pl.min_horizontal("value_class_a", "value_class_b")
    high = pl.max_horizontal("value_class_a", "value_class_b")
    keyed = pairs.with_columns(class_low=low, class_high=high)
    seen = (
        keyed.filter(one_voice & pl.col("classes").is_not_null())
        .select("event_id", "kind_a", "class_low", "class_high", together=pl.lit(value=True))
        .unique()
    )
    return (
        keyed.join(seen, on=["event_id", "kind_a", "class_low", "class_high"], how="left", maintain_order="left")
        .with_columns(pl.col("together").fill_null(value=False))
        .drop("class_low", "class_high")
    )
