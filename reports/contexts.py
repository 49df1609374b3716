"""What each page is told: one dataclass a page, made of reports.parts. Templates read nothing else."""

from dataclasses import dataclass

from reports.outlet_parts import OutletArticle, OutletFigure, OutletFinding, OutletLine, OutletRecord
from reports.parts import (
    ArticleLine,
    Authority,
    CardGroup,
    Chart,
    Count,
    Estimates,
    EventLine,
    Link,
    Matrix,
    NotCompared,
    Origins,
    Pager,
    Replayed,
    Site,
    Syndicated,
    Tile,
)
from reports.quality_parts import CheckedStage, Quarantined, RunLine, StageRun, TrendLine
from reports.times import Stamp


@dataclass(frozen=True, slots=True)
class EventPage:
    """events/<event_id>.html: one event, everything that was said and where it differs.

    events/<event_id>--as-of-<time>.html: the same as it could be known then, as `replay` tells; `replays` lead there.
    """

    site: Site
    event_id: str
    title: str
    place: str | None
    days: str
    sentence: str
    tiles: list[Tile]
    charts: list[Chart]
    n_cards: int
    card_groups: list[CardGroup]
    matrix: Matrix | None
    authorities: list[Authority]
    estimates: Estimates
    syndicated: list[Syndicated]
    relations: list[Count]
    not_compared: list[NotCompared]
    articles: list[ArticleLine]
    articles_left_out: int
    origins: list[Origins]
    replay: Replayed | None
    replays: list[Link]


@dataclass(frozen=True, slots=True)
class MovedPage:
    """events/<event_id>.html of an event that was merged into another."""

    site: Site
    title: str
    into: Link


@dataclass(frozen=True, slots=True)
class IndexPage:
    """index.html, index-2.html …: events newest first. single.html …: events that one article alone tells of."""

    site: Site
    single: bool
    lines: list[EventLine]
    pager: Pager
    n_events: int
    n_single: int
    totals: str
    kinds: list[Count]
    types: list[Count]


@dataclass(frozen=True, slots=True)
class OutletPage:
    """outlets/<name>.html: one outlet's articles, figures, record and the discrepancies it takes part in."""

    site: Site
    outlet: str
    sentence: str
    record: OutletRecord | None
    findings: list[OutletFinding]
    findings_left_out: int
    figures: list[OutletFigure]
    articles: list[OutletArticle]
    articles_left_out: int


@dataclass(frozen=True, slots=True)
class OutletsPage:
    """outlets.html: how each outlet passes figures on, a line an outlet."""

    site: Site
    lines: list[OutletLine]
    left_out: int


@dataclass(frozen=True, slots=True)
class QualityPage:
    """quality.html: what the last checkpoints found, the runs before, and what was set aside."""

    site: Site
    sentence: str
    checked: Stamp | None
    stages: list[CheckedStage]
    last_run: list[StageRun]
    trend_runs: list[Stamp | None]
    trend: list[TrendLine]
    runs: list[RunLine]
    quarantine: list[Quarantined]
