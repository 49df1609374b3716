"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

Input = Annotated[
    str,
    Parameter(
        name="INPUT",
        help="Files, folders, globs, or - for standard input: JSON lines (.gz too), CSV, Parquet, HTML, plain text.",
    ),
]
Warehouse = Annotated[
    Path | None, Parameter(name="--warehouse", help="The published DuckDB file. [out/rashomon.duckdb]")
]
Reports = Annotated[Path | None, Parameter(name="--reports", help="The folder for reports. [out/reports]")]
Quiet = Annotated[bool, Parameter(name=["--quiet", "-q"], negative="", help="Say only what went wrong.")]
Verbose = Annotated[bool, Parameter(name=["--verbose", "-v"], negative="", help="Say more.")]
Json = Annotated[bool, Parameter(name="--json", negative="", help="Print JSON for programs.")]
