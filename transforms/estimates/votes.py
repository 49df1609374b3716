"""What each article says the total is: one figure an article and kind."""

from dataclasses import dataclass

import polars as pl

from expectations.contracts.vocabulary import FAMILY, Basis, EvidenceField, Family, Hedge, Kind, Stance
from transforms.claims.totals import LISTED, PART, SEVERAL, SUBSET
from transforms.discrepancies.cues import older
from transforms.estimates.counting import ARTICLE, DOERS, MULTIPLE, added_up, with_doer, with_hits, without_dead
from transforms.estimates.ordinals import with_ordinals
from transforms.syndication.origins import with_origin

_ACCOUNT = [kind.value for kind, family in FAMILY.items() if family is Family.ACCOUNT]
COUNTED = [kind.value for kind in FAMILY if kind.value not in _ACCOUNT]
"""Kinds that are estimated."""


@dataclass(frozen=True, slots=True)
class Params:
    """What a figure weighs inside its article, by place: in the headline, in the lead (the first `lead_chars` code
    points of the text), in the body, and behind `far_chars`, where articles recall other events. Of that the share
    that is left where the source is not sure (`unconfirmed`), where the article gives it as an older figure (`older`),
    where the name of the act alone says that there were some (`act`), where people are told of without a number
    (`described`; however many sentences tell of them, they weigh no more than `told_most` before that), and where the
    figure is a part (`part`).
    """

    headline: float = 2.0
    lead: float = 1.5
    body: float = 1.0
    far: float = 0.4
    lead_chars: int = 500
    far_chars: int = 2500
    unconfirmed: float = 0.5
    older: float = 0.3
    act: float = 0.3
    described: float = 0.6
    told_most: float = 3.0
    told_share: float = 0.25
    part: float = 0.2


def votes(claims: pl.DataFrame, articles: pl.DataFrame, params: Params = Params()) -> pl.DataFrame:
    """A row an article and counting kind: event_id, kind, article_id, origin, starts, best, low, high, open (the figure
    is a floor), stated (the article gives it as a total in numbers), strength (0–1), claim_ids.

    The article's figure is the one with most weight; of equals the higher one. Figures are event totals; lists that add
    up; people told of without a number, as many as one sentence tells of; with little weight, stated parts. Other
    events and rates have no vote. `strength` is the figure's weight over that of a figure in the lead, at most 1.
    """
    known = (
        with_origin(articles)
        .select("article_id", "published_at", origin="text_origin")
        .unique("article_id", keep="first", maintain_order=True)
    )
    usable = (
        claims.filter(
            pl.col("event_id").is_not_null()
            & pl.col("kind").is_in(COUNTED)
            & (pl.col("stance") != Stance.DENIES.value)
            & (pl.col("is_event_total") | pl.col("total_reason").is_in([PART, SUBSET, LISTED, SEVERAL]))
        )
        .join(known, on="article_id", how="left")
        .with_columns(
            point=pl.coalesce("anchor", "low", "high"),
            origin=pl.coalesce("origin", "article_id"),
            starts=pl.coalesce("as_of", "published_at"),
            weight=_weight(params),
            vague=(pl.col("hedge") == Hedge.VAGUE.value).fill_null(value=False),
            told=(pl.col("basis") == Basis.DESCRIBED.value).fill_null(value=False),
            derived=(pl.col("basis") == Basis.DERIVED.value).fill_null(value=False),
            claim_ids=pl.concat_list("claim_id"),
            listed=(pl.col("total_reason") == LISTED).fill_null(value=False),
        )
        .filter(pl.col("point").is_not_null())
    )
    # 'People are being killed here': nobody is counted.
    usable = usable.filter(~(pl.col("vague") & pl.col("told")))
    usable = with_ordinals(usable, DOERS)
    usable = added_up(with_doer(with_hits(usable)))
    figures = pl.concat([_stated(usable, params), _told(usable, params)])
    dead = _chosen(figures.filter(pl.col("kind") == Kind.KILLED.value))
    chosen = _chosen(without_dead(figures, dead)).drop("hit", "deed")
    # A vague word is a vote only where nobody gives a number.
    return (
        chosen.filter(~pl.col("vague") | pl.col("vague").all().over("event_id", "kind"))
        .with_columns(strength=(pl.col("weight") / params.lead).clip(0.0, 1.0))
        .drop("vague", "weight")
        .sort(ARTICLE)
    )


def _chosen(figures: pl.DataFrame) -> pl.DataFrame:
    """The heaviest figure of each article and kind."""
    return figures.sort(
        "vague", "weight", "best", "stated", descending=[False, True, True, True], maintain_order=True
    ).unique(ARTICLE, keep="first", maintain_order=True)


def _weight(params: Params) -> pl.Expr:
    place = (
        pl.when(pl.col("evidence_field") == EvidenceField.TITLE.value)
        .then(params.headline)
        .when(pl.col("evidence_start") < params.lead_chars)
        .then(params.lead)
        .when(pl.col("evidence_start") < params.far_chars)
        .then(params.body)
        .otherwise(params.far)
    )
    sure = pl.when(pl.col("stance") == Stance.UNCONFIRMED.value).then(params.unconfirmed).otherwise(1.0)
    # 'A murder-suicide' says that there were two, and not how many.
    floor = (pl.col("rule") == MULTIPLE) & (pl.col("hedge") == Hedge.AT_LEAST.value)
    held = pl.when(older()).then(params.older).when(floor).then(params.act).otherwise(1.0)
    return place * sure * held


def _stated(usable: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Each number that the article gives, as a total or as a part."""
    numbers = usable.filter(~pl.col("told"))
    share = pl.when("is_event_total").then(1.0).otherwise(params.part)
    return (
        numbers.sort("claim_ids")
        .group_by(*ARTICLE, "point", maintain_order=True)
        .agg(
            pl.col("starts").max(),
            pl.col("low").min(),
            pl.col("high").max(),
            open=pl.col("high").is_null().all(),
            stated=pl.col("is_event_total").any(),
            claim_ids=_all_ids(),
            vague=pl.col("vague").all(),
            hit=pl.col("hit").all(),
            deed=pl.col("deed").any(),
            weight=(pl.col("weight") * share).sum(),
        )
        .rename({"point": "best"})
        .select(_FIGURE)
    )


def _told(usable: pl.DataFrame, params: Params) -> pl.DataFrame:
    """People told of without a number: as many as a sentence tells of, and what all sentences of as many weigh."""
    sentence = (
        usable.filter("told")
        .group_by(*ARTICLE, "evidence_field", "evidence_start")
        .agg(
            pl.col("starts", "weight").max(),
            best=pl.col("point").sum(),
            claim_ids=_all_ids(),
            hit=pl.col("hit").all(),
            deed=pl.col("deed").any(),
        )
    )
    counts = (
        sentence.group_by(*ARTICLE, "best")
        .agg(
            pl.col("starts").max(),
            pl.col("weight").sum(),
            claim_ids=_all_ids(),
            hit=pl.col("hit").all(),
            deed=pl.col("deed").any(),
        )
        .sort(*ARTICLE, "best")
        .with_columns(share=pl.col("weight") / pl.col("weight").sum().over(ARTICLE))
        # A sentence that tells of one victim speaks for two as well, once another tells of both.
        .with_columns(
            weight=pl.col("weight").cum_sum().over(ARTICLE).clip(upper_bound=params.told_most) * params.described
        )
    )
    return (
        counts.filter(pl.col("share") >= params.told_share)
        .with_columns(
            low="best", high="best", open=pl.lit(value=False), stated=pl.lit(value=False), vague=pl.lit(value=False)
        )
        .select(_FIGURE)
    )


def _all_ids() -> pl.Expr:
    return pl.col("claim_ids").list.explode(keep_nulls=False, empty_as_null=False).unique().sort()


_FIGURE = [*ARTICLE, "starts", "best", "low", "high", "open", "stated", "claim_ids", "vague", "hit", "deed", "weight"]
