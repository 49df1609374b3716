"""A process that reads articles for another: frames come on standard input, claims and residue go to standard output.

Started by rashomon.extraction as `python -m rashomon.worker RESIDUE [PIPELINE]`; RESIDUE, 0 or 1, says whether it is
asked for. Each message is its length in 8 bytes and an Arrow IPC stream. It ends with its input, so that none outlives
the process that started it.
"""

import gc
import io
import os
import signal
import struct
import sys
from typing import IO, TYPE_CHECKING

from rashomon.parser import load

if TYPE_CHECKING:
    import polars as pl

LENGTH = struct.Struct(">Q")
WARM = "Five people were killed in Kyiv when a Russian missile hit a school, officials said on Monday."
"""Read before any work comes, so that the word lists are at hand by then."""
GARBAGE = 50_000
"""Objects between two searches for cycles: reading makes many objects and hardly a cycle."""


def send(frame: "pl.DataFrame", to: IO[bytes]) -> None:
    """Writes one frame."""
    buffer = io.BytesIO()
    frame.write_ipc_stream(buffer)
    data = buffer.getbuffer()
    to.write(LENGTH.pack(len(data)))
    to.write(data)
    to.flush()


def receive(source: IO[bytes]) -> "pl.DataFrame | None":
    """Reads one frame; None where the other side has ended."""
    import polars as pl

    head = source.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    length = LENGTH.unpack(head)[0]
    data = source.read(length)
    return None if len(data) < length else pl.read_ipc_stream(io.BytesIO(data))


def main() -> None:
    """Answers every frame of articles by two: claims and residue."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other process is told too, and closes the pipe
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing else may write between the answers
    import polars as pl

    from transforms.claims.extract import INPUT, extract_claims

    residue = bool(int(sys.argv[1]))
    parser = load(sys.argv[2]) if len(sys.argv) > 2 else None
    warm = pl.DataFrame([("", 1, None, WARM, None, None, "en")], schema=dict.fromkeys(INPUT, pl.String), orient="row")
    extract_claims(warm, parser)
    gc.freeze()
    gc.set_threshold(GARBAGE)
    while (articles := receive(sys.stdin.buffer)) is not None:
        found = extract_claims(articles, parser, residue=residue)
        send(found.claims, answers)
        send(found.residue, answers)


if __name__ == "__main__":
    main()
