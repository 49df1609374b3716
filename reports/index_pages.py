"""The index: events newest first, in pages; events that one article alone tells of on pages of their own."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from expectations.contracts.vocabulary import Kind, Relation
from reports.contexts import IndexPage
from reports.event_page import severity_counts, tolls
from reports.figures import plural
from reports.hostile import shortened
from reports.labels import labels
from reports.links import Links
from reports.log_rows import TotalsRow
from reports.parts import Count, EventLine, Pager, Site
from reports.rows import EventRow, TollRow
from reports.times import day_range


@dataclass(frozen=True, slots=True)
class Params:
    """Events on one page of the index, and the tolls shown of each."""

    lines: int = 100
    single_lines: int = 200
    tolls: int = 3


def is_single(event: EventRow) -> bool:
    """Whether one article alone tells of it and nothing was found in it."""
    return event.n_articles <= 1 and event.high + event.medium + event.low == 0


def make_index_pages(
    events: list[EventRow],
    consensus: dict[str, list[TollRow]],
    totals: TotalsRow,
    *,
    site: Site,
    links: Links,
    params: Params | None = None,
) -> Iterator[tuple[str, IndexPage]]:
    """File names and contexts: index.html is always there, single.html where there are such events."""
    chosen = params or Params()
    current = [e for e in events if e.superseded_by is None]
    told = {True: [e for e in current if is_single(e)], False: [e for e in current if not is_single(e)]}
    summary = (
        f"{plural(totals.articles, 'article')} of {plural(totals.outlets, 'outlet')}, "
        f"{plural(totals.claims, 'claim')}, {plural(totals.n_open, 'open discrepancy', 'open discrepancies')}."
    )
    for single, stem, size in ((False, "index", chosen.lines), (True, "single", chosen.single_lines)):
        mine = told[single]
        if single and not mine:
            continue
        pages = max(1, -(-len(mine) // size))
        for page in range(1, pages + 1):
            shown = mine[(page - 1) * size : page * size]
            kinds = Counter(k for e in shown for k in e.kinds)
            types = Counter(t for e in shown for t in e.types)
            pager = Pager(
                page,
                pages,
                newer=_name(stem, page - 1) if page > 1 else None,
                older=_name(stem, page + 1) if page < pages else None,
            )
            yield (
                _name(stem, page),
                IndexPage(
                    site=site,
                    single=single,
                    lines=[_line(e, consensus.get(e.event_id, []), links, chosen) for e in shown],
                    pager=pager,
                    n_events=len(told[False]),
                    n_single=len(told[True]),
                    totals=summary,
                    kinds=[Count(k.value, labels().kinds[k].heading, kinds[k]) for k in Kind if kinds[k]],
                    types=[Count(t.value, labels().types[t], types[t]) for t in Relation if types[t]],
                ),
            )


def _name(stem: str, page: int) -> str:
    return f"{stem}.html" if page == 1 else f"{stem}-{page}.html"


def _line(event: EventRow, estimates: list[TollRow], links: Links, params: Params) -> EventLine:
    counts = severity_counts(event)
    return EventLine(
        event=links.event(event.event_id, event.title),
        days=day_range(event.first_published, event.last_published),
        newest=event.last_published.isoformat() if event.last_published else "",
        place=shortened(event.place, 60) if event.place else None,
        tolls=tolls({e.kind: e for e in estimates})[: params.tolls],
        outlets=event.n_outlets,
        articles=event.n_articles,
        origins=event.n_independent_sources,
        severities=[c for c in counts if c.n],
        total=sum(c.n for c in counts),
        n_open=event.n_open,
        types=" ".join(event.types),
        kinds=" ".join(event.kinds),
    )
