"""One outlet's rows as the context of its page."""

from dataclasses import dataclass

from reports.contexts import OutletPage
from reports.figures import in_words, plural
from reports.hostile import shortened
from reports.labels import labels
from reports.links import LONGEST_TITLE, Links, original
from reports.outlet_parts import OutletArticle, OutletFigure, OutletFinding, OutletRecord
from reports.parts import Link, Site
from reports.rows import OutletArticleRow, OutletDiscrepancyRow, OutletFigureRow
from reports.times import stamp


@dataclass(frozen=True, slots=True)
class Params:
    """How much of each list an outlet's page holds."""

    articles: int = 120
    figures: int = 80
    findings: int = 40
    longest_explanation: int = 400


def make_outlet_page(
    outlet: str,
    articles: list[OutletArticleRow],
    figures: list[OutletFigureRow],
    findings: list[OutletDiscrepancyRow],
    *,
    record: OutletRecord | None,
    site: Site,
    links: Links,
    params: Params | None = None,
) -> OutletPage:
    """The context of outlets/<name>.html; the lists hold at most what the queries' `$most` let through."""
    chosen = params or Params()
    n_articles = articles[0].n_all if articles else 0
    n_findings = findings[0].n_all if findings else 0
    events = len({a.event_id for a in articles if a.event_id})
    found = plural(n_findings, "discrepancy", "discrepancies") if n_findings else "no discrepancy"
    return OutletPage(
        site=site,
        outlet=shortened(outlet, LONGEST_TITLE) or "unnamed outlet",
        sentence=f"{plural(n_articles, 'article')} about {plural(events, 'event')}; part of {found}.",
        record=record,
        findings=[_finding(row, links, chosen) for row in findings],
        findings_left_out=max(0, n_findings - len(findings)),
        figures=[_figure(row, links) for row in figures],
        articles=[_article(row, links) for row in articles],
        articles_left_out=max(0, n_articles - len(articles)),
    )


def _finding(row: OutletDiscrepancyRow, links: Links, params: Params) -> OutletFinding:
    words = labels()
    return OutletFinding(
        event=links.event(row.event_id, row.event_title, f"#d-{row.discrepancy_id}"),
        type_name=words.types[row.type],
        kind_name=words.kinds[row.kind].heading,
        severity=row.severity,
        severity_name=words.severities[row.severity],
        status_name=words.statuses[row.status],
        explanation=shortened(row.explanation, params.longest_explanation),
    )


def _figure(row: OutletFigureRow, links: Links) -> OutletFigure:
    source = row.attributed_to or row.source_canonical
    return OutletFigure(
        event=links.event(row.event_id, row.event_title),
        kind_name=labels().kinds[row.kind].heading,
        figure=in_words(row) + {"denies": " (denied)", "unconfirmed": " (unconfirmed)"}.get(row.stance, ""),
        source=shortened(source, 80) if source else None,
        as_of=stamp(row.as_of, row.as_of_precision),
    )


def _article(row: OutletArticleRow, links: Links) -> OutletArticle:
    event: Link | None = links.event(row.event_id, row.event_title or "") if row.event_id else None
    return OutletArticle(
        original=original(row.url, row.title),
        event=event,
        published=stamp(row.published_at, row.published_precision),
        credit=shortened(row.wire_credit, 60) if row.wire_credit else None,
        claims=row.n_claims,
    )
