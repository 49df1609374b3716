"""A process that ends with its parent, `kill -9` of the parent included.

As a script (`python -P tether.py PARENT MODULE ARGS…`) it runs a module as `python -m MODULE ARGS…` would, tied to
process PARENT. It stands alone (standard library only) and is started by its path, so that the tie is made first.

Source: prctl(2), PR_SET_PDEATHSIG.
"""

import ctypes
import gc
import os
import runpy
import signal
import sys
import threading
import time
from contextlib import suppress

_PR_SET_PDEATHSIG = 1


def tether(parent: int, *, ending: int = signal.SIGTERM, grace: float = 5.0) -> None:
    """Tie this process to its parent: when that ends, this gets `ending`, and `grace` seconds later it is gone.

    Linux sends the signal itself, and at once. The watcher is all there is elsewhere, and everywhere it is what ends a
    process that does not heed the signal. Note that for Linux a parent is the *thread* that started the child.
    """
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, ending, 0, 0, 0)
    if os.getppid() != parent:  # it died before the tie was made
        os._exit(1)
    threading.Thread(target=_watch, args=(parent, ending, grace), name="tether", daemon=True).start()


def _watch(parent: int, ending: int, grace: float) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os.kill(os.getpid(), ending)
    time.sleep(grace)
    os._exit(1)


def main(argv: list[str]) -> None:
    """Run `argv[1]` as the main module with the arguments after it, tethered to process `argv[0]`."""
    parent, module, *arguments = argv
    tether(int(parent))
    # A server imports some hundred thousand objects that all stay; a fifth of its start went into looking for garbage.
    gc.set_threshold(100_000, 20, 20)
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1:])
