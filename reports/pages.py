"""The published warehouse as a folder of static pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from expectations.contracts.vocabulary import Kind
from rashomon.errors import WarehouseError
from reports import outlet_pages, quality_page
from reports.cards import Params as CardParams
from reports.contexts import MovedPage
from reports.event_page import EventRows, make_event_page
from reports.hostile import outlet_file, safe_event_id, shortened
from reports.index_pages import make_index_pages
from reports.links import LONGEST_TITLE, Links
from reports.log_rows import CheckRow, QuarantineRow, RunRow, TotalsRow, TrendRow
from reports.outlet_pages import make_outlet_page
from reports.outlet_parts import OutletRecord
from reports.parts import Site
from reports.quality_page import make_quality_page
from reports.relay_rows import OutletFaultRow, OutletPartyRow, OutletProfileRow, OutletRelayRow, RelayRole
from reports.relays import Params as RelayParams
from reports.relays import make_outlets_page, make_record
from reports.replays import replays_in
from reports.rows import (
    ArticleRow,
    ClaimRow,
    DiscrepancyRow,
    EstimateRow,
    EventRow,
    IncomparableRow,
    LedgerRow,
    OriginsRow,
    OutletArticleRow,
    OutletDiscrepancyRow,
    OutletFigureRow,
    OutletRow,
    RelationRow,
    TollRow,
)
from reports.store import Store, grouped
from reports.times import stamp
from reports.writer import Writer, environment, in_one_step, stylesheet

BATCH = 200
REASONS = 12


@dataclass(frozen=True, slots=True)
class Rendered:
    """What was written: the index, the number of event pages and of pages in all."""

    index: Path
    events: int
    pages: int


def render(
    warehouse: Path,
    reports: Path,
    event_ids: Sequence[str] | None = None,
    on_page: Callable[[], None] | None = None,
) -> Rendered:
    """Renders pages from the published warehouse into the folder `reports`.

    With `event_ids`, only these events' pages, those of their outlets, the index and the quality page; else all, and
    pages of events that are gone are removed. An event has a page where it has claims. `on_page` is called after
    each page. Raises WarehouseError where the warehouse cannot be read.
    """
    with Store(warehouse) as store:
        work = _Rendering(store, Writer(reports), event_ids, on_page or (lambda: None))
        return work.run()


class _Rendering:
    def __init__(
        self, store: Store, writer: Writer, event_ids: Sequence[str] | None, on_page: Callable[[], None]
    ) -> None:
        self.store, self.writer, self.on_page = store, writer, on_page
        self.all = event_ids is None
        self.events = store.rows("events", EventRow)
        wanted = {e.event_id for e in self.events} if event_ids is None else set(event_ids)
        self.paged = [e for e in self.events if e.event_id in wanted and _has_page(e)]
        self.current = [e for e in self.paged if e.superseded_by is None]
        self.outlets = self._outlets()
        self.runs = store.rows("runs", RunRow, {"most": quality_page.Params().runs})
        self.profiles = store.rows("outlet_profiles", OutletProfileRow)
        self.parties = grouped(store.rows("outlet_parties", OutletPartyRow), "outlet")
        self.site = newest_site(store)
        self.links = self._links()

    def run(self) -> Rendered:
        self.writer.assets()
        for event_page in (self._event_pages(), self._moved_pages(), self._outlet_pages(), self._front_pages()):
            for _ in event_page:
                self.on_page()
        if self.all:
            self.writer.sweep()
        return Rendered(self.writer.folder / "index.html", len(self.current), len(self.writer.written))

    def _outlets(self) -> list[str]:
        ids = [e.event_id for e in self.events] if self.all else [e.event_id for e in self.current]
        return [row.outlet for row in self.store.rows("outlets", OutletRow, {"event_ids": ids})]

    def _links(self) -> Links:
        """Links to pages that this rendering writes, or, where it writes only some, that an earlier one left."""
        folder, events, outlets = self.writer.folder, {e.event_id for e in self.paged}, set(self.outlets)

        @cache
        def has_event(event_id: str) -> bool:
            return event_id in events or (not self.all and (folder / "events" / f"{event_id}.html").is_file())

        @cache
        def has_outlet(outlet: str) -> bool:
            return outlet in outlets or (not self.all and (folder / "outlets" / outlet_file(outlet)).is_file())

        return Links("", has_event, has_outlet)

    def _event_pages(self) -> Iterator[None]:
        site, links = replace(self.site, root="../"), replace(self.links, root="../")
        replays = replays_in(self.writer.folder / "events")
        for start in range(0, len(self.current), BATCH):
            batch = self.current[start : start + BATCH]
            for rows in event_rows(self.store, batch):
                event = rows.event.event_id
                page = make_event_page(rows, site, links, replays=replays.get(event, ()))
                self.writer.page(f"events/{event}.html", "event.html", page)
                yield

    def _moved_pages(self) -> Iterator[None]:
        titles = {e.event_id: e.title for e in self.events}
        links = replace(self.links, root="../")
        for event in self.paged:
            if event.superseded_by is not None:
                into = links.event(event.superseded_by, titles.get(event.superseded_by, event.superseded_by))
                title = shortened(event.title, LONGEST_TITLE) or "Untitled event"
                context = MovedPage(replace(self.site, root="../"), title, into)
                self.writer.page(f"events/{event.event_id}.html", "moved.html", context)
                yield

    def _outlet_pages(self) -> Iterator[None]:
        params = outlet_pages.Params()
        site, links = replace(self.site, root="../"), replace(self.links, root="../")
        for start in range(0, len(self.outlets), BATCH):
            names = {"outlets": self.outlets[start : start + BATCH]}
            articles = grouped(
                self.store.rows("outlet_articles", OutletArticleRow, {**names, "most": params.articles}), "outlet"
            )
            figures = grouped(
                self.store.rows("outlet_figures", OutletFigureRow, {**names, "most": params.figures}), "outlet"
            )
            found = grouped(
                self.store.rows("outlet_discrepancies", OutletDiscrepancyRow, {**names, "most": params.findings}),
                "outlet",
            )
            for name, record in self._records(names["outlets"], links):
                context = make_outlet_page(
                    name, articles.get(name, []), figures.get(name, []), found.get(name, []),
                    record=record, site=site, links=links,
                )  # fmt: skip
                self.writer.page(f"outlets/{outlet_file(name)}", "outlet.html", context)
                yield

    def _records(self, outlets: list[str], links: Links) -> Iterator[tuple[str, OutletRecord | None]]:
        params, names = RelayParams(), {"outlets": outlets}
        profiles = {row.outlet: row for row in self.profiles}
        relays = grouped(self.store.rows("outlet_relays", OutletRelayRow, {**names, "most": params.relays}), "outlet")
        roles = {"roles": [role.value for role in RelayRole], "most": params.faults}
        faults = grouped(self.store.rows("outlet_faults", OutletFaultRow, {**names, **roles}), "outlet")
        for name in outlets:
            told = (self.parties.get(name, []), faults.get(name, []), relays.get(name, []))
            yield name, make_record(profiles.get(name), *told, links)

    def _front_pages(self) -> Iterator[None]:
        params = quality_page.Params()
        trend = self.store.rows("check_trend", TrendRow, {"most": params.trend})
        checks = self.store.rows("checks", CheckRow, {"run_id": trend[-1].run_id}) if trend else []
        quarantine = self.store.rows("quarantine", QuarantineRow, {"most": params.reasons})
        totals = self.store.rows("totals", TotalsRow)[0]
        quality = make_quality_page(self.runs, checks, trend, quarantine, aside=totals.quarantined, site=self.site)
        self.writer.page("quality.html", "quality.html", quality)
        yield
        outlets = make_outlets_page(self.profiles, self.parties, self.site, self.links)
        self.writer.page("outlets.html", "outlets.html", outlets)
        yield
        consensus = self.store.by_event("tolls", TollRow, {})
        for name, context in make_index_pages(self.events, consensus, totals, site=self.site, links=self.links):
            self.writer.page(name, "index.html", context)
            yield


def newest_site(store: Store) -> Site:
    """What pages say of the newest run, for pages at the root of the folder."""
    runs = store.rows("runs", RunRow, {"most": 1})
    if not runs:
        return Site(root="", version="", run="", written=None)
    return Site(root="", version=runs[0].version, run=runs[0].run_id, written=stamp(runs[0].started_at))


def event_rows(store: Store, events: Sequence[EventRow]) -> Iterator[EventRows]:
    """All that the page of each of the events needs, in their order."""
    ids = {"event_ids": [e.event_id for e in events]}
    articles = store.by_event("articles", ArticleRow, ids)
    claims = store.by_event("claims", ClaimRow, {**ids, "context": 2 * CardParams().context})
    kinds = {**ids, "kinds": [k.value for k in Kind]}
    discrepancies = store.by_event("discrepancies", DiscrepancyRow, kinds)
    estimates = store.by_event("estimates", EstimateRow, ids)
    relations = store.by_event("relations", RelationRow, ids)
    incomparable = store.by_event("incomparable", IncomparableRow, {**ids, "reasons": REASONS})
    ledger = store.by_event("ledger", LedgerRow, kinds)
    origins = store.by_event("figure_origins", OriginsRow, kinds)
    for event in events:
        key = event.event_id
        yield EventRows(
            event, articles.get(key, []), claims.get(key, []), discrepancies.get(key, []), estimates.get(key, []),
            relations.get(key, []), incomparable.get(key, []), ledger.get(key, []), origins.get(key, []),
        )  # fmt: skip


def single_page(warehouse: Path, file: Path) -> None:
    """The page of a warehouse's only event as one file that needs no other: its style stands in it, no other page is
    linked. Raises WarehouseError where the warehouse cannot be read or holds no event.
    """
    with Store(warehouse) as store:
        events = store.rows("events", EventRow)
        if not events:
            raise WarehouseError(str(warehouse), "it holds no event")
        site = Site(root="", version="", run="", written=None, style=stylesheet())
        links = Links("", has_event=lambda _: False, has_outlet=lambda _: False)
        (rows,) = event_rows(store, events[:1])
        text = environment().get_template("event.html").render(page=make_event_page(rows, site, links))
    in_one_step(file, text.encode("utf-8", "replace"))


def _has_page(event: EventRow) -> bool:
    return safe_event_id(event.event_id) and (event.n_claims > 0 or event.superseded_by is not None)
