"""One writer, by a lock that the kernel frees when its holder dies, also by kill -9."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from rashomon.errors import BusyError
from warehouse.layout import Layout


@contextmanager
def sole_writer(layout: Layout) -> Iterator[None]:
    """Holds the writer's lock. Raises BusyError at once where another process holds it."""
    layout.state.mkdir(parents=True, exist_ok=True)
    with layout.lock.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise BusyError(str(layout.published), file.read().strip() or None) from None
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
        yield
