"""`rashomon quarantine list` and `show`."""

from typing import Annotated

from cyclopts import App, Parameter

from rashomon.commands.options import Json, Warehouse

app = App(name="quarantine", help="Rows set aside, with their reasons.", help_format="plaintext")

Stage = Annotated[str | None, Parameter(name="--stage", help="Only rows of this stage.")]


@app.command(name="list")
def list_rows(*, warehouse: Warehouse = None, stage: Stage = None, json: Json = False) -> int:
    """The rows set aside: stage, record, reasons, run, when."""
    from rashomon.commands.output import dictionaries, print_json, print_table
    from rashomon.settings import load
    from warehouse.connect import reader
    from warehouse.sql import query

    with reader(load(warehouse=warehouse).warehouse) as con:
        rows = con.execute(query("quarantine_list"), {"stage": stage}).fetchall()
        columns = [column[0] for column in con.description or []]
    if json:
        print_json(dictionaries(columns, rows))
    elif rows:
        print_table(columns, rows)
        print(f"{len(rows):,} row{'s' if len(rows) != 1 else ''}; see one with: rashomon quarantine show RECORD")
    else:
        print("Nothing is in quarantine.")
    return 0


@app.command(name="show")
def show_row(
    record: Annotated[str, Parameter(name="RECORD", help="Its record_id, as the list shows it.")],
    /,
    *,
    warehouse: Warehouse = None,
    stage: Stage = None,
    json: Json = False,
) -> int:
    """One row as it was, with every reason. Exit code 2 where there is none of that name."""
    import json as codec

    from rashomon.commands.output import plain, print_json
    from rashomon.errors import UsageError
    from rashomon.settings import load
    from warehouse.connect import reader
    from warehouse.sql import query

    with reader(load(warehouse=warehouse).warehouse) as con:
        rows = con.execute(query("quarantine_show"), {"record": record, "stage": stage}).fetchall()
        columns = [column[0] for column in con.description or []]
    if not rows:
        raise UsageError(f"no row {record!r} is in quarantine", hint="see: rashomon quarantine list")
    found = [{**dict(zip(columns, row, strict=True))} for row in rows]
    for entry in found:
        entry["record"] = codec.loads(entry["record"])
    if json:
        print_json(found)
        return 0
    for entry in found:
        print(f"{plain(entry['record_id'])}  (stage {entry['stage']}, {plain(entry['quarantined_at'])})")
        for reason in entry["reasons"]:
            print(f"  - {plain(reason)}")
        print_json(entry["record"])
    return 0
