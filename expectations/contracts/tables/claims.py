"""Claims with their verbatim evidence, and the numbers that became none."""

import polars as pl

from expectations.contracts import fields as f
from expectations.contracts.model import Reference, RowCheck, ShareCheck, Table
from expectations.contracts.vocabulary import CheckSeverity, Residue


def _between_bounds() -> pl.Expr:
    low, high, anchor = pl.col("low"), pl.col("high"), pl.col("anchor")
    ordered = (low <= high).fill_null(value=True)
    # 'more than 12' is [13, ∞) with anchor 12, 'fewer than 12' (-∞, 11]: the anchor may stand one step outside.
    return ordered & (anchor >= low - 1).fill_null(value=True) & (anchor <= high + 1).fill_null(value=True)


CLAIMS = Table(
    name="claims",
    meaning="What an article's newest revision says, one row a figure or description, with its verbatim evidence.",
    columns=(
        f.CLAIM_ID, f.ARTICLE_ID, f.REVISION, f.EVENT_ID.optional(), f.KIND, f.LOW, f.HIGH, f.ANCHOR, f.HEDGE,
        f.VALUE_TEXT, f.VALUE_CLASS, f.POPULATION, f.SCOPE, f.BASIS, f.IS_EVENT_TOTAL, f.TOTAL_REASON,
        f.ATTRIBUTED_TO, f.SOURCE_CANONICAL, f.CUE, f.STANCE, f.AS_OF, f.AS_OF_PRECISION, f.AS_OF_BASIS,
        f.CHANGE_CUE, f.HARM_WORD, f.EVIDENCE_FIELD, f.EVIDENCE_START, f.EVIDENCE_END, f.QUOTE, f.VALUE_START,
        f.VALUE_END, f.CONFIDENCE, f.RULE, f.RUN_ID,
    ),
    key=("claim_id",),
    checks=(
        RowCheck(
            "verbatim_span",
            "quote == article[evidence_field][evidence_start:evidence_end]",
            CheckSeverity.CRITICAL,
            lambda: pl.col("quote").eq_missing(pl.col("source_slice")),
        ),
        RowCheck(
            "low_anchor_high",
            "low ≤ anchor ≤ high, where one-sided hedges may leave the anchor one step outside",
            CheckSeverity.CRITICAL,
            _between_bounds,
        ),
        RowCheck(
            "not_negative",
            "no bound is below zero",
            CheckSeverity.CRITICAL,
            lambda: (pl.col("low") >= 0).fill_null(value=True) & (pl.col("high") >= 0).fill_null(value=True),
        ),
        RowCheck(
            "value_inside_quote",
            "the figure's span lies inside the quote and spells value_text",
            CheckSeverity.CRITICAL,
            lambda: pl.col("quote").str.slice(pl.col("value_start"), pl.col("value_end") - pl.col("value_start"))
            == pl.col("value_text"),
        ),
        RowCheck(
            "quote_has_span_length",
            "the quote is as long as its span",
            CheckSeverity.CRITICAL,
            lambda: pl.col("quote").str.len_chars() == pl.col("evidence_end") - pl.col("evidence_start"),
        ),
        RowCheck(
            "figure_has_hedge",
            "a claim with a bound or anchor has a hedge",
            CheckSeverity.WARNING,
            lambda: pl.col("hedge").is_not_null() | pl.all_horizontal(pl.col("low", "high", "anchor").is_null()),
        ),
    ),
    references=(Reference("article_id", "articles", "article_id"),),
    beside=("source_slice",),
)  # fmt: skip

RESIDUE = Table(
    name="residue",
    meaning="Numbers of candidate sentences that became no claim, each with its reason.",
    columns=(
        f.ARTICLE_ID, f.REVISION, f.EVIDENCE_FIELD, f.NUMBER_START, f.VALUE_TEXT, f.RESIDUE_REASON, f.QUOTE, f.RUN_ID,
    ),
    key=("article_id", "evidence_field", "number_start"),
    checks=(
        ShareCheck(
            "share_unhandled",
            "of the numbers that became no claim, at most two in five lack a reason",
            CheckSeverity.INFO,
            lambda: pl.col("reason") == Residue.UNHANDLED.value,
            0.0,
            0.4,
        ),
    ),
    references=(Reference("article_id", "articles", "article_id"),),
)  # fmt: skip
