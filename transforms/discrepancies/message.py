"""The explanation of a finding, in one fixed form.

    'FIGURE' (OUTLET, TIME, SOURCE; N claims of M origins) and 'FIGURE' (OUTLET, TIME, SOURCE; …). REASON.

Figures stand as written; of each value the earliest claim is quoted. SOURCE is 'in its own voice' where none is named.
Times are UTC; a day without a clock time stays a day.
"""

import polars as pl


def explanation() -> pl.Expr:
    """The text, over the frame of findings (grouping.py)."""
    reason = pl.col("reason")
    sentence = pl.concat_str(reason.str.slice(0, 1).str.to_uppercase(), reason.str.slice(1), pl.lit("."))
    return pl.concat_str(_side("first"), pl.lit(" and "), _side("second"), pl.lit(". "), sentence)


def _side(side: str) -> pl.Expr:
    source = pl.when(pl.col(f"attributed_to_{side}").is_null()).then(pl.lit("in its own voice")).otherwise(
        pl.concat_str(pl.lit("from "), f"attributed_to_{side}")
    )  # fmt: skip
    return pl.concat_str(
        f"shown_{side}",
        pl.lit(" ("),
        pl.col(f"outlet_{side}").fill_null("outlet unknown"),
        pl.lit(", "),
        f"time_text_{side}",
        pl.lit(", "),
        source,
        pl.lit("; "),
        _count(f"n_{side}", "claim"),
        pl.lit(" of "),
        _count(f"origins_{side}", "origin"),
        pl.lit(")"),
    )


def _count(column: str, noun: str) -> pl.Expr:
    plural = pl.when(pl.col(column) == 1).then(pl.lit(f" {noun}")).otherwise(pl.lit(f" {noun}s"))
    return pl.concat_str(pl.col(column).cast(pl.String), plural)
