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

    import polars as pl

    from rashomon.commands.claims import normalised, records_of, say_rejects, write_frame
    from rashomon.commands.progress import Progress
    from rashomon.errors import UsageError
    from rashomon.extraction import Extractor, by_batches
    from transforms.claims.extract import extract_claims

    if not inputs:
        raise UsageError("extract needs at least one INPUT", hint="see: rashomon extract --help")
    started = time.monotonic()
    records = records_of(inputs)
    shown = None if quiet else Progress()
    with Extractor(
        records.rows.height, deep=deep
    ) as extractor:  # its processes start while the articles are put in order
        articles, rejects = normalised(records)
        if shown:
            shown.begin("claims")
        parts = [extract_claims(articles.clear()).claims]
        for done, found in by_batches(articles, extractor):
            parts.append(found.claims)
            if shown:
                shown.advance(done, articles.height)
    claims = pl.concat(parts)
    if shown:
        shown.end("claims", articles.height, claims.height, rejects.height, time.monotonic() - started)
    write_frame(claims, output)
    if not quiet:
        say_rejects(rejects)
    return 0
