"""Printing: tables for people, JSON and CSV for programs."""

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

WIDE = 200


class _Console(Console):
    """Leaves a reader that has gone to the caller, for whom that is no failure; rich would exit with 1."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console(*, stderr: bool = False) -> Console:
    """A console that neither interprets markup in data nor wraps piped output at 80 columns."""
    plain = _Console(stderr=stderr, highlight=False, markup=False, soft_wrap=False)
    return plain if plain.is_terminal else _Console(stderr=stderr, highlight=False, markup=False, width=WIDE)


def counted(n: int, noun: str) -> str:
    """'1 finding', '2 findings'."""
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def plain(value: object) -> str:
    """A cell's text; control characters of hostile text are shown, not obeyed."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, list | tuple):
        return ", ".join(plain(item) for item in value)
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".")
    return "".join(c if c.isprintable() or c == " " else "·" for c in str(value))


def _json_default(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime | date) else str(value)


def print_json(value: object) -> None:
    """One JSON document on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=_json_default))


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """CSV (RFC 4180) on standard output; lists and times as in JSON."""
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(columns)
    for row in rows:
        out.writerow(
            [json.dumps(v, ensure_ascii=False, default=_json_default) if isinstance(v, list | dict) else v for v in row]
        )


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]], title: str | None = None) -> None:
    """A table for people."""
    table = Table(title=title, title_justify="left", title_style="bold", header_style="bold", box=None, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(plain(value)) for value in row))
    console().print(table)


def dictionaries(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[Mapping[str, Any]]:
    """Rows as dictionaries, for JSON."""
    return [dict(zip(columns, row, strict=True)) for row in rows]
