"""`rashomon serve`."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from rashomon.commands.options import Input, Quiet, Reports, Warehouse


def serve(
    *inputs: Input,
    cron: Annotated[str | None, Parameter(help="A cron expression, in local time: '*/30 * * * *'.")] = None,
    every: Annotated[float | None, Parameter(help="Seconds from one run to the next.")] = None,
    warehouse: Warehouse = None,
    reports: Reports = None,
    quiet: Quiet = False,
) -> int:
    """Scheduled flow runs through Prefect, until stopped with Ctrl-C.

    PREFECT_API_URL names the server to use; without it one is started on loopback for as long as this goes on. A run
    that comes due while another is still going is skipped.
    """
    import sys

    from flows.serve import serve as keep_serving
    from rashomon.inputs import expand
    from rashomon.settings import load
    from warehouse.layout import Layout

    def tell(line: str) -> None:
        if not quiet:
            print(line, file=sys.stderr, flush=True)

    settings = load(
        inputs=tuple(i if i == "-" else str(Path(i).absolute()) for i in inputs) or None,
        warehouse=warehouse,
        reports=reports,
    )
    expand(settings.inputs)
    return keep_serving(
        {"settings": settings.to_json()},
        cron=cron,
        every=every,
        state=Layout(settings.warehouse.absolute()).state,
        entry="flows.pipeline:rashomon_flow",
        echo=tell,
    )
