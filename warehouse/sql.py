"""Statements kept in .sql files beside the code that runs them."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def query(name: str) -> str:
    """The text of `queries/<name>.sql`."""
    return (FOLDER / "queries" / f"{name}.sql").read_text(encoding="utf-8")


@cache
def views() -> dict[str, str]:
    """Every view's SELECT by name, in the order of the file names (`10_name.sql` makes the view `name`)."""
    files = sorted((FOLDER / "views").glob("*.sql"))
    return {file.stem.partition("_")[2]: file.read_text(encoding="utf-8") for file in files}


def meaning(statement: str) -> str:
    """What the comment lines at a statement's head say."""
    lines = statement.strip().splitlines()
    head = [line.removeprefix("--").strip() for line in lines[: next(i for i, x in enumerate(lines) if x[:2] != "--")]]
    return " ".join(head)
