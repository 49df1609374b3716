"""The published copy: swapped in whole, so that a reader sees either the old one or the new one."""

import os
import shutil
from pathlib import Path

from expectations.contracts import TABLES
from warehouse.connect import writer
from warehouse.layout import Layout


def _swap(made: Path, published: Path) -> None:
    with made.open("rb+") as file:
        os.fsync(file.fileno())
    made.replace(published)
    folder = os.open(published.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _aside(layout: Layout) -> Path:
    return layout.state / "publishing.duckdb"


def seed(layout: Layout) -> None:
    """Starts the writer's file from the published copy, where that alone was brought here."""
    if not layout.writer.exists() and layout.published.is_file():
        layout.state.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(layout.published, layout.writer)


def publish(layout: Layout) -> None:
    """Publishes the writer's file, which no connection of this process may have open.

    (Closing any handle of an open database drops DuckDB's lock on it, so the copy comes after the close.)
    """
    with writer(layout.writer) as con:
        con.execute("CHECKPOINT")
    shutil.copyfile(layout.writer, _aside(layout))
    _swap(_aside(layout), layout.published)


def publish_logs(layout: Layout) -> None:
    """Adds the logs of a run that did not end well to the published copy; its data stays that of the last good run."""
    aside = _aside(layout)
    aside.unlink(missing_ok=True)
    if layout.published.is_file():
        shutil.copyfile(layout.published, aside)
    with writer(aside) as con:
        con.execute(f"ATTACH '{str(layout.writer).replace(chr(39), chr(39) * 2)}' AS run (READ_ONLY)")
        con.begin()
        for table in TABLES:
            if table.log:
                con.execute(f'DELETE FROM "{table.name}"')
                con.execute(f'INSERT INTO "{table.name}" BY NAME SELECT * FROM run."{table.name}"')
        con.commit()
        con.execute("DETACH run")
        con.execute("CHECKPOINT")
    _swap(aside, layout.published)
