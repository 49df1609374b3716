"""`rashomon sql`."""

from typing import Annotated, Literal

from cyclopts import Parameter

from rashomon.commands.options import Json, Warehouse


def sql(
    query: Annotated[str, Parameter(name="QUERY", help="One SELECT, or - to read it from standard input.")],
    /,
    *,
    warehouse: Warehouse = None,
    format: Annotated[Literal["table", "csv", "json"], Parameter(help="How rows are printed.")] = "table",
    json: Json = False,
) -> int:
    """A read-only query on the published warehouse.

    The tables and views are described in docs/data-dictionary.md. No other file can be read or written through it.
    """
    import sys

    import duckdb

    from rashomon.commands.output import dictionaries, print_csv, print_json, print_table
    from rashomon.errors import UsageError
    from rashomon.inputs import STDIN
    from rashomon.settings import load
    from warehouse.connect import reader

    statement = sys.stdin.read() if query == STDIN else query
    with reader(load(warehouse=warehouse).warehouse, locked_down=True) as con:
        try:
            answer = con.execute(statement)
            columns = [column[0] for column in answer.description or []]
            rows = answer.fetchall()
        except duckdb.Error as error:
            raise UsageError(" ".join(str(error).split())) from None
    if json or format == "json":
        print_json(dictionaries(columns, rows))
    elif format == "csv":
        print_csv(columns, rows)
    else:
        print_table(columns, rows)
    return 0
