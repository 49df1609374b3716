"""What a drawing needs of a mark. No import of a drawing library here: those who choose the marks use it too."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drawn:
    """One row of a toll chart: neutralised text and numbers. An open end of the interval is None.

    `note` says what the figure corrects, or is empty.
    """

    when: str
    outlet: str
    figure: str
    source: str
    value: float
    low: float | None
    high: float | None
    note: str
