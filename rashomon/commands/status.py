"""`rashomon status`."""

from typing import Annotated

from cyclopts import Parameter

from rashomon.commands.options import Json, Warehouse


def status(
    *,
    warehouse: Warehouse = None,
    runs: Annotated[int, Parameter(help="How many runs are shown.")] = 5,
    json: Json = False,
) -> int:
    """The last runs, what changed in the newest, what each source gave, and what is open."""
    from rashomon.commands.output import dictionaries, print_json, print_table
    from rashomon.settings import load
    from warehouse.connect import reader
    from warehouse.sql import query

    parts: dict[str, tuple[list[str], list[tuple[object, ...]]]] = {}
    with reader(load(warehouse=warehouse).warehouse) as con:
        for part in ("runs", "changed", "sources", "open", "verdicts", "quarantined"):
            given = {"runs": runs} if part == "runs" else {}
            rows = con.execute(query(f"status_{part}"), given).fetchall()
            parts[part] = ([column[0] for column in con.description or []], rows)
    if json:
        print_json({part: dictionaries(columns, rows) for part, (columns, rows) in parts.items()})
        return 0
    titles = {
        "runs": "Last runs",
        "changed": "Changed in the newest run",
        "sources": "What each source gave in the newest run",
        "open": "Open discrepancies",
        "verdicts": "Verdicts",
        "quarantined": "In quarantine",
    }
    for part, (columns, rows) in parts.items():
        if rows:
            print_table(columns, rows, titles[part])
            print()
    return 0
