"""The explanation of a finding, in one fixed form.

    'FIGURE' (OUTLET, TIME, SOURCE; N claims of M origins) and 'FIGURE' (OUTLET, TIME, SOURCE; …). REASON.
    Beside them: 'FIGURE' (N claims of M origins), ….

The last sentence stands only where more than two values differ. Figures stand as written; of each value the earliest
claim is quoted. SOURCE is 'in its own voice' where none is named.
Times are UTC; a day without a clock time stays a day.
"""

import polars as pl

from transforms.discrepancies.merging import counted


def explanation() -> pl.Expr:
    """The text, over the frame of findings (merging.py)."""
    reason = pl.col("reason")
    sentence = pl.concat_str(reason.str.slice(0, 1).str.to_uppercase(), reason.str.slice(1), pl.lit("."))
    beside = pl.when(pl.col("beside").is_null()).then(pl.lit("")).otherwise(
        pl.concat_str(pl.lit(" Beside them: "), "beside", pl.lit("."))
    )  # fmt: skip
    return pl.concat_str(_side("first"), pl.lit(" and "), _side("second"), pl.lit(". "), sentence, beside)


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
        counted(f"n_{side}", "claim"),
        pl.lit(" of "),
        counted(f"origins_{side}", "origin"),
        pl.lit(")"),
    )
