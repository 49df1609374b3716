"""What the figures of one article count together: lists that add up, doers who died, the dead among those hit."""

from dataclasses import dataclass
from functools import cache

import polars as pl

from expectations.contracts.vocabulary import Kind
from transforms.claims.grammar import TollWord, toll_words
from transforms.claims.lexicon import any_of, words_by_key
from transforms.claims.totals import PART, SUBSET

ARTICLE = ["event_id", "kind", "article_id", "origin"]
DOERS = "suspects"
"""Population of doers who died."""
DEEDS = ("object", "active")
"""Rules of a figure that is the object of its word of harm."""
MULTIPLE = "multiple"
"""Rule of a figure that the name of the act gives: 'a quadruple shooting'."""


@dataclass(frozen=True, slots=True)
class Params:
    """`firm_dead`: weight from which a stated figure of the dead holds for articles that give none."""

    firm_dead: float = 1.0


@cache
def hits() -> tuple[str, ...]:
    """Words of harm that count those who then died too."""
    return words_by_key("hits", ("hit", "before"))["hit"]


@cache
def before_words() -> str:
    """A pattern for the end of a text behind which a figure of those hit holds the dead: 'two dead after'."""
    return rf"(?i)\b(?:{any_of(words_by_key('hits', ('hit', 'before'))['before'])})\W*$"


@cache
def added_words() -> str:
    """A pattern for a word right behind a figure that counts people on top of others: 'three others'."""
    return rf"(?i)^\W*(?:\w+ )?(?:{any_of(toll_words(TollWord.ADDED))})\b"


def with_hits(usable: pl.DataFrame) -> pl.DataFrame:
    """Claims with `hit`: the figure may hold people who then died, and `deed`: its sentence says who hit them.

    It cannot where the dead stand before it in its sentence ('one dead, three shot'; but 'two dead after four were
    shot') or it counts others on top of them (`derived`).
    """
    sentence = ["event_id", "article_id", "evidence_field", "evidence_start"]
    first = (
        usable.filter(pl.col("kind") == Kind.KILLED.value).group_by(sentence).agg(dead_at=pl.col("value_start").min())
    )
    hurt = pl.col("kind") == Kind.INJURED.value
    added = pl.col("quote").str.slice(pl.col("value_end"), 20).str.contains(added_words())
    hit = hurt & pl.col("harm_word").is_in(hits()) & ~pl.col("derived") & ~added
    after = pl.col("quote").str.slice(0, pl.col("value_start")).str.contains(before_words())
    behind = (pl.col("dead_at") < pl.col("value_start")).fill_null(value=False) & ~after
    joined = usable.join(first, on=sentence, how="left", maintain_order="left")
    act = hurt & (pl.col("rule") == MULTIPLE)
    return joined.with_columns(
        hit=((hit & ~behind) | act).fill_null(value=False), deed=pl.col("rule").is_in(DEEDS)
    ).drop("dead_at")


def without_dead(figures: pl.DataFrame, dead: pl.DataFrame, params: Params = Params()) -> pl.DataFrame:
    """'Four shot, one fatally': figures of those hit (`hit`) without the dead; one of which nobody is left is dropped.

    `dead`: figures of the dead (event_id, article_id, best, weight, stated). A stated figure of an article that gives
    none takes the firm one of most weight in the event: 'Five were shot' is printed before one of them died.
    """
    own = dead.select("event_id", "article_id", own="best").unique(["event_id", "article_id"])
    event = (
        dead.filter(pl.col("stated") & (pl.col("weight") >= params.firm_dead))
        .group_by("event_id", event="best")
        .agg(pl.col("weight").sum())
        .sort("weight", "event", descending=True)
        .unique("event_id", keep="first", maintain_order=True)
        .select("event_id", "event")
    )
    joined = figures.join(own, on=["event_id", "article_id"], how="left", maintain_order="left").join(
        event, on="event_id", how="left", maintain_order="left"
    )
    died = pl.coalesce("own", pl.when("stated").then("event"))
    holds = (pl.col("hit") & (died <= pl.col("best"))).fill_null(value=False)
    # 'He shot his wife and his son': where no more than died, they are the dead.
    gone = pl.when("deed").then(died >= pl.col("best")).otherwise(died == pl.col("best"))
    return (
        joined.filter(~(pl.col("hit") & gone).fill_null(value=False))
        .with_columns(less=pl.when(holds).then(died).otherwise(0))
        .with_columns((pl.col(name) - pl.col("less")).clip(lower_bound=0) for name in ("best", "low", "high"))
        .drop("own", "event", "less")
    )


def with_doer(usable: pl.DataFrame) -> pl.DataFrame:
    """'killed 14 people, then himself', 'three shot dead; suspect killed': the doer adds to the highest total.

    That is the highest of his sentence, beside which he counts no more. Where the sentence counts him in ('five dead,
    including the gunman'), nothing is added.
    """
    sentence = [*ARTICLE, "evidence_field", "evidence_start"]
    dead_doer = pl.col("told") & (pl.col("population") == DOERS).fill_null(value=False)
    counted_in = (dead_doer & (pl.col("total_reason") == PART)).fill_null(value=False).any().over(sentence)
    apart = (pl.col("total_reason") == SUBSET).fill_null(value=False) & ~counted_in
    doer = dead_doer & (pl.col("listed") | apart)
    whole = pl.col("is_event_total") & (
        pl.col("point") == pl.col("point").filter("is_event_total").max().over(sentence)
    )
    more = pl.col("point").filter(doer).sum().over(sentence)
    joined = usable.with_columns(doer=doer.fill_null(value=False), more=pl.when(whole).then(more).otherwise(0))
    lone = pl.col("doer") & pl.col("is_event_total").any().over(sentence)
    return (
        joined.filter(~lone)
        .with_columns(pl.col(name) + pl.col("more") for name in ("point", "low", "high"))
        .drop("doer", "more")
    )


def added_up(usable: pl.DataFrame) -> pl.DataFrame:
    """'Three women and one man were hurt': a list with a number in it becomes one total of the sentence."""
    sentence = [*ARTICLE, "evidence_field", "evidence_start"]
    mixed = pl.col("listed") & (pl.col("listed") & ~pl.col("told")).any().over(sentence)
    summed = (
        usable.filter(mixed)
        .sort("claim_id")
        .group_by(sentence, maintain_order=True)
        .agg(
            pl.col("starts", "weight").max(),
            pl.col("low", "point").sum(),
            high=pl.when(pl.col("high").is_null().any()).then(None).otherwise(pl.col("high").sum()),
            claim_ids=pl.col("claim_ids").list.explode(keep_nulls=False, empty_as_null=False),
            vague=pl.col("vague").any(),
            harm_word=pl.col("harm_word").first(),
            value_start=pl.col("value_start").min(),
            hit=pl.col("hit").all(),
            deed=pl.col("deed").any(),
        )
        .with_columns(told=pl.lit(value=False), is_event_total=pl.lit(value=True))
    )
    rest = usable.filter(~mixed).select(summed.columns)
    return pl.concat([rest, summed.select(*(pl.col(name).cast(kind) for name, kind in rest.schema.items()))])
