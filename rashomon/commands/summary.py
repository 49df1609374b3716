"""What a run ends with: a table of events and two lines, or one JSON document."""

from pathlib import Path
from typing import Any

from rashomon.commands.output import dictionaries, plain, print_json, print_table
from rashomon.settings import Settings
from warehouse.connect import reader
from warehouse.sql import query

SHOWN_EVENTS = 10
COLUMNS = ("event", "articles", "outlets", "origins", "killed", "injured", "high", "medium", "low")


def _figure(low: int | None, best: int | None, high: int | None) -> str:
    if best is None:
        return ""
    return f"{best:,}" if low == high == best else f"{best:,} ({plain(low)}–{plain(high) or '…'})"


def _shown(value: object) -> str:
    """A path as a person would type it from here."""
    path = Path(str(value))
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def print_summary(settings: Settings, result: dict[str, Any], *, quiet: bool, as_json: bool) -> None:
    """The run's outcome on standard output; nothing with `quiet`."""
    if quiet and not as_json:
        return
    with reader(settings.warehouse) as con:
        row = con.execute(query("run_summary")).fetchone() or ()
        totals = dict(zip([column[0] for column in con.description or []], row, strict=True))
        events = con.execute(query("run_events"), {"events": SHOWN_EVENTS}).fetchall()
        columns = [column[0] for column in con.description or []]
    if as_json:
        print_json(
            {**result, "warehouse": str(settings.warehouse), "totals": totals, "events": dictionaries(columns, events)}
        )
        return
    rows = [
        (plain(e["title"])[:70], e["n_articles"], e["n_outlets"], e["n_independent_sources"],
         _figure(e["killed_low"], e["killed_best"], e["killed_high"]),
         _figure(e["injured_low"], e["injured_best"], e["injured_high"]), e["n_high"], e["n_medium"], e["n_low"])
        for e in dictionaries(columns, events)
    ]  # fmt: skip
    print_table(COLUMNS, rows)
    if totals["events"] > len(rows):
        print(f"… and {totals['events'] - len(rows):,} more events")
    print()
    aside = f" {totals['quarantined']:,} rows are in quarantine." if totals["quarantined"] else ""
    print(
        f"{totals['discrepancies']:,} discrepancies ({totals['high']:,} high, {totals['medium']:,} medium, "
        f"{totals['low']:,} low) in {totals['claims']:,} claims of {totals['articles']:,} articles "
        f"by {totals['outlets']:,} outlets on {totals['events']:,} events.{aside}"
    )
    print(f"Report: {_shown(result['index'])}   Warehouse: {_shown(settings.warehouse)}")
