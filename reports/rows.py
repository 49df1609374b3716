"""Rows as the queries give them: one frozen dataclass a query, its fields the query's columns in any order."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict


@dataclass(frozen=True, slots=True)
class EventRow:
    """events.sql: one event with its counts. `high`, `medium`, `low` count discrepancies that were not dismissed."""

    event_id: str
    title: str
    first_published: datetime | None
    last_published: datetime | None
    place: str | None
    n_articles: int
    n_outlets: int
    n_independent_sources: int
    superseded_by: str | None
    n_claims: int
    kinds: list[str]
    high: int
    medium: int
    low: int
    n_open: int
    types: list[str]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """articles.sql: the newest revision of one article of an event."""

    event_id: str
    article_id: str
    revision: int
    outlet: str
    url: str | None
    title: str | None
    published_at: datetime | None
    published_precision: str | None
    wire_credit: str | None
    syndication_group: str | None
    reasons: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figured:
    """A figure with its hedge, or words: what in_words and in_symbols need."""

    low: int | None
    high: int | None
    anchor: int | None
    hedge: str | None
    value_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow(Figured):
    """claims.sql: one claim with its article. `origin` is the article's syndication group, or the article itself."""

    claim_id: str
    event_id: str
    article_id: str
    outlet: str
    url: str | None
    title: str | None
    published_at: datetime | None
    published_precision: str | None
    origin: str
    kind: str
    value_class: str | None
    population: str | None
    scope: str | None
    is_event_total: bool
    total_reason: str | None
    attributed_to: str | None
    source_canonical: str | None
    stance: str
    as_of: datetime | None
    as_of_precision: str | None
    as_of_basis: str | None
    evidence_field: str
    quote: str
    value_start: int
    value_end: int
    before: str
    after: str

    @property
    def source(self) -> str | None:
        """The source under its one name where it is known, else as written; None in the outlet's own voice."""
        return self.source_canonical or self.attributed_to

    @property
    def when(self) -> datetime | None:
        """The time the figure speaks of, or else its publication."""
        return self.as_of or self.published_at

    @property
    def when_precision(self) -> str | None:
        """How exactly `when` is known."""
        return self.as_of_precision if self.as_of is not None else self.published_precision

    @property
    def numeric(self) -> bool:
        """Whether it carries a figure."""
        return not (self.low is None and self.high is None and self.anchor is None)

    @property
    def point(self) -> int | None:
        """The figure by which claims are counted together: the number as reported, or the end that is given."""
        return next((n for n in (self.anchor, self.low, self.high) if n is not None), None)

    @property
    def charted(self) -> float | None:
        """Where its mark stands on an axis: the number as reported, or the middle (or only end) of its interval."""
        if self.anchor is not None:
            return float(self.anchor)
        ends = [end for end in (self.low, self.high) if end is not None]
        return sum(ends) / len(ends) if ends else None


@dataclass(frozen=True, slots=True)
class DiscrepancyRow:
    """discrepancies.sql: one finding."""

    discrepancy_id: str
    event_id: str
    kind: str
    type: str
    in_article: bool
    severity: str
    confidence: float
    claim_ids: list[str]
    low: int | None
    high: int | None
    explanation: str
    first_seen: datetime
    last_seen: datetime
    status: str


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """estimates.sql: one estimate under one profile."""

    event_id: str
    kind: str
    profile: str
    low: int | None
    best: int | None
    high: int | None
    rule: str
    claim_ids: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow(Figured):
    """ledger.sql: one entry of the toll ledger."""

    event_id: str
    kind: str
    as_of: datetime | None
    as_of_precision: str | None
    authority: str
    in_outlets_own_voice: bool
    stance: str
    outlets: list[str]
    first_outlet: str
    first_published: datetime | None
    first_precision: str | None
    known_from: datetime | None
    superseded_from: datetime | None
    superseded_by: int | None


@dataclass(frozen=True, slots=True)
class OriginsRow:
    """figure_origins.sql: one figure and the independent origins that carry it."""

    event_id: str
    kind: str
    figure: int
    n_outlets: int
    n_origins: int
    reason: str


@dataclass(frozen=True, slots=True)
class TollRow:
    """tolls.sql: the consensus estimate of one kind."""

    event_id: str
    kind: str
    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class RelationRow:
    """relations.sql: pairs of one relation in one event."""

    event_id: str
    relation: str
    pairs: int


class ExamplePair(TypedDict):
    """The most alike pair of a reason: similarity and the two claim ids."""

    s: float
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class IncomparableRow:
    """incomparable.sql: one reason why pairs of an event are not comparable."""

    event_id: str
    reason: str
    pairs: int
    example: ExamplePair


@dataclass(frozen=True, slots=True)
class OutletRow:
    """outlets.sql: one outlet."""

    outlet: str


@dataclass(frozen=True, slots=True)
class OutletArticleRow:
    """outlet_articles.sql: one article of an outlet in one event (or in none)."""

    outlet: str
    article_id: str
    url: str | None
    title: str | None
    published_at: datetime | None
    published_precision: str | None
    wire_credit: str | None
    event_id: str | None
    event_title: str | None
    n_claims: int
    n_all: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletFigureRow(Figured):
    """outlet_figures.sql: one event total that an outlet printed."""

    outlet: str
    event_id: str
    event_title: str
    kind: str
    attributed_to: str | None
    source_canonical: str | None
    stance: str
    as_of: datetime | None
    as_of_precision: str | None


@dataclass(frozen=True, slots=True)
class OutletDiscrepancyRow:
    """outlet_discrepancies.sql: one finding that an outlet takes part in."""

    outlet: str
    discrepancy_id: str
    event_id: str
    event_title: str
    kind: str
    type: str
    severity: str
    status: str
    in_article: bool
    explanation: str
    n_all: int
