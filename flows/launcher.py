"""A Prefect API for the length of one run: the user's own server where one is named, else a child of ours.

    with prefect_api(state):
        from flows.pipeline import rashomon_flow   # imports beside the server's boot: that is the point
        wait_ready()
        rashomon_flow(...)

Importing this module is cheap: Prefect itself must be imported after the environment is set.
`python -m flows.launcher --prepare` makes the first run on a new machine as fast as the later ones.
"""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from http.client import HTTPException
from pathlib import Path

from flows.drain import drain
from flows.home import named_api, prepare_template
from flows.ports import free_port
from flows.quiet import apply_quiet, refresh_settings
from flows.server import EMBEDDED, ServerChild

READY_TIMEOUT = 60.0

_current: list[ServerChild] = []


@contextmanager
def prefect_api(state: Path, *, verbose: bool = False) -> Iterator[None]:
    """Environment, and if need be a server, for the flows run inside; call `wait_ready` before the first of them.

    `state` holds the server's log. On leaving, the history is completed and the server ended, on errors and Ctrl-C as
    well; should this process be killed, the server ends by itself.
    """
    apply_quiet(verbose=verbose)
    if named_api() is not None:
        yield
        return
    started = datetime.now(UTC)
    child = ServerChild(state, free_port(), EMBEDDED)
    child.start()
    _current.append(child)
    os.environ["PREFECT_API_URL"] = child.url
    refresh_settings()
    # Until the flow starts this process does little else than import; nothing of that is garbage.
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
        try:
            if child.ready:  # else no flow was started
                with suppress(OSError, HTTPException, ValueError):  # its trouble must not fail a run that is done
                    drain(child, started)
        finally:
            os.environ.pop("PREFECT_API_URL", None)
            _current.remove(child)
            child.stop()


def wait_ready(timeout: float = READY_TIMEOUT) -> None:
    """Return when the API of `prefect_api` answers; at once where the user's own is used.

    Raises RashomonError, naming the server's log, when the server ended or does not answer within `timeout` seconds.
    """
    gc.enable()
    gc.freeze()
    if _current:
        _current[-1].wait_ready(timeout)


def main(arguments: list[str]) -> int:
    """The set-up step: `--prepare`."""
    if arguments != ["--prepare"]:
        print("usage: python -m flows.launcher --prepare", file=sys.stderr)
        return 2
    prepare_template()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
