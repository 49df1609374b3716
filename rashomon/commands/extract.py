"""`rashomon extract`."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from rashomon.commands.options import Input, Quiet


def extract(
    *inputs: Input,
    output: Annotated[
        Path | None, Parameter(name=["--output", "-o"], help="A .jsonl, .csv or .parquet file. [standard output]")
    ] = None,
    deep: Annotated[
        str | None,
        Parameter(name="--deep", help="A spaCy pipeline with a parser, asked for numbers that no rule claimed."),
    ] = None,
    quiet: Quiet = False,
) -> int:
    """Claims only: no Prefect, no Great Expectations, no warehouse.

    Without -o the claims go to standard output as JSON lines. Rows that cannot be used are told on standard error.
    --deep needs the extra `deep` (pip install 'rashomon[deep]') and a pipeline such as en_core_web_sm.
    """
    import time

    from flows.progress import Silent
    from rashomon.commands.claims import say_rejects
    from rashomon.commands.progress import Progress
    from rashomon.commands.writing import Writer
    from rashomon.errors import UsageError
    from rashomon.extraction import Extractor, Params, in_turn
    from rashomon.streamed import Stream

    if not inputs:
        raise UsageError("extract needs at least one INPUT", hint="see: rashomon extract --help")
    started = time.monotonic()
    shown = Silent() if quiet else Progress()
    with Stream(inputs) as stream, Extractor(0, deep=deep, residue=False) as extractor, Writer(output) as writer:
        shown.begin("claims")
        for seen in stream.survey():
            extractor.expect(seen)  # its processes start while the survey goes on
        for done, found in in_turn(stream.articles(Params().batch), extractor):
            writer.write(found.claims)
            shown.advance(done, stream.height)
        taken = time.monotonic() - started
        shown.end("claims", stream.height, writer.written, stream.rejects.height, taken)
    if not quiet:
        say_rejects(stream.rejects)
    return 0
