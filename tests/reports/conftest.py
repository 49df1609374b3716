from pathlib import Path

import pytest
from rows_of import Rows, harbour, hostile, singles

from reports.pages import render


@pytest.fixture(scope="session")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = Rows()
    harbour(rows)
    hostile(rows)
    singles(rows, 3)
    rows.article("q0", "quiet.example", "Nothing happened.", event="quiet", title="A quiet day")
    rows.event("quiet", "A quiet day")
    rows.event("old-name", "Blast, first told apart", into="harbour")
    rows.runs()
    return rows.save(tmp_path_factory.mktemp("warehouse") / "w.duckdb")


@pytest.fixture(scope="session")
def site(warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    render(warehouse, folder)
    return folder
