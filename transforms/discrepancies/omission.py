"""An outlet lacks the other side's version.

Says
    Accounts of the event dispute each other. The outlet carries one of them and none that opposes it, though at least
    two independent others had carried one before the outlet published for the last time.
Why it matters
    Who reads this outlet alone does not learn that there is another account.
Flagged
    'Defence industry was hit' without a word of the residential blocks of which two others had written hours before;
    a party named as doer without its denial.
Not flagged
    The outlet published before the other account was known, or carries it in another of its articles; only copies of
    one dispatch carry it.
Not comparable when
    The two accounts do not dispute each other (no target_dispute, perpetrator_dispute, cause_dispute or denial).
Source
    Contract of relations: at least k independent others carry it and the outlet published after it was known. Giving
    the other side its say: International Federation of Journalists, Global Charter of Ethics, articles 1 and 3.
"""

from collections.abc import Collection
from dataclasses import dataclass

import polars as pl

from expectations.contracts.vocabulary import Relation, Severity
from transforms.discrepancies.grouping import FINDING
from transforms.discrepancies.rule import Apart, Nature, Rule
from transforms.discrepancies.severity import fixed

TYPE = Relation.OMISSION
SINCE = "0.1.0"
VERSION = 1
_KIND = ["event_id", "kind"]


@dataclass(frozen=True, slots=True)
class Params:
    """`others`: independent origins that must have carried the version; `named`: outlets named in the explanation."""

    others: int = 2
    named: int = 5


PARAMS = Params()


def omissions(
    ordered: pl.DataFrame, sides: pl.DataFrame, disputes: Collection[str], params: Params = PARAMS
) -> pl.DataFrame:
    """A row a version that some outlets lack: FINDING, claim_ids (a claim of theirs, then one of it, then the rest),
    in_article, low, high (null), sureness, fields, explanation.

    `ordered`: pairs of claims with their type (grouping.py); `sides`: every claim (sides.py); `disputes`: the types in
    which two accounts oppose each other.
    """
    opposed = _opposed(ordered, disputes)
    told = sides.join(opposed.select(*_KIND, version="mine").unique(), on=[*_KIND, "version"])
    lacking = _lacking(told, opposed, params)
    if lacking.is_empty():
        return pl.DataFrame()
    mine = told.join(lacking.select(*_KIND, "outlet"), on=[*_KIND, "outlet"], how="semi")
    own = _first(mine, [*_KIND, "outlet"]).select(
        *_KIND, "outlet", own_claim="claim_id", own_shown="shown", own_fields="fields"
    )
    theirs = (
        told.sort("time", "in_title", "claim_id", nulls_last=True)
        .group_by(*_KIND, "version", maintain_order=True)
        .agg(
            *(pl.col(c).first().alias(f"{c}_lacked") for c in ("shown", "outlet", "attributed_to", "time_text")),
            pl.col("sureness").max(),
            lacked_claims=pl.col("claim_id"),
            lacked_fields=pl.col("fields"),
            origins=pl.col("origin").n_unique(),
        )
    )
    rows = lacking.join(own, on=[*_KIND, "outlet"]).sort(*_KIND, "lacked", "known", "outlet")
    found = rows.group_by(*_KIND, "lacked", maintain_order=True).agg(
        outlets=pl.col("outlet").head(params.named).str.join(", "),
        n_outlets=pl.len().cast(pl.Int64),
        own_shown=pl.col("own_shown").first(),
        own_claims=pl.col("own_claim"),
        own_fields=pl.col("own_fields"),
        known=pl.col("known").first(),
    )
    whole = found.join(theirs, left_on=[*_KIND, "lacked"], right_on=[*_KIND, "version"])
    ids = pl.concat_list(
        pl.col("own_claims").list.head(1),
        pl.col("lacked_claims").list.head(1),
        pl.concat_list(pl.col("own_claims").list.slice(1), pl.col("lacked_claims").list.slice(1)).list.sort(),
    )
    return whole.with_columns(
        population=pl.lit(None, pl.String),
        scope=pl.lit(None, pl.String),
        type=pl.lit(TYPE.value),
        article=pl.lit(None, pl.String),
        apart=pl.col("lacked"),
        in_article=pl.lit(value=False),
        claim_ids=ids,
        low=pl.lit(None, pl.Int64),
        high=pl.lit(None, pl.Int64),
        fields=pl.concat_list("own_fields", "lacked_fields").list.unique().list.sort(),
        explanation=_explanation(params),
    ).select(*FINDING, "claim_ids", "in_article", "low", "high", "sureness", "fields", "explanation")  # fmt: skip


def _opposed(ordered: pl.DataFrame, types: Collection[str]) -> pl.DataFrame:
    """_KIND, mine, other: versions that dispute each other, in both directions."""
    disputes = ordered.filter(pl.col("type").is_in(list(types)) & (pl.col("kind_first") == pl.col("kind_second")))
    both = [
        disputes.select(*_KIND, mine=f"version_{a}", other=f"version_{b}")
        for a, b in (("first", "second"), ("second", "first"))
    ]
    return pl.concat(both).unique()


def _lacking(told: pl.DataFrame, opposed: pl.DataFrame, params: Params) -> pl.DataFrame:
    """_KIND, outlet, lacked (the opposing version of most origins), known (when enough others had carried one)."""
    carried = told.group_by(*_KIND, "outlet", "version").agg(pl.col("printed").max(), pl.col("origin").unique())
    against = carried.join(opposed, left_on=[*_KIND, "version"], right_on=[*_KIND, "mine"])
    gives_both = against.join(
        carried.select(*_KIND, "outlet", other="version"), on=[*_KIND, "outlet", "other"], how="semi"
    )
    onesided = against.join(gives_both, on=[*_KIND, "outlet"], how="anti")
    last = onesided.group_by(*_KIND, "outlet").agg(
        pl.col("printed").max(), own=pl.col("origin").list.explode(keep_nulls=False, empty_as_null=False).unique()
    )
    elsewhere = told.select(*_KIND, "version", "origin", "printed_by")
    others = (
        onesided.select(*_KIND, "outlet", "other")
        .unique()
        .join(elsewhere, left_on=[*_KIND, "other"], right_on=[*_KIND, "version"])
        .join(last, on=[*_KIND, "outlet"])
        .filter(~pl.col("origin").is_in(pl.col("own")))
    )
    known = (
        others.group_by(*_KIND, "outlet", "printed", "origin")
        .agg(pl.col("printed_by").min())
        .sort("printed_by", nulls_last=True)
        .group_by(*_KIND, "outlet", "printed", maintain_order=True)
        .agg(known=pl.col("printed_by").get(params.others - 1, null_on_oob=True))
        .filter(pl.col("printed") >= pl.col("known"))
    )
    best = (
        others.group_by(*_KIND, "outlet", "other")
        .agg(origins=pl.col("origin").n_unique())
        .sort("origins", "other", descending=[True, False])
        .unique([*_KIND, "outlet"], keep="first", maintain_order=True)
    )
    return known.join(best, on=[*_KIND, "outlet"]).select(*_KIND, "outlet", "known", lacked="other")


def _first(claims: pl.DataFrame, key: list[str]) -> pl.DataFrame:
    ordered = claims.sort("time", "in_title", "claim_id", nulls_last=True)
    return ordered.unique(key, keep="first", maintain_order=True)


def _explanation(params: Params) -> pl.Expr:
    """'FIGURE' (OUTLET, TIME, SOURCE; M origins) is not in OUTLETS, which carry 'FIGURE' and published after TIME."""
    source = pl.when(pl.col("attributed_to_lacked").is_null()).then(pl.lit("in its own voice")).otherwise(
        pl.concat_str(pl.lit("from "), "attributed_to_lacked")
    )  # fmt: skip
    left = pl.col("n_outlets") - params.named
    more = pl.when(left > 0).then(pl.format(" and {} more", left)).otherwise(pl.lit(""))
    carry = pl.when(pl.col("n_outlets") == 1).then(pl.lit("carries")).otherwise(pl.lit("carry"))
    origins = pl.when(pl.col("origins") == 1).then(pl.lit("1 origin")).otherwise(pl.format("{} origins", "origins"))
    return pl.format(
        "{} ({}, {}, {}; {}) is not in {}{}, which {} {} and published when others had it ({}).",
        "shown_lacked", "outlet_lacked", "time_text_lacked", source, origins, "outlets", more, carry, "own_shown",
        pl.col("known").dt.strftime("by %-d %B %Y %H:%M UTC"),
    )  # fmt: skip


def matches() -> pl.Expr:
    """No pair of claims: an omission is seen over the whole event (omissions)."""
    return pl.lit(value=False)


def reason() -> pl.Expr:
    """No pair has one."""
    return pl.lit(None, pl.String)


def severity() -> pl.Expr:
    """Low: what is left out may be left out for many reasons."""
    return fixed(Severity.LOW)


RULE = Rule(
    TYPE, SINCE, VERSION, __doc__ or "", Nature.NOTICE, matches, reason, severity, confidence=0.6, apart=Apart.VALUES
)
