"""What an editor should see first: expressions over the frame of findings.

Columns they may use: `gap` (difference over the higher figure, 0–1; null for words), `origins_first`,
`origins_second` (independent origins behind each value), `in_article`, `side_by_side` (each article that carries one
value carries the other too), `timed` (both times are known to the minute, or it is one article), `kind`, `low`, `high`.
"""

from dataclasses import dataclass

import polars as pl

from expectations.contracts.vocabulary import Severity


@dataclass(frozen=True, slots=True)
class Params:
    """`high_gap`, `medium_gap`: relative gaps from which a conflict is of that severity; `origins`: independent origins
    behind each value from which it is one step higher.
    """

    high_gap: float = 0.25
    medium_gap: float = 0.05
    origins: int = 2


PARAMS = Params()


def fixed(severity: Severity) -> pl.Expr:
    """The same severity for every finding."""
    return pl.lit(severity.value)


def by_gap_and_origins(params: Params = PARAMS) -> pl.Expr:
    """By relative gap; one step up where several origins stand behind each value; one step down side by side.

    And one step down where no two claims of it have times known to the minute: time may explain what it does not show.
    """
    step = (
        pl.when(pl.col("gap") >= params.high_gap).then(2).when(pl.col("gap") >= params.medium_gap).then(1).otherwise(0)
    )
    backed = pl.min_horizontal("origins_first", "origins_second") >= params.origins
    step = step + backed.cast(pl.Int32) - pl.col("side_by_side").cast(pl.Int32) - (~pl.col("timed")).cast(pl.Int32)
    return step_name(step)


def step_name(step: pl.Expr) -> pl.Expr:
    """2 and above high, 1 medium, 0 and below low."""
    return (
        pl.when(step >= 2)
        .then(pl.lit(Severity.HIGH.value))
        .when(step >= 1)
        .then(pl.lit(Severity.MEDIUM.value))
        .otherwise(pl.lit(Severity.LOW.value))
    )
