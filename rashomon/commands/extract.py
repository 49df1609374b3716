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
    quiet: Quiet = False,
) -> int:
    """Claims only: no Prefect, no Great Expectations, no warehouse.

    Without -o the claims go to standard output as JSON lines. Rows that cannot be used are told on standard error.
    """
    from rashomon.commands.claims import articles_of, say_rejects, write_frame
    from rashomon.errors import UsageError
    from transforms.claims.extract import extract_claims

    if not inputs:
        raise UsageError("extract needs at least one INPUT", hint="see: rashomon extract --help")
    articles, rejects = articles_of(inputs)
    claims = extract_claims(articles).claims
    write_frame(claims, output)
    if not quiet:
        say_rejects(rejects)
    return 0
