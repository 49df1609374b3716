"""One line for each scheduled run, and no heap of runs that came due while another was still going.

Prefect's own limit with CANCEL_NEW would drop those too, but its slot is a lease: after `kill -9` it stays taken for
minutes, or for ever if the server was restarted, and every run meanwhile is cancelled. This keeps no state.
"""

import asyncio
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from flows.leftover import mark_crashed
from rashomon.errors import RashomonError

if TYPE_CHECKING:
    from prefect.client.orchestration import PrefectClient
    from prefect.client.schemas.objects import FlowRun, State

LOOK_EVERY = timedelta(seconds=2)
LATE_AFTER = timedelta(seconds=1)
MOST = 50

GOING = ("PENDING", "RUNNING", "CANCELLING")
LATE = ("SCHEDULED",)
OVER = ("COMPLETED", "FAILED", "CRASHED", "CANCELLED")


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

    async def begin(self) -> None:
        """Clear what an earlier serving process left that was killed: its run, and those that came due since then."""
        from prefect.client.orchestration import get_client

        await self.close_open("the process that ran it is gone")
        async with get_client() as client:
            # The client's own method leaves what is overdue; this is the API's, which deletes all that is scheduled.
            await client.request(
                "POST", "/deployments/{id}/pause_deployment", path_params={"id": str(self._deployment)}
            )
            await client.resume_deployment(self._deployment)
            self._told = {run.id for run in await self._read(client, OVER)}

    async def follow(self) -> None:
        """Look every two seconds, for ever. Raises RashomonError when the server is gone for good."""
        from httpx import HTTPError
        from prefect.client.orchestration import get_client

        async with get_client() as client:
            while True:
                await asyncio.sleep(LOOK_EVERY.total_seconds())
                if not self._alive():
                    raise RashomonError("the Prefect server ended")
                try:
                    await self._skip_late(client)
                    self._tell(await self._read(client, OVER))
                except HTTPError:  # Prefect's client has tried for some time; so will we
                    continue

    async def close_open(self, reason: str) -> None:
        """Mark runs as crashed that still count as running although nothing runs them, and tell those that are over."""
        from prefect.client.orchestration import get_client

        async with get_client() as client:
            going = [str(run.id) for run in await self._read(client, GOING)]
            await asyncio.to_thread(mark_crashed, going, reason)
            if self._told:
                self._tell(await self._read(client, OVER))

    async def _read(self, client: "PrefectClient", types: Iterable[str]) -> "list[FlowRun]":
        """The latest `MOST` runs of these state types that are due by now, oldest first."""
        from prefect.client.schemas import filters
        from prefect.client.schemas.objects import StateType
        from prefect.client.schemas.sorting import FlowRunSort

        now: Any = datetime.now(UTC)
        of_type = filters.FlowRunFilterStateType(any_=[StateType(name) for name in types])
        due = filters.FlowRunFilter(
            deployment_id=filters.FlowRunFilterDeploymentId(any_=[self._deployment]),
            state=filters.FlowRunFilterState(type=of_type),
            expected_start_time=filters.FlowRunFilterExpectedStartTime(before_=now),
        )
        runs = await client.read_flow_runs(flow_run_filter=due, sort=FlowRunSort.EXPECTED_START_TIME_DESC, limit=MOST)
        return runs[::-1]

    async def _skip_late(self, client: "PrefectClient") -> None:
        from prefect.states import Cancelled

        going = await self._read(client, GOING)
        if not going:
            return
        for run in await self._read(client, LATE):
            due = run.expected_start_time
            if due is not None and due < datetime.now(UTC) - LATE_AFTER:
                skipped: State[None] = Cancelled(name="Skipped", message=f"{going[0].name} was still going")
                await client.set_flow_run_state(run.id, skipped)

    def _tell(self, runs: "Iterable[FlowRun]") -> None:
        for run in runs:
            if run.id not in self._told and run.state:
                self._told.add(run.id)
                self._echo(run_line(run, run.state))
