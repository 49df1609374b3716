"""Articles and claims in memory, for the commands that need neither flow nor warehouse."""

import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import polars as pl

from rashomon.errors import InputError
from rashomon.inputs import documents
from transforms.articles import KNOWN_SCHEMA, normalise
from transforms.readers import Records, read


def articles_of(inputs: Sequence[str]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """(articles with the contract's frame schema, rows that could not be used).

    Raises InputError where an input cannot be read or no input holds an article.
    """
    return normalised(records_of(inputs))


def records_of(inputs: Sequence[str]) -> Records:
    """The records of all inputs, as read.

    Raises InputError where an input cannot be read or no input holds an article.
    """
    return gathered(inputs, (read(name, data) for name, data in documents(inputs)))


def gathered(inputs: Sequence[str], files: Iterable[Records]) -> Records:
    """The records of several files as one. Raises InputError, which names the first input, where there is none."""
    found = list(files)
    raw = pl.concat([records.rows for records in found])
    unread = pl.concat([records.rejects for records in found])
    if raw.is_empty() and unread.is_empty():
        raise InputError(inputs[0], "there is no article in it")
    return Records(raw, unread)


def normalised(records: Records) -> tuple[pl.DataFrame, pl.DataFrame]:
    """(articles with the contract's frame schema, rows that could not be used): of each article the newest revision."""
    made = normalise(records.rows, pl.DataFrame(schema=KNOWN_SCHEMA), datetime.now(UTC))
    newest = made.rows.sort("article_id", "revision").unique("article_id", keep="last", maintain_order=True)
    return newest, pl.concat([records.rejects, made.rejects])


def say_rejects(rejects: pl.DataFrame) -> None:
    """One line on standard error for each row that could not be used."""
    for record, reasons in rejects.select("record_id", "reasons").iter_rows():
        print(f"rashomon: set aside {record}: {'; '.join(reasons)}", file=sys.stderr)
