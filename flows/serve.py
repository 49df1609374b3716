"""Scheduled runs: a deployment, its runner, and where no server is named a real one on loopback, until stopped.

A schedule on Prefect's temporary server never runs anything: its scheduler does not run there. Runs are processes of
their own and one after the other; a run that comes due while another is still going is skipped.
"""

import asyncio
import fcntl
import importlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import blake2s
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from flows.apart import children_write_to
from flows.home import named_api
from flows.ports import claimed_port
from flows.quiet import apply_quiet, refresh_settings
from flows.schedule import check_one, make_schedule
from flows.served import SERVING_PID
from flows.server import ServerChild
from flows.tether import tether
from flows.watch import RunWatch
from rashomon.errors import BusyError, RashomonError

if TYPE_CHECKING:
    from prefect import Flow, State
    from prefect.client.schemas.objects import FlowRun
    from prefect.runner import Runner

UI_PORT = 4200
LOG_NAME = "serve.log"
READY_TIMEOUT = 90.0
GRACE = 10.0
SERVING_PID = "RASHOMON_SERVING_PID"


def serve(
    parameters: Mapping[str, object],
    *,
    cron: str | None,
    every: float | None,
    state: Path,
    entry: str,
    echo: Callable[[str], None],
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
    with _only_one(state), children_write_to(state / LOG_NAME), _server(state, echo) as alive:
        flow = _tethered(entry)
        name = f"served-{blake2s(str(state.resolve()).encode(), digest_size=3).hexdigest()}"
        from prefect.runner import Runner

        # Fetched ten seconds ahead, as is the default, a run that never began would count as crashed at the end.
        runner = Runner(name=name, limit=1, pause_on_shutdown=True, prefetch_seconds=1)
        added = runner.add_flow(
            flow,
            name=name,
            schedule=schedule,
            parameters=dict(parameters),
            description=f"rashomon serve; its state is in {state.resolve()}",
            tags=["rashomon"],
        )
        deployment = cast(UUID, added)  # a coroutine only where a loop runs already
        when = f"every {every:g} s" if every is not None else f"cron {cron} ({schedule.timezone})"
        echo(f"{flow.name}/{name}: {when}; stop with Ctrl-C")
        asyncio.run(_until_stopped(runner, RunWatch(deployment, echo, alive)))
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
def _server(state: Path, echo: Callable[[str], None]) -> Iterator[Callable[[], bool]]:
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
            child.stop()


def _tethered(entry: str) -> "Flow[..., Any]":
    """The flow, made to end with this process: a killed server or runner must leave no run behind."""
    module, _, name = entry.partition(":")
    found: Flow[..., Any] = getattr(importlib.import_module(module), name)
    os.environ[SERVING_PID] = str(os.getpid())
    return found.with_options(on_running=[*found.on_running_hooks, end_with_server])


def end_with_server(flow: "Flow[..., Any]", flow_run: "FlowRun", state: "State[Any]") -> None:  # noqa: ARG001
    """A hook in the run's process: tie it to the serving process, and leave Ctrl-C to that."""
    tether(int(os.environ[SERVING_PID]), ending=signal.SIGKILL)
    with suppress(ValueError):  # not the main thread
        signal.signal(signal.SIGINT, signal.SIG_IGN)


async def _until_stopped(runner: "Runner", watch: RunWatch) -> None:
    await watch.close_open("the process that ran it is gone")
    stop = asyncio.Event()
    serving = asyncio.create_task(runner.start())
    await asyncio.sleep(0)  # the runner sets a signal handler first, which exits without ending the run
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    tasks = [serving, asyncio.create_task(watch.follow()), asyncio.create_task(stop.wait())]
    done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    await asyncio.to_thread(_end_runs)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        if (error := task.exception()) is not None:
            raise error if isinstance(error, RashomonError) else RashomonError(f"the runner ended: {error}")
    with suppress(OSError):
        await watch.close_open("stopped with its schedule")


def _end_runs() -> None:
    """The runner would wait for its run to the end: ask it to end, and kill it after `GRACE` seconds."""
    for process in multiprocessing.active_children():
        process.terminate()
        process.join(GRACE)
        process.kill()
