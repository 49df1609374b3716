"""The documentation that is made from code: the data dictionary, the command reference, a page a type of discrepancy.

`python -m rashomon.documents` writes them under docs; a test fails when one is out of date.
"""

import contextlib
import io
import os
from collections.abc import Callable
from functools import partial
from inspect import getmodule
from pathlib import Path

from expectations.contracts import TABLES, Column, Table
from rashomon.cli import COMMANDS, main
from transforms.discrepancies import RULES, Rule, message
from transforms.estimates import PROFILES
from warehouse.sql import meaning, views

FOLDER = Path(__file__).parent.parent / "docs"


def _values(column: Column) -> str:
    if column.values:
        return ", ".join(member.value for member in column.values)
    if column.minimum is not None or column.maximum is not None:
        low = "" if column.minimum is None else f"{column.minimum:g}"
        high = "" if column.maximum is None else f"{column.maximum:g}"
        return f"{low} … {high}".strip()
    return ""


def _table(table: Table) -> str:
    lines = [f"## {table.name}", "", table.meaning, "", f"Key: {', '.join(table.key)}.", ""]
    lines += ["| column | type | unit | null | values | meaning |", "|---|---|---|---|---|---|"]
    lines += [
        f"| {c.name} | {c.type.duckdb} | {c.unit.value} | {'yes' if c.nullable else ''} | {_values(c)} | {c.meaning} |"
        for c in table.columns
    ]
    checks = [*table.checks, *table.references]
    if checks:
        lines += ["", "Checks beside those that the columns themselves imply (null, values, bounds, key):", ""]
        lines += [f"- `{check.name}` ({check.severity.value}): {check.meaning}" for check in checks]
    return "\n".join(lines)


def data_dictionary() -> str:
    """Every table and view of the warehouse, as Markdown."""
    head = (
        "# Data dictionary\n\nMade from `expectations/contracts/` and `warehouse/views/` by `make docs`; do not edit."
    )
    shown = [f"- `{name}`: {meaning(select)}" for name, select in views().items()]
    return "\n\n".join([head, *(_table(t) for t in TABLES), "## Views", "\n".join(shown)]) + "\n"


def _help(*command: str) -> str:
    out = io.StringIO()
    os.environ["COLUMNS"] = "100"
    with contextlib.redirect_stdout(out):
        main([*command, "--help"])
    return "\n".join(line.rstrip() for line in out.getvalue().strip().splitlines())


def cli_reference() -> str:
    """The help of every command, as Markdown."""
    head = "# Commands\n\nMade from the commands themselves by `make docs`; do not edit. Exit codes: exit-codes.md."
    parts = [f"## rashomon {name}\n\n```\n{_help(name)}\n```" for name in COMMANDS]
    parts += [f"### rashomon quarantine {name}\n\n```\n{_help('quarantine', name)}\n```" for name in ("list", "show")]
    return "\n\n".join([head, *parts]) + "\n"


def rule_page(rule: Rule) -> str:
    """One type of discrepancy, as Markdown: the page that `rashomon rules TYPE` prints."""
    head, _, body = rule.page.strip().partition("\n")
    lines = [line.strip() if line.startswith(" ") else f"\n## {line}\n" if line else "" for line in body.splitlines()]
    text = "\n".join(lines).replace("\n\n\n", "\n\n").strip()
    asked = next(place for place, other in enumerate(RULES, 1) if other.type is rule.type)
    since = f"Since {rule.since}, version {rule.version}; asked as number {asked} of {len(RULES)}."
    return f"# {rule.type.value}\n\n{head}\n\n{since}\n\n{text}\n"


def rule_index() -> str:
    """The types in the order in which they are asked, as Markdown."""
    head = (
        "# Types of discrepancy\n\nMade from `transforms/discrepancies/` by `make docs`; do not edit. The first that "
        "matches a pair of\nclaims decides; a pair that none matches is `not_comparable`, with its reason.\n"
    )
    rows = [f"| [{rule.type.value}]({rule.type.value}.md) | {rule.headline} |" for rule in RULES]
    form = "\n".join(line.strip() for line in (message.__doc__ or "").strip().splitlines())
    explained = ["", "## Explanations", "", form, "", "REASON is the sentence under 'Explained as' on the type's page."]
    return "\n".join([head, "| type | says |", "|---|---|", *rows, *explained]) + "\n"


def profiles_page() -> str:
    """Every profile of estimates with its rules and source, as Markdown: the docstrings of their modules."""
    head = (
        "# Profiles of estimates\n\nMade from `transforms/estimates/` by `make docs`; do not edit. An estimate stands "
        "under each of these,\nside by side, never as one truth; `event_estimates.rule` says which rule fired."
    )
    parts = [f"## {name.value}\n\n{_indented(made)}" for name, made in PROFILES.items()]
    return "\n\n".join([head, *parts]) + "\n"


def _indented(made: Callable[..., object]) -> str:
    """The docstring of the function's module: its first line, then the rest, whose indents are kept as code."""
    first, _, rest = (getmodule(made).__doc__ or "").strip().partition("\n")
    blocks = rest.strip().split("\n\n")
    shown = [f"```\n{block}\n```" if "\n    " in block else block for block in blocks]
    return "\n\n".join([first, *shown])


DOCUMENTS: dict[str, Callable[[], str]] = {
    "data-dictionary.md": data_dictionary,
    "cli.md": cli_reference,
    "profiles.md": profiles_page,
    "rules/README.md": rule_index,
    **{f"rules/{rule.type.value}.md": partial(rule_page, rule) for rule in RULES},
}
"""Every document: its path under docs, and what makes it."""


if __name__ == "__main__":
    for name, make in DOCUMENTS.items():
        (FOLDER / name).parent.mkdir(exist_ok=True)
        (FOLDER / name).write_text(make(), encoding="utf-8")
