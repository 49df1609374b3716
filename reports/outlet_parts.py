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


@dataclass(frozen=True, slots=True)
class OutletFact:
    """One number of an outlet's record: '3 of 4', and what it counts."""

    name: str
    figure: str
    note: str


@dataclass(frozen=True, slots=True)
class OutletSide:
    """One party whose figures the outlet carries: how many, in how many events, and in how many it has none of them."""

    party: str
    figures: int
    carried: int
    left_out: int


@dataclass(frozen=True, slots=True)
class OutletRelay:
    """One figure that the outlet published later than another did, from the same source."""

    event: Link
    source: str
    figure: str
    published: Stamp | None
    first: Stamp | None
    first_outlet: Link
    lag: str


@dataclass(frozen=True, slots=True)
class OutletFault:
    """One figure of the outlet that was stale, misrelayed, a correction, or corrected later to `other`."""

    role_name: str
    event: Link
    figure: str
    source: str | None
    other: str
    published: Stamp | None


@dataclass(frozen=True, slots=True)
class OutletRecord:
    """How an outlet passes figures on."""

    facts: list[OutletFact]
    sides: list[OutletSide]
    faults: list[OutletFault]
    relays: list[OutletRelay]


@dataclass(frozen=True, slots=True)
class OutletLine:
    """One outlet of the list of outlets."""

    outlet: Link
    articles: int
    attributed: str
    relays: int
    first: int
    lag: str
    stale: int
    misrelays: int
    corrections: int
    corrected: int
    parties: str
