"""The whole pipeline as one flow run."""

from typing import Any

from prefect import flow
from prefect.artifacts import create_link_artifact, create_table_artifact
from prefect.runtime import flow_run

from flows.run import Run, recorded
from flows.stages import (
    align_claims,
    cluster_events,
    find_discrepancies,
    group_copies,
    load_articles,
    make_estimates,
    publish_warehouse,
    read_claims,
    read_inputs,
    render_reports,
)
from rashomon.settings import Settings


@flow(name="rashomon", log_prints=False, persist_result=False)
def rashomon_flow(settings: dict[str, Any]) -> dict[str, Any]:
    """From outlets' coverage to a discrepancy report; `settings` is `Settings.to_json()`.

    Returns run_id, index (path of the report) and stages (row counts a stage).
    """
    with recorded(str(flow_run.id), Settings.from_json(settings)) as run:
        read_inputs(run)
        load_articles(run)
        group_copies(run)
        cluster_events(run)
        read_claims(run)
        align_claims(run)
        find_discrepancies(run)
        make_estimates(run)
        publish_warehouse(run)
        index = render_reports(run)
        _artifacts(run, index)
    return {"run_id": run.run_id, "index": index, "stages": _table(run)}


def _table(run: Run) -> list[dict[str, Any]]:
    return [{name: getattr(count, name) for name in count.__slots__} for count in run.counts]


def _artifacts(run: Run, index: str) -> None:
    create_table_artifact(key="rashomon-stages", table=_table(run), description="Rows and seconds a stage")
    create_link_artifact(key="rashomon-report", link=f"file://{index}", link_text="The discrepancy report")
