"""`rashomon run`."""

from rashomon.commands.options import Input, Json, Quiet, Reports, Verbose, Warehouse


def run(
    *inputs: Input,
    warehouse: Warehouse = None,
    reports: Reports = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    json: Json = False,
) -> int:
    """The whole pipeline as one Prefect flow run, from coverage to report.

    Without INPUT the shipped sample coverage is read. Running twice on the same input changes nothing. Exit code 3:
    a quality gate of severity critical stopped the run, and nothing of that stage was loaded.
    """
    from flows.launcher import prefect_api, wait_ready
    from rashomon.inputs import expand
    from rashomon.settings import load
    from warehouse.layout import Layout

    settings = load(inputs=inputs or None, warehouse=warehouse, reports=reports)
    expand(settings.inputs)  # a path that leads nowhere is told before anything is started
    # The server boots in a child process while this one imports the rest.
    with prefect_api(Layout(settings.warehouse.absolute()).state, verbose=verbose):
        from expectations.checkpoint import preload
        from flows.pipeline import rashomon_flow
        from flows.progress import Silent, reporting
        from rashomon.commands.progress import Progress

        preload()
        wait_ready()
        with reporting(Silent() if quiet or json else Progress(verbose=verbose)):
            result = rashomon_flow(settings.to_json())
    from rashomon.commands.summary import print_summary

    print_summary(settings, result, quiet=quiet, as_json=json)
    return 0
