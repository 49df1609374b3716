"""`rashomon report`."""

from typing import Annotated

from cyclopts import Parameter

from rashomon.commands.options import Json, Quiet, Reports, Warehouse


def report(
    *events: Annotated[str, Parameter(name="EVENT", help="event_ids; without any, every event.")],
    warehouse: Warehouse = None,
    reports: Reports = None,
    as_of: Annotated[
        str | None,
        Parameter(
            name="--as-of",
            help="Replay each EVENT as it could be known at this ISO 8601 time, from what was published by then: its "
            "toll ledger is printed, its page written beside the ordinary one. A time without a zone is UTC; a day "
            "means its end.",
        ),
    ] = None,
    json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Renders reports from the published warehouse again: the index, and a page for each event.

    With --as-of, an article counts from its publication on, one dated to a day from that day's end, an undated one
    never; it is said how many are left out.
    """
    from rashomon.commands.output import print_json
    from rashomon.errors import UsageError
    from rashomon.settings import load
    from reports.pages import render
    from warehouse.connect import reader
    from warehouse.sql import query

    if as_of is not None and not events:
        raise UsageError("--as-of needs an EVENT", hint='see: rashomon sql "SELECT event_id, title FROM events"')
    settings = load(warehouse=warehouse, reports=reports)
    with reader(settings.warehouse) as con:
        known = {row[0] for row in con.execute(query("event_ids")).fetchall()}
    unknown = [event for event in events if event not in known]
    if unknown:
        raise UsageError(f"no event {unknown[0]!r}", hint='see: rashomon sql "SELECT event_id, title FROM events"')
    if as_of is not None:
        from rashomon.commands.replayed import replay, time_of

        return replay(settings, events, time_of(as_of), asked=as_of, json=json, quiet=quiet)
    rendered = render(settings.warehouse, settings.reports, events or None)
    if json:
        print_json({"events": rendered.events, "pages": rendered.pages, "index": str(rendered.index)})
    elif not quiet:
        print(f"{rendered.pages:,} pages. Report: {rendered.index}")
    return 0
