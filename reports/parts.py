"""The parts that pages are made of.

Every string may be hostile and is escaped and neutralised by the templates; `markup` alone holds markup, made by
reports.charts, and `style` our own style sheet. An `href` is a safe relative path or a checked address.
"""

from dataclasses import dataclass

from reports.times import Stamp


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages share. `root` leads from the page to the reports folder ('' or '../').

    `run` is the newest run's id and `written` its start: pages hold no clock, so equal data gives equal bytes.
    `style`: what stands in a page that is alone, without assets and other pages beside it.
    """

    root: str
    version: str
    run: str
    written: Stamp | None
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads somewhere where `href` is known."""

    text: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many of what: a severity, a relation, a stage."""

    key: str
    name: str
    n: int


@dataclass(frozen=True, slots=True)
class Quote:
    """One claim as evidence: `before` + `value` + `after` is verbatim, `lead` and `tail` stand around it."""

    claim_id: str
    outlet: Link
    original: Link
    published: Stamp | None
    as_of: Stamp | None
    source: str | None
    stance: str
    in_title: bool
    figure: str
    lead: str
    before: str
    value: str
    after: str
    tail: str


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a discrepancy and who prints it. `origins`: how many independent ones it has, 0 where not known."""

    figure: str
    outlets: list[Link]
    claims: int
    origins: int


@dataclass(frozen=True, slots=True)
class Card:
    """One discrepancy: type, rule, explanation, values; two quotes open, others folded, the rest counted.

    `brief`: its quotes stand without context and with one line of facts, for cards far down a page.
    """

    discrepancy_id: str
    type: str
    type_name: str
    rule: str
    kind_name: str
    severity: str
    severity_name: str
    status: str
    status_name: str
    in_article: bool
    confidence: int
    explanation: str
    sides: list[Side]
    quotes: list[Quote]
    folded: list[Quote]
    left_out: int
    brief: bool


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Cards of one severity, or the dismissed ones; `types` says how many of each type. `folded`: shown on demand."""

    key: str
    name: str
    types: list[Count]
    cards: list[Card]
    folded: bool


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure at the top of an event page: the estimate in words and how many outlets give a figure."""

    heading: str
    figure: str
    note: str


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One mark of a chart, as its table says it."""

    when: Stamp | None
    outlet: Link
    figure: str
    source: str
    corrected: str | None


@dataclass(frozen=True, slots=True)
class Chart:
    """One toll over time. `markup` is the SVG, or None where there are too few figures for one."""

    kind: str
    heading: str
    caption: str
    markup: str | None
    rows: list[ChartRow]
    left_out: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One outlet's figure of one kind. `sign` is 'in', 'above', 'below', 'word' or 'none', against the consensus."""

    figure: str
    sign: str
    also: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One outlet: its cells in the order of the matrix's kinds."""

    outlet: Link
    when: Stamp | None
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Outlets by figures. `consensus` is the row to hold them against."""

    headings: list[str]
    consensus: list[str]
    rows: list[MatrixRow]
    left_out: int


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One figure of one authority at one as-of time: where and when it was first published, and who carries it.

    It was out for certain from `known_from` and superseded from `superseded_from` on, by `superseded_by` (None, empty
    where it never was): what a page needs to be read as of a time.
    """

    as_of: Stamp | None
    kind_name: str
    figure: str
    stance: str
    first_outlet: Link
    first_published: Stamp | None
    others: list[Link]
    more: int
    known_from: Stamp | None
    superseded_from: Stamp | None
    superseded_by: str


@dataclass(frozen=True, slots=True)
class Origins:
    """One figure of a whole event and whom it comes from at last: '7 outlets, 1 origin: State Emergency Service'."""

    kind_name: str
    figure: str
    said: str


@dataclass(frozen=True, slots=True)
class Replayed:
    """As of when a page is read: the instant, the time as it was asked for, and what of the coverage it leaves out."""

    at: Stamp
    asked: str
    sentence: str
    ordinary: Link


@dataclass(frozen=True, slots=True)
class Authority:
    """One source with its figures in the order of their times."""

    name: str
    lines: list[LedgerLine]
    left_out: int


@dataclass(frozen=True, slots=True)
class EstimateCell:
    """One kind under one profile: the best figure, its range in words, the rule and how many claims it rests on."""

    best: str
    range: str
    rule: str
    claims: int


@dataclass(frozen=True, slots=True)
class EstimateLine:
    """One kind under every profile, in the order of the table's profiles; None where a profile says nothing."""

    kind_name: str
    cells: list[EstimateCell | None]


@dataclass(frozen=True, slots=True)
class Estimates:
    """Estimates side by side: one column a profile, one row a kind."""

    profiles: list[str]
    lines: list[EstimateLine]


@dataclass(frozen=True, slots=True)
class Syndicated:
    """One origin carried by several articles."""

    credit: str | None
    outlets: list[Link]
    articles: int
    first: Stamp | None


@dataclass(frozen=True, slots=True)
class NotCompared:
    """One reason why pairs were not compared, with a pair as an example."""

    reason: str
    pairs: int
    example: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One article of an event."""

    outlet: Link
    original: Link
    published: Stamp | None
    credit: str | None
    reasons: str


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event of the index. `search` is what the search box looks in; `types` and `kinds` are space-joined keys."""

    event: Link
    days: str
    newest: str
    place: str | None
    tolls: list[str]
    outlets: int
    articles: int
    origins: int
    severities: list[Count]
    total: int
    n_open: int
    types: str
    kinds: str


@dataclass(frozen=True, slots=True)
class Pager:
    """Which of how many pages, and the links to the others."""

    page: int
    pages: int
    newer: str | None
    older: str | None
