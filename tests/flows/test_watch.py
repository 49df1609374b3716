"""What is done about runs that come due while another is going, and what is said; without a server."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from flows.quiet import apply_quiet
from flows.watch import RunWatch

apply_quiet()
from prefect import states  # noqa: E402
from prefect.client.schemas.objects import FlowRun, State  # noqa: E402


class Api:
    """The one call of Prefect's client that changes something."""

    def __init__(self) -> None:
        self.set: dict[UUID, State] = {}

    async def set_flow_run_state(self, run: UUID, state: State) -> None:
        self.set[run] = state


def run(state: State, *, due: float) -> FlowRun:
    when = datetime.now(UTC) + timedelta(seconds=due)
    return FlowRun(flow_id=uuid4(), name=f"due{due:+g}", state=state, expected_start_time=when)


def skipped(*runs: FlowRun) -> list[str]:
    api = Api()
    watch = RunWatch(uuid4(), print, lambda: True)
    asyncio.run(watch._skip_late(api, runs))
    assert all(state.is_cancelled() and state.name == "Skipped" for state in api.set.values())
    return [run.name for run in runs if run.id in api.set]


def test_runs_due_while_another_is_going_are_skipped() -> None:
    late = [run(states.Scheduled(), due=-20), run(states.Late(), due=-10)]
    assert skipped(run(states.Running(), due=-30), *late, run(states.Scheduled(), due=5)) == ["due-20", "due-10"]
    assert skipped(run(states.Pending(), due=-30), *late) == ["due-20", "due-10"]


def test_late_runs_stay_when_nothing_is_going() -> None:
    assert skipped(run(states.Completed(), due=-30), run(states.Late(), due=-10)) == []


def test_each_run_is_told_once_when_it_is_over() -> None:
    said: list[str] = []
    watch = RunWatch(uuid4(), said.append, lambda: True)
    over = run(states.Completed(), due=-9)
    failed = run(states.Failed(message="the feed is gone\nTraceback"), due=-4)
    going = run(states.Running(), due=-1)
    watch._tell([over, failed, going])
    watch._tell([over, failed, going])
    assert [line.split(" ", 1)[1] for line in said] == [
        "due-9: completed in 0 s",
        "due-4: failed in 0 s: the feed is gone",
    ]
