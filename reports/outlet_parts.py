"""The parts that outlet pages are made of, as in reports.parts."""

from dataclasses import dataclass

from reports.parts import Link
from reports.times import Stamp


@dataclass(frozen=True, slots=True)
class OutletFigure:
    """One event total that the outlet printed."""

    event: Link
    kind_name: str
    figure: str
    source: str | None
    as_of: Stamp | None


@dataclass(frozen=True, slots=True)
class OutletFinding:
    """One discrepancy that the outlet takes part in."""

    event: Link
    type_name: str
    kind_name: str
    severity: str
    severity_name: str
    status_name: str
    explanation: str


@dataclass(frozen=True, slots=True)
class OutletArticle:
    """One article of the outlet."""

    original: Link
    event: Link | None
    published: Stamp | None
    credit: str | None
    claims: int
