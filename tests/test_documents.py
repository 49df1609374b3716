"""Documentation that is made from code is up to date, and what users meet is documented."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from expectations.contracts import TABLES, Table
from rashomon import errors
from rashomon.cli import COMMANDS
from rashomon.documents import DOCUMENTS, FOLDER, data_dictionary
from warehouse.sql import views


def section(document: str, title: str) -> tuple[str, str]:
    """The heading with just this title, and the text under it up to the next one of its rank."""
    text = (FOLDER / document).read_text(encoding="utf-8")
    found = re.findall(rf"^(#+ {re.escape(title)})\n(.*?)(?=^#{{1,2}} |\Z)", text, re.MULTILINE | re.DOTALL)
    assert len(found) == 1, f"{document}: {title}"
    return found[0]


def test_the_data_dictionary_is_up_to_date() -> None:
    assert (FOLDER / "data-dictionary.md").read_text(encoding="utf-8") == data_dictionary(), "run: make docs"


def test_the_command_reference_is_up_to_date() -> None:
    code = "from rashomon.documents import cli_reference; import sys; sys.stdout.write(cli_reference())"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert (FOLDER / "cli.md").read_text(encoding="utf-8") == made, "run: make docs"


@pytest.mark.parametrize("name", sorted(n for n in DOCUMENTS if n not in ("cli.md", "data-dictionary.md")))
def test_a_page_made_from_docstrings_is_up_to_date(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == DOCUMENTS[name](), "run: make docs"


def test_no_page_of_a_type_that_is_gone_is_left() -> None:
    assert {f"rules/{path.name}" for path in (FOLDER / "rules").iterdir()} == {n for n in DOCUMENTS if "rules/" in n}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_heading_and_help(name: str) -> None:
    heading, body = section("cli.md", f"rashomon {name}")
    assert heading.startswith("## ")
    assert f"Usage: rashomon {name}" in body
    assert COMMANDS[name] in " ".join(body.split()), "what it is for"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_has_its_heading_and_a_row_for_each_column(table: Table) -> None:
    _, body = section("data-dictionary.md", table.name)
    assert table.meaning in body
    told = [line.split(" | ")[0].removeprefix("| ") for line in body.splitlines() if line.startswith("| ")]
    assert told == ["column", *table.names]


@pytest.mark.parametrize("name", views())
def test_every_view_has_its_line_under_views(name: str) -> None:
    _, body = section("data-dictionary.md", "Views")
    (line,) = [line for line in body.splitlines() if line.startswith(f"- `{name}`: ")]
    assert line.removeprefix(f"- `{name}`: ").endswith(".")


def test_every_exit_code_is_documented() -> None:
    text = (FOLDER / "exit-codes.md").read_text(encoding="utf-8")
    kinds = [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, errors.RashomonError)]
    for kind in kinds:
        assert f"| {kind.exit_code} |" in text
        assert kind.__name__ in text


def test_links_of_the_readme_lead_somewhere() -> None:
    root = Path(__file__).parent.parent
    for target in (root / "README.md").read_text(encoding="utf-8").split("](")[1:]:
        path = target.partition(")")[0]
        assert (root / path).exists(), path
