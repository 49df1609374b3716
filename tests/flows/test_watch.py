"""What is done about runs that come due while another is going, and what is said; without a server."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from flows.quiet import apply_quiet
from flows.watch import RunWatch

apply_quiet()
from prefect import states  # noqa: E402
from prefect.client.schemas.filters import FlowRunFilter  # noqa: E402
from prefect.client.schemas.objects import FlowRun, State  # noqa: E402
from prefect.client.schemas.sorting import FlowRunSort  # noqa: E402


class Api:
    """The two calls of Prefect's client that matter here, over a list of runs."""

    def __init__(self, *runs: FlowRun) -> None:
        self.runs = runs
        self.set: dict[UUID, State] = {}

    async def read_flow_runs(self, *, flow_run_filter: FlowRunFilter, sort: FlowRunSort, limit: int) -> list[FlowRun]:
        assert sort is FlowRunSort.EXPECTED_START_TIME_DESC
        wanted, before = flow_run_filter.state.type.any_, flow_run_filter.expected_start_time.before_
        found = [run for run in self.runs if run.state.type in wanted and run.expected_start_time <= before]
        return sorted(found, key=lambda run: run.expected_start_time, reverse=True)[:limit]

    async def set_flow_run_state(self, run: UUID, state: State) -> None:
        self.set[run] = state


def run(state: State, *, due: float) -> FlowRun:
    when = datetime.now(UTC) + timedelta(seconds=due)
    return FlowRun(flow_id=uuid4(), name=f"due{due:+g}", state=state, expected_start_time=when)


def skipped(*runs: FlowRun) -> list[str]:
    api = Api(*runs)
    watch = RunWatch(uuid4(), print, lambda: True)
    asyncio.run(watch._skip_late(api))
    assert all(state.is_cancelled() and state.name == "Skipped" for state in api.set.values())
    return [run.name for run in runs if run.id in api.set]


def test_runs_due_while_another_is_going_are_skipped() -> None:
    late = [run(states.Scheduled(), due=-20), run(states.Late(), due=-10)]
    soon = [run(states.Scheduled(), due=5), run(states.Scheduled(), due=-0.2)]
    assert skipped(run(states.Running(), due=-30), *late, *soon) == ["due-20", "due-10"]
    assert skipped(run(states.Pending(), due=-30), *late) == ["due-20", "due-10"]


def test_late_runs_stay_when_nothing_is_going() -> None:
    assert skipped(run(states.Completed(), due=-30), run(states.Late(), due=-10)) == []


def test_each_run_is_told_once_when_it_is_over() -> None:
    said: list[str] = []
    watch = RunWatch(uuid4(), said.append, lambda: True)
    over = run(states.Completed(), due=-9)
    failed = run(states.Failed(message="the feed is gone\nTraceback"), due=-4)
    watch._tell([over])
    watch._tell([over, failed])
    assert [line.split(" ", 1)[1] for line in said] == [
        "due-9: completed in 0 s",
        "due-4: failed in 0 s: the feed is gone",
    ]
