"""`rashomon quality`."""

from typing import Annotated

from cyclopts import Parameter

from rashomon.commands.options import Json, Warehouse


def quality(
    *,
    warehouse: Warehouse = None,
    every: Annotated[bool, Parameter(name="--all", negative="", help="Every expectation, not only failures.")] = False,
    runs: Annotated[int, Parameter(help="How many runs the trend goes back.")] = 10,
    json: Json = False,
) -> int:
    """The last quality results, stage by stage, with trends.

    Exit code 0 whatever they say: it is `rashomon run` that stops at a gate.
    """
    from rashomon.commands.output import dictionaries, print_json, print_table
    from rashomon.settings import load
    from warehouse.connect import reader
    from warehouse.sql import query

    with reader(load(warehouse=warehouse).warehouse) as con:
        results = con.execute(query("quality_latest")).fetchall()
        result_columns = [column[0] for column in con.description or []]
        stages = con.execute(query("quality_stages")).fetchall()
        stage_columns = [column[0] for column in con.description or []]
        trend = con.execute(query("quality_trend"), {"runs": runs}).fetchall()
        trend_columns = [column[0] for column in con.description or []]
    if json:
        print_json(
            {
                "stages": dictionaries(stage_columns, stages),
                "results": dictionaries(result_columns, results),
                "trend": dictionaries(trend_columns, trend),
            }
        )
        return 0
    print_table(stage_columns, stages, "The last run that checked anything")
    success = result_columns.index("success")
    shown = [row for row in results if every or not row[success]]
    if shown:
        print_table(result_columns, shown, "Expectations" if every else "Expectations that failed")
    else:
        print("Every expectation held.")
    print_table(trend_columns, trend, "Trend")
    return 0
