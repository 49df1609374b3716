"""Scheduled runs: a deployment, its runner, and where no server is named a real one on loopback, until stopped.

A schedule on Prefect's temporary server never runs anything: its scheduler does not run there. Runs are processes of
their own and one after the other; a run that comes due while another is still going is skipped.
"""

import asyncio
import fcntl
import os
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import blake2s
from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import UUID

from flows.apart import Echo, printing_to
from flows.drain import send_what_is_queued
from flows.home import named_api
from flows.ports import claimed_port
from flows.quiet import apply_quiet, refresh_settings
from flows.schedule import check_one, make_schedule
from flows.served import ENTRYPOINT, SERVED_FLOW, SERVING_PID, load
from flows.server import ServerChild
from flows.watch import RunWatch
from rashomon.errors import BusyError, RashomonError

if TYPE_CHECKING:
    from prefect.runner import Runner

UI_PORT = 4200
LOG_NAME = "serve.log"
READY_TIMEOUT = 90.0
GRACE = 10.0


def serve(
    parameters: Mapping[str, object],
    *,
    cron: str | None,
    every: float | None,
    state: Path,
    entry: str,
    echo: Echo,
) -> int:
    """Run the flow `entry` ('package.module:flow') on a schedule until SIGINT or SIGTERM; returns the exit code.

    `parameters` are the flow's and must be JSON-able; `cron` counts in local time, `every` in seconds; `state` holds
    the lock, the server's log and what runs print; `echo` gets one line a run. Raises UsageError for a wrong schedule
    before anything is started, BusyError when another process serves the same `state`, RashomonError when the server
    does not come up.
    """
    check_one(cron, every)
    apply_quiet()
    os.environ.setdefault("PREFECT_RUNNER_POLL_FREQUENCY", "2")
    schedule = make_schedule(cron, every)
    with _only_one(state), printing_to(state / LOG_NAME, echo) as say, _server(state, say) as alive:
        os.environ |= {SERVING_PID: str(os.getpid()), SERVED_FLOW: entry}
        flow = load(entry)
        name = f"served-{blake2s(str(state.resolve()).encode(), digest_size=3).hexdigest()}"
        from prefect.deployments.runner import RunnerDeployment
        from prefect.runner import Runner

        deployment = RunnerDeployment.from_flow(
            flow,
            name,
            schedule=schedule,
            parameters=dict(parameters),
            description=f"rashomon serve; its state is in {state.resolve()}",
            tags=["rashomon"],
        )
        deployment.entrypoint = ENTRYPOINT
        # Fetched ten seconds ahead, as is the default, a run that never began would have to be cancelled at the end.
        runner = Runner(name=name, limit=1, pause_on_shutdown=True, prefetch_seconds=1)
        identity = cast(UUID, runner.add_deployment(deployment))  # a coroutine only where a loop runs already
        when = f"every {every:g} s" if every is not None else f"cron {cron} ({schedule.timezone})"
        say(f"{flow.name}/{name}: {when}; stop with Ctrl-C")
        asyncio.run(_until_stopped(runner, RunWatch(identity, say, alive)))
    return 0


@contextmanager
def _only_one(state: Path) -> Iterator[None]:
    """The kernel frees the lock, whatever happens to this process."""
    state.mkdir(parents=True, exist_ok=True)
    with (state / "serve.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            lock.seek(0)
            raise BusyError(str(state), lock.read().strip() or None) from error
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


@contextmanager
def _server(state: Path, echo: Echo) -> Iterator[Callable[[], bool]]:
    """The API to use; yields whether it can still be there."""
    named = named_api()
    if named is not None:
        echo(f"Prefect API: {named}")
        yield lambda: True
        return
    with claimed_port(UI_PORT) as port:
        child = ServerChild(state, port)
        os.environ["PREFECT_API_URL"] = child.url
        refresh_settings()
        child.start()
        try:
            child.wait_ready(READY_TIMEOUT)
            echo(f"Prefect UI: {child.url.removesuffix('/api')}")
            yield lambda: child.running
        finally:
            del os.environ["PREFECT_API_URL"]
            send_what_is_queued()
            child.stop()


async def _until_stopped(runner: "Runner", watch: RunWatch) -> None:
    await watch.begin()
    stop = asyncio.Event()
    serving = asyncio.create_task(runner.start())
    await asyncio.sleep(0)  # the runner sets a signal handler first, which exits without ending the run
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    others = [asyncio.create_task(watch.follow()), asyncio.create_task(stop.wait())]
    done, _ = await asyncio.wait([serving, *others], return_when=asyncio.FIRST_COMPLETED)
    if runner.started:
        await runner.astop()  # ends the run that is going: asked first, killed after half a minute
    await asyncio.wait([serving], timeout=GRACE)
    for task in (serving, *others):
        task.cancel()
    await asyncio.gather(serving, *others, return_exceptions=True)
    for task in done:
        if (error := task.exception()) is not None:
            raise error if isinstance(error, RashomonError) else RashomonError(f"the runner ended: {error}")
    with suppress(OSError):
        await watch.close_open("stopped with its schedule")
