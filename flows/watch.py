"""One line for each scheduled run, and no heap of runs that came due while another was still going.

Prefect's own limit with CANCEL_NEW would drop those too, but its slot is a lease: after `kill -9` it stays taken for
minutes, or for ever if the server was restarted, and every run meanwhile is cancelled. This keeps no state.
"""

import asyncio
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from rashomon.errors import RashomonError

if TYPE_CHECKING:
    from prefect.client.orchestration import PrefectClient
    from prefect.client.schemas.objects import FlowRun, State

LOOK_EVERY = timedelta(seconds=1)
LATE_AFTER = timedelta(seconds=1)
LATEST = 50


def run_line(run: "FlowRun", state: "State") -> str:
    """What is said of a run that is over: '09:30:04 brave-fox: completed in 4 s'."""
    when = state.timestamp.astimezone().strftime("%H:%M:%S")
    took = "" if state.is_cancelled() else f" in {run.total_run_time.total_seconds():.0f} s"
    why = f": {state.message.splitlines()[0]}" if state.message and not state.is_completed() else ""
    return f"{when} {run.name}: {(state.name or state.type.value).lower()}{took}{why}"


class RunWatch:
    """Follows the runs of one deployment; `alive` says whether the server can still be there."""

    def __init__(self, deployment: UUID, echo: Callable[[str], None], alive: Callable[[], bool]) -> None:
        self._deployment = deployment
        self._echo = echo
        self._alive = alive
        self._told: set[UUID] = set()

    async def follow(self) -> None:
        """Look every second, for ever. Raises RashomonError when the server is gone for good."""
        from httpx import HTTPError
        from prefect.client.orchestration import get_client

        async with get_client() as client:
            self._told = {run.id for run in await self._due(client) if run.state and run.state.is_final()}
            while True:
                await asyncio.sleep(LOOK_EVERY.total_seconds())
                if not self._alive():
                    raise RashomonError("the Prefect server ended")
                try:
                    runs = await self._due(client)
                    await self._skip_late(client, runs)
                except HTTPError:
                    continue
                self._tell(runs)

    async def begin(self) -> None:
        """Clear what an earlier serving process left that was killed: its run, and those that came due since then."""
        from prefect.client.orchestration import get_client

        await self.close_open("the process that ran it is gone")
        async with get_client() as client:
            await client.pause_deployment(self._deployment)  # deletes what is scheduled, of the past as well
            await client.resume_deployment(self._deployment)

    async def close_open(self, reason: str) -> int:
        """Mark runs as crashed that still count as running although nothing runs them; returns how many."""
        from prefect.client.orchestration import get_client
        from prefect.states import Crashed

        async with get_client() as client:
            stale = [run for run in await self._due(client) if _going(run)]
            for run in stale:
                await client.set_flow_run_state(run.id, Crashed(message=reason), force=True)
        return len(stale)

    async def _due(self, client: "PrefectClient") -> "list[FlowRun]":
        from prefect.client.schemas import filters
        from prefect.client.schemas.sorting import FlowRunSort

        now: Any = datetime.now(UTC)
        due = filters.FlowRunFilter(
            deployment_id=filters.FlowRunFilterDeploymentId(any_=[self._deployment]),
            expected_start_time=filters.FlowRunFilterExpectedStartTime(before_=now),
        )
        runs = await client.read_flow_runs(flow_run_filter=due, sort=FlowRunSort.EXPECTED_START_TIME_DESC, limit=LATEST)
        return runs[::-1]

    async def _skip_late(self, client: "PrefectClient", runs: "Iterable[FlowRun]") -> None:
        from prefect.states import Cancelled

        going = [run for run in runs if _going(run)]
        if not going:
            return
        late = datetime.now(UTC) - LATE_AFTER
        for run in runs:
            due = run.expected_start_time
            if run.state and run.state.is_scheduled() and due and due < late:
                skipped: State[None] = Cancelled(name="Skipped", message=f"{going[0].name} was still going")
                await client.set_flow_run_state(run.id, skipped)

    def _tell(self, runs: "Iterable[FlowRun]") -> None:
        for run in runs:
            if run.id not in self._told and run.state and run.state.is_final():
                self._told.add(run.id)
                self._echo(run_line(run, run.state))


def _going(run: "FlowRun") -> bool:
    return run.state is not None and (run.state.is_running() or run.state.is_pending() or run.state.is_cancelling())
