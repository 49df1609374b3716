"""`rashomon report`."""

from typing import Annotated

from cyclopts import Parameter

from rashomon.commands.options import Quiet, Reports, Warehouse


def report(
    *events: Annotated[str, Parameter(name="EVENT", help="event_ids; without any, every event.")],
    warehouse: Warehouse = None,
    reports: Reports = None,
    quiet: Quiet = False,
) -> int:
    """Renders reports from the published warehouse again: the index, and a page for each event."""
    from rashomon.errors import UsageError
    from rashomon.settings import load
    from reports.pages import render
    from warehouse.connect import reader
    from warehouse.sql import query

    settings = load(warehouse=warehouse, reports=reports)
    with reader(settings.warehouse) as con:
        known = {row[0] for row in con.execute(query("event_ids")).fetchall()}
    unknown = [event for event in events if event not in known]
    if unknown:
        raise UsageError(f"no event {unknown[0]!r}", hint='see: rashomon sql "SELECT event_id, title FROM events"')
    rendered = render(settings.warehouse, settings.reports, events or None)
    if not quiet:
        print(f"{rendered.pages:,} pages. Report: {rendered.index}")
    return 0
