"""What the process of a scheduled run imports: the flow it is to run, and an end with the serving process.

`flows.serve` names both in the environment; `ENTRYPOINT` is where Prefect finds the flow: `flows.served.flow`, made
when it is asked for. Prefect asks in the serving process as well, to look for hooks.
"""

import os
import signal
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

from flows.tether import tether

if TYPE_CHECKING:
    from prefect import Flow

SERVING_PID = "RASHOMON_SERVING_PID"
SERVED_FLOW = "RASHOMON_SERVED_FLOW"
ENTRYPOINT = "flows.served.flow"


def load(entry: str) -> "Flow[..., Any]":
    """The flow that 'package.module:flow' names."""
    module, _, name = entry.partition(":")
    found: Flow[..., Any] = getattr(import_module(module), name)
    return found


def _end_with(serving: int) -> None:
    if serving == os.getpid():
        return
    tether(serving, ending=signal.SIGKILL)
    with suppress(OSError):  # leads its session already
        os.setsid()  # Ctrl-C is for the serving process, which asks this one to end


def __getattr__(name: str) -> object:
    if name != "flow" or SERVED_FLOW not in os.environ:
        raise AttributeError(name)
    _end_with(int(os.environ[SERVING_PID]))
    return load(os.environ[SERVED_FLOW])
