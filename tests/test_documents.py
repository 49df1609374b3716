"""Documentation that is made from code is up to date, and what users meet is documented."""

import subprocess
import sys
from pathlib import Path

import pytest

from expectations.contracts import TABLES
from rashomon import errors
from rashomon.cli import COMMANDS
from rashomon.documents import FOLDER, data_dictionary
from warehouse.sql import views

DOCS = "".join(p.read_text(encoding="utf-8") for p in sorted(FOLDER.rglob("*.md")))


def test_the_data_dictionary_is_up_to_date() -> None:
    assert (FOLDER / "data-dictionary.md").read_text(encoding="utf-8") == data_dictionary(), "run: make docs"


def test_the_command_reference_is_up_to_date() -> None:
    code = "from rashomon.documents import cli_reference; import sys; sys.stdout.write(cli_reference())"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert (FOLDER / "cli.md").read_text(encoding="utf-8") == made, "run: make docs"


@pytest.mark.parametrize("name", [*COMMANDS, *(t.name for t in TABLES), *views()])
def test_commands_tables_and_views_are_documented(name: str) -> None:
    assert name in DOCS


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
