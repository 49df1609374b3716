"""Loopback ports for our servers."""

import fcntl
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rashomon.errors import RashomonError

HOST = "127.0.0.1"


def free_port(preferred: int | None = None) -> int:
    """A port that nobody listens on: `preferred` where that is so."""
    for port in (preferred, 0):
        if port is None:
            continue
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise RashomonError("no free port on the loopback interface")


@contextmanager
def claimed_port(preferred: int) -> Iterator[int]:
    """`preferred` if it is free and no other process of ours is about to listen there, else any free port.

    A server needs seconds from its choice of a port to listening on it: two started together would choose the same,
    and the one that came too late would take the other's answers for its own.
    """
    path = Path(tempfile.gettempdir()) / f"rashomon-port-{preferred}.lock"
    try:
        lock = path.open("a")
    except OSError:  # another user's
        yield free_port()
        return
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            wanted = None
        else:
            wanted = preferred
        yield free_port(wanted)
