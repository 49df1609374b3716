"""One event's rows as the context of its page."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from expectations.contracts.vocabulary import FAMILY, Family, Kind, Severity
from reports import cards, ledger, matrix, toll_rows
from reports.contexts import EventPage
from reports.figures import in_words, interval, listed, number, plural, spread
from reports.hostile import shortened
from reports.labels import labels
from reports.links import LONGEST_TITLE, Links, original
from reports.parts import (
    ArticleLine,
    Count,
    EstimateCell,
    EstimateLine,
    Estimates,
    Link,
    NotCompared,
    Origins,
    Replayed,
    Site,
    Syndicated,
    Tile,
)
from reports.rows import (
    ArticleRow,
    ClaimRow,
    DiscrepancyRow,
    EstimateRow,
    EventRow,
    IncomparableRow,
    LedgerRow,
    OriginsRow,
    RelationRow,
    TollRow,
)
from reports.times import day_range, stamp

OPEN = ("open", "reopened")
ORDER = {kind.value: place for place, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Params:
    """How much of each list an event page holds."""

    tiles: int = 6
    articles: int = 120
    reasons: int = 2
    syndicated_outlets: int = 12
    longest_reason: int = 160
    origins: int = 40
    longest_origins: int = 200


@dataclass(frozen=True, slots=True)
class EventRows:
    """All that the queries gave for one event."""

    event: EventRow
    articles: list[ArticleRow]
    claims: list[ClaimRow]
    discrepancies: list[DiscrepancyRow]
    estimates: list[EstimateRow]
    relations: list[RelationRow]
    incomparable: list[IncomparableRow]
    ledger: list[LedgerRow]
    origins: list[OriginsRow]


def make_event_page(
    rows: EventRows,
    site: Site,
    links: Links,
    *,
    replay: Replayed | None = None,
    replays: Sequence[Link] = (),
) -> EventPage:
    """The context of events/<event_id>.html, or of a `replay` of it; `replays` are those that there are."""
    chosen = Params()
    event, claims = rows.event, rows.claims
    consensus = {e.kind: e for e in rows.estimates if e.profile == "consensus"}
    by_id = {c.claim_id: c for c in claims}
    carried = {(o.kind, o.figure): o.n_origins for o in rows.origins}
    several = event.n_articles > 1
    return EventPage(
        site=site,
        event_id=event.event_id,
        title=shortened(event.title, LONGEST_TITLE) or "Untitled event",
        place=shortened(event.place, 60) if event.place else None,
        days=day_range(event.first_published, event.last_published),
        sentence=sentence(event, consensus),
        tiles=_tiles(claims, rows.estimates, chosen),
        charts=toll_rows.make_charts(claims, rows.discrepancies, consensus, links) if several else [],
        n_cards=len(rows.discrepancies),
        card_groups=cards.grouped_cards(cards.make_cards(rows.discrepancies, by_id, links, carried)),
        matrix=matrix.make_matrix(claims, consensus, links),
        authorities=ledger.make_ledger(rows.ledger, links),
        estimates=_estimates(rows.estimates),
        syndicated=_syndicated(rows.articles, links, chosen),
        relations=[Count(r.relation, labels().types[r.relation], r.pairs) for r in rows.relations],
        not_compared=[_not_compared(r, by_id, chosen) for r in rows.incomparable],
        articles=[_article(a, links, chosen) for a in rows.articles[: chosen.articles]],
        articles_left_out=max(0, len(rows.articles) - chosen.articles),
        origins=[_origins(o, chosen) for o in rows.origins[: chosen.origins]] if several else [],
        replay=replay,
        replays=list(replays),
    )


def tolls(consensus: dict[str, EstimateRow] | dict[str, TollRow]) -> list[str]:
    """'12 to 13 killed', '90 injured': the consensus of each kind that counts people, in the vocabulary's order."""
    parts = []
    for kind in Kind:
        estimate = consensus.get(kind)
        if estimate is None or FAMILY.get(kind) is not Family.PEOPLE:
            continue
        said = spread(estimate.low, estimate.best, estimate.high)
        if said is not None:
            parts.append(f"{said} {labels().kinds[kind].noun}")
    return parts


def sentence(event: EventRow, consensus: dict[str, EstimateRow]) -> str:
    """The event in one sentence of figures."""
    figures = listed(tolls(consensus)[:3])
    outlets = f"{plural(event.n_outlets, 'outlet')}, {plural(event.n_independent_sources, 'independent origin')}"
    told = f"{figures} by the accounts of {outlets}" if figures else f"Told by {outlets}"
    told = told[0].upper() + told[1:]
    found = plural(event.n_open, "open discrepancy", "open discrepancies") if event.n_open else "no open discrepancy"
    return f"{told}; {found}."


def severity_counts(event: EventRow) -> list[Count]:
    """How many discrepancies of each severity, dismissed ones left out; severities without any too."""
    counts = {Severity.HIGH: event.high, Severity.MEDIUM: event.medium, Severity.LOW: event.low}
    return [Count(s.value, labels().severities[s], n) for s, n in counts.items()]


def _tiles(claims: list[ClaimRow], estimates: list[EstimateRow], params: Params) -> list[Tile]:
    by_kind = {(e.kind, e.profile): e for e in estimates}
    tiles = []
    for kind in Kind:
        view = by_kind.get((kind.value, "consensus")) or by_kind.get((kind.value, "latest"))
        said = spread(view.low, view.best, view.high) if view else None
        if said is None:
            continue
        outlets = {c.outlet for c in claims if c.kind == kind and c.is_event_total and c.population is None}
        latest = by_kind.get((kind.value, "latest"))
        note = plural(len(outlets), "outlet")
        if latest is not None and latest.best is not None:
            note += f" · latest {number(latest.best)}"
        tiles.append(Tile(labels().kinds[kind].heading, said, note))
    return tiles[: params.tiles]


def _estimates(rows: list[EstimateRow]) -> Estimates:
    words = labels()
    profiles = sorted({e.profile for e in rows}, key=lambda p: (p != "consensus", p))
    cells = {(e.kind, e.profile): e for e in rows}
    return Estimates(
        profiles=[words.profiles[p] for p in profiles],
        lines=[
            EstimateLine(words.kinds[k].heading, [_estimate(cells.get((k, p))) for p in profiles])
            for k in sorted({e.kind for e in rows}, key=ORDER.__getitem__)
        ],
    )


def _estimate(row: EstimateRow | None) -> EstimateCell | None:
    if row is None:
        return None
    best = number(row.best) if row.best is not None else "–"
    return EstimateCell(best, interval(row.low, row.high), row.rule.replace("_", " "), len(row.claim_ids))


def _syndicated(articles: list[ArticleRow], links: Links, params: Params) -> list[Syndicated]:
    groups: dict[str, list[ArticleRow]] = {}
    for article in articles:
        if article.syndication_group is not None:
            groups.setdefault(article.syndication_group, []).append(article)
    made = []
    for rows in groups.values():
        if len(rows) < 2:
            continue
        credit = Counter(a.wire_credit for a in rows if a.wire_credit).most_common(1)
        outlets = list(dict.fromkeys(a.outlet for a in rows))
        first = rows[0]
        made.append(
            Syndicated(
                credit=shortened(credit[0][0], 60) if credit else None,
                outlets=[links.outlet(o) for o in outlets[: params.syndicated_outlets]],
                articles=len(rows),
                first=stamp(first.published_at, first.published_precision),
            )
        )
    return sorted(made, key=lambda s: -s.articles)


def _not_compared(row: IncomparableRow, claims: dict[str, ClaimRow], params: Params) -> NotCompared:
    pair = [claims.get(row.example["a"]), claims.get(row.example["b"])]
    told = [f"{in_words(c)} {labels().kinds[c.kind].noun} ({shortened(c.outlet, 40)})" for c in pair if c is not None]
    return NotCompared(
        shortened(row.reason, params.longest_reason), row.pairs, (told[0], told[1]) if len(told) == 2 else None
    )


def _origins(row: OriginsRow, params: Params) -> Origins:
    heading = labels().kinds[row.kind].heading
    return Origins(heading, number(row.figure), shortened(row.reason, params.longest_origins))


def _article(row: ArticleRow, links: Links, params: Params) -> ArticleLine:
    return ArticleLine(
        outlet=links.outlet(row.outlet),
        original=original(row.url, row.title),
        published=stamp(row.published_at, row.published_precision),
        credit=shortened(row.wire_credit, 60) if row.wire_credit else None,
        reasons=shortened("; ".join(row.reasons[: params.reasons]), params.longest_reason),
    )
