"""How many independent origins carry each figure: at last the source it is quoted from.

'7 outlets, 1 origin: State Emergency Service'. The figure of an origin (origins.py) comes from the sources that its
articles name for it; where none is named, or nobody in particular ('officials'), it is the origin's own.
"""

import polars as pl

from expectations.contracts.catalogue import BY_NAME
from expectations.contracts.vocabulary import FAMILY, Family, Stance
from transforms.claims.lexicon import words_by_key
from transforms.syndication.agencies import by_credit
from transforms.syndication.origins import with_origin

FIGURE_ORIGINS = BY_NAME["figure_origins"]
_COUNTED = [kind.value for kind, family in FAMILY.items() if family is not Family.ACCOUNT]
_FIGURE = ["event_id", "kind", "figure"]


def _figures(claims: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Event totals with figure, outlet, origin and `quoted` (the named source, an agency by its one name)."""
    unnamed = list(words_by_key("unnamed_sources", ("unnamed",))["unnamed"])
    source = pl.coalesce("source_canonical", "attributed_to")
    plain = source.str.replace("^[Tt]he ", "")
    # 'local officials in Kyiv' are officials.
    head = plain.str.replace(r" (?:in|of|from|at) .*$", "").str.split(" ").list.last()
    nobody = plain.str.to_lowercase().is_in(unnamed) | (head.is_in(unnamed) & ~plain.str.contains(r"^\p{Lu}"))
    known = with_origin(articles).select("article_id", "outlet", "origin").unique("article_id", keep="first")
    return (
        claims.filter(
            pl.col("event_id").is_not_null()
            & pl.col("kind").is_in(_COUNTED)
            & pl.col("is_event_total")
            & pl.col("population").is_null()
            & (pl.col("stance") != Stance.DENIES.value)
        )
        .join(known, on="article_id", how="inner")
        .with_columns(
            figure=pl.coalesce("anchor", "low", "high"),
            quoted=pl.when(~nobody).then(plain.replace_strict(by_credit(), default=source, return_dtype=pl.String)),
        )
        .filter(pl.col("figure").is_not_null())
    )


def figure_origins(claims: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """The contract's frame of `figure_origins`, a row an event, counting kind and figure, sorted by its key.

    `claims` has the claims table's schema with event_id set; `articles` as `origins` takes them.
    """
    figures = _figures(claims, articles)
    voices = (
        figures.group_by(*_FIGURE, "origin")
        .agg(quoted=pl.col("quoted").drop_nulls().unique())
        .with_columns(final=pl.when(pl.col("quoted").list.len() > 0).then("quoted").otherwise(pl.concat_list("origin")))
        .explode("final", empty_as_null=False, keep_nulls=False)
        .group_by(_FIGURE)
        .agg(origins=pl.col("final").unique().sort())
    )
    counted = figures.group_by(_FIGURE).agg(
        n_articles=pl.col("article_id").n_unique(),
        n_outlets=pl.col("outlet").n_unique(),
        claim_ids=pl.col("claim_id").unique().sort(),
    )
    made = counted.join(voices, on=_FIGURE).with_columns(n_origins=pl.col("origins").list.len())
    return FIGURE_ORIGINS.conform(made.with_columns(reason=_said())).sort(_FIGURE)


def _said() -> pl.Expr:
    outlets, origins = pl.col("n_outlets"), pl.col("n_origins")
    return pl.format(
        "{} {}, {} {}: {}",
        outlets,
        pl.when(outlets == 1).then(pl.lit("outlet")).otherwise(pl.lit("outlets")),
        origins,
        pl.when(origins == 1).then(pl.lit("origin")).otherwise(pl.lit("origins")),
        pl.col("origins").list.join(", "),
    )
