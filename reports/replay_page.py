"""An event's page as it could be known at a time, beside its ordinary page."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from rashomon.errors import WarehouseError
from reports.event_page import make_event_page
from reports.hostile import outlet_file
from reports.links import Links
from reports.pages import event_rows, newest_site
from reports.parts import Replayed
from reports.replays import replay_file
from reports.rows import EventRow
from reports.store import Store
from reports.times import known
from reports.writer import Writer


def render_replay(
    replayed: Path, published: Path, reports: Path, *, at: datetime, asked: str, sentence: str
) -> Path:  # fmt: skip
    """The path of the page of the only event in the warehouse `replayed`, as of `at`.

    `asked` is the time as the user wrote it, `sentence` says what of the coverage is left out. The ordinary page is not
    touched. Raises WarehouseError where one of the two warehouses cannot be read.
    """
    with Store(published) as store:
        site = replace(newest_site(store), root="../")
    with Store(replayed) as store:
        events = store.rows("events", EventRow)
        if not events:
            raise WarehouseError(str(replayed), "it holds no event")
        writer = Writer(reports)
        links = _links(reports)
        (rows,) = event_rows(store, events[:1])
        note = Replayed(
            known(at),
            asked,
            sentence,
            links.event(rows.event.event_id, "as it is known now"),
        )
        name = replay_file(rows.event.event_id, at)
        writer.page(f"events/{name}", "event.html", make_event_page(rows, site, links, replay=note))
    return reports / "events" / name


def _links(reports: Path) -> Links:
    """Links to the pages that stand in the folder."""
    return Links(
        "../",
        lambda event: (reports / "events" / f"{event}.html").is_file(),
        lambda outlet: (reports / "outlets" / outlet_file(outlet)).is_file(),
    )
