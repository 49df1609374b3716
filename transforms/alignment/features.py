"""One row a pair with everything that a rule may look at.

Columns, for each claim with suffix `_a` and `_b`: the claim's own fields, its article's `outlet`, `group` (origin),
and what alignment reckons of it: `point` (the number that stands for the figure), `least`, `most` (its interval,
'about' and 'nearly' widened), `starts`, `ends` (the time it speaks of), `cue` (direction of its change cue),
`first_seen`, `known_before`, `seen_later` (context.py), `source` (the name compared), `named` (the source is somebody
in particular), `dead`, `dead_and_missing`, `counts_injured`,
`counts_hospitalised`, `parts_sum` (sums.py).

Of the pair: `in_article`, `same_kind`, `numeric`, `same_source`, `same_population`, `same_scope`; `source_like`,
`scope_like`, `text_like` (0–1); `classes` (classes.py), `together` (one voice of the event asserts both classes);
`own_statement` (the one article is published by the source that the other names); `opposed` (one denies what the other
says); `a_to_b`, `b_to_a` (one sentence says from the one to the other); `parts_off`, `part_above_whole` (sums.py).

With suffix `_lower` and `_higher` some of them by size of `point`; `gap` (difference over the higher, 0–1), `meet`
(the intervals share a number), `order`: which came first, -1 the lower, 1 the higher, 0 not known (order.py).
"""

import polars as pl

from expectations.contracts.vocabulary import ACCOUNT_KINDS, Hedge, Stance
from transforms.alignment.classes import same_sentence, with_classes, with_together
from transforms.alignment.context import with_context
from transforms.alignment.order import told_order, with_established_order
from transforms.alignment.similarity import likeness
from transforms.alignment.sums import sum_features, with_dead_and_missing, with_parts_off
from transforms.alignment.times import window
from transforms.claims.lexicon import words_by_key
from transforms.discrepancies.cues import direction
from transforms.syndication.origins import with_origin

ABOUT = 0.1
"""How far 'about N' reaches on each side, as a share of N (contracts: 'around 90' is [81, 99])."""

_SIDED = (
    "point", "least", "most", "hedge", "starts", "ends", "cue", "first_seen", "first_seen_by", "known_before",
    "seen_later", "stance", "named", "own_words_time", "basis",
)  # fmt: skip


def prepared(claims: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """The claims with what alignment reckons of each alone (see the module's docstring)."""
    known = (
        with_origin(articles)
        .select("article_id", "outlet", "published_at", "published_precision", group="origin")
        .unique("article_id", keep="first", maintain_order=True)
    )
    unnamed = words_by_key("unnamed_sources", ("unnamed",))["unnamed"]
    anchor, hedge = pl.col("anchor"), pl.col("hedge")
    about = hedge == Hedge.ABOUT.value
    starts, ends = window()
    source = pl.coalesce("source_canonical", "attributed_to").str.to_lowercase().str.strip_prefix("the ")
    return (
        claims.join(known, on="article_id", how="left", maintain_order="left")
        .with_columns(
            starts=starts,
            ends=ends,
            cue=direction(),
            point=pl.coalesce("anchor", "low", "high"),
            # 'More than 12' softly allows 12, 'fewer than 12' likewise.
            least=pl.when(about)
            .then(pl.min_horizontal("low", (anchor * (1 - ABOUT)).floor().cast(pl.Int64)))
            .when(hedge == Hedge.MORE_THAN.value)
            .then(pl.min_horizontal("low", "anchor"))
            .when(hedge == Hedge.NEARLY.value)
            .then(pl.max_horizontal("low", (anchor * (1 - ABOUT)).floor().cast(pl.Int64)))
            .otherwise("low"),
            most=pl.when(about)
            .then(pl.max_horizontal("high", (anchor * (1 + ABOUT)).ceil().cast(pl.Int64)))
            .when(hedge == Hedge.LESS_THAN.value)
            .then(pl.max_horizontal("high", "anchor"))
            .otherwise("high"),
            source=source,
            named=source.is_not_null() & ~source.is_in(list(unnamed)),
            own_words_time=(pl.col("as_of").is_not_null() & (pl.col("as_of_basis") != "published")).fill_null(
                value=False
            ),
        )
        .pipe(with_context)
        .pipe(with_dead_and_missing)
        .pipe(with_parts_off)
    )


def features(ids: pl.DataFrame, claims: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """The pairs `ids` (event_id, claim_a, claim_b) with every feature; `claims` carries `family`."""
    sides = prepared(claims, articles).drop("event_id")
    pairs = ids.join(sides.rename({c: f"{c}_a" for c in sides.columns}), left_on="claim_a", right_on="claim_id_a").join(
        sides.rename({c: f"{c}_b" for c in sides.columns}), left_on="claim_b", right_on="claim_id_b"
    )
    pairs = likeness(pairs, "source_a", "source_b", "source_like")
    pairs = likeness(pairs, "scope_a", "scope_b", "scope_like")
    pairs = likeness(pairs, "value_text_a", "value_text_b", "text_like")
    return (
        pairs.pipe(with_classes)
        .pipe(with_together)
        .with_columns(_shared())
        .with_columns(_sized())
        .with_columns(_compared())
        .pipe(with_established_order)
        .with_columns(sum_features())
        .sort("event_id", "claim_a", "claim_b")
    )


def _shared() -> list[pl.Expr]:
    a, b = pl.col("population_a"), pl.col("population_b")
    denies = [pl.col(f"stance_{side}") == Stance.DENIES.value for side in "ab"]
    return [
        (pl.col("article_id_a") == pl.col("article_id_b")).alias("in_article"),
        (pl.col("kind_a") == pl.col("kind_b")).alias("same_kind"),
        (~pl.col("kind_a").is_in(list(ACCOUNT_KINDS))).alias("numeric"),
        a.eq_missing(b).alias("same_population"),
        (pl.col("scope_a").eq_missing(pl.col("scope_b")) | (pl.col("scope_like") >= 0.85).fill_null(value=False)).alias(
            "same_scope"
        ),
        (pl.col("named_a") & pl.col("named_b") & (pl.col("source_like") >= 0.9))
        .fill_null(value=False)
        .alias("same_source"),
        (denies[0] != denies[1]).alias("opposed"),
        (_speaks_for_itself("a", "b") | _speaks_for_itself("b", "a")).alias("own_statement"),
        (pl.col("point_a") > pl.col("point_b")).fill_null(value=False).alias("a_is_higher"),
        (same_sentence() & _from_to("a", "b")).fill_null(value=False).alias("a_to_b"),
        (same_sentence() & _from_to("b", "a")).fill_null(value=False).alias("b_to_a"),
    ]


def _from_to(first: str, second: str) -> pl.Expr:
    """The sentence says 'from FIRST to SECOND'."""
    phrase = pl.concat_str(pl.lit("from "), f"value_text_{first}", pl.lit(" to "), f"value_text_{second}")
    return pl.col("quote_a").str.contains(phrase, literal=True)


def _speaks_for_itself(voice: str, relay: str) -> pl.Expr:
    """The article of `voice` is published by the source that `relay` names, and speaks in its own voice."""
    name = pl.col(f"outlet_{voice}").str.to_lowercase().str.strip_prefix("the ")
    return (
        pl.col(f"attributed_to_{voice}").is_null() & pl.col(f"named_{relay}") & (name == pl.col(f"source_{relay}"))
    ).fill_null(value=False)


def _sized() -> list[pl.Expr]:
    swap = pl.col("a_is_higher")
    lower = [pl.when(swap).then(f"{c}_b").otherwise(f"{c}_a").alias(f"{c}_lower") for c in _SIDED]
    higher = [pl.when(swap).then(f"{c}_a").otherwise(f"{c}_b").alias(f"{c}_higher") for c in _SIDED]
    return lower + higher


def _compared() -> list[pl.Expr]:
    low, high = pl.col("point_lower"), pl.col("point_higher")
    meet = (pl.col("least_a") <= pl.col("most_b")).fill_null(value=True) & (
        pl.col("least_b") <= pl.col("most_a")
    ).fill_null(value=True)
    return [
        pl.when(high > 0).then((high - low) / high).otherwise(pl.when(high == low).then(0.0)).alias("gap"),
        meet.alias("meet"),
        told_order().alias("order"),
    ]
