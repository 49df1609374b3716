"""Runs that were killed: Prefect shows them as running for ever unless somebody says that they are not."""

from collections.abc import Iterable
from contextlib import suppress
from uuid import UUID


def mark_crashed(flow_runs: Iterable[str], reason: str = "the process that ran it is gone") -> list[str]:
    """Mark those of the flow runs as crashed that still count as unfinished; returns their ids.

    For whoever knows that nothing runs them any more, as the holder of a warehouse's lock does. Runs that this API
    does not know (recorded on another server) are passed over.
    """
    from prefect.client.orchestration import get_client
    from prefect.exceptions import ObjectNotFound
    from prefect.states import Crashed

    marked: list[str] = []
    waiting = list(flow_runs)
    if not waiting:
        return marked
    with get_client(sync_client=True) as client:
        for identity in waiting:
            with suppress(ObjectNotFound):
                state = client.read_flow_run(UUID(identity)).state
                if state is not None and not state.is_final():
                    client.set_flow_run_state(UUID(identity), Crashed(message=reason), force=True)
                    marked.append(identity)
    return marked
