import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from processes import HERE

from flows import home


def database(path: Path, revision: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute((HERE / "schema_table.sql").read_text())
        connection.execute((HERE / "schema_row.sql").read_text(), (revision,))
    return path


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in list(home.os.environ):
        if name.startswith("PREFECT_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


def test_without_template_prefect_migrates_itself(tmp_path: Path) -> None:
    assert home.seed_database() is False
    assert not (tmp_path / "home").exists()


def test_empty_home_gets_the_template(tmp_path: Path) -> None:
    database(home.template_file(), "b2")
    assert home.seed_database() is True
    assert (tmp_path / "home" / "prefect.db").read_bytes() == home.template_file().read_bytes()
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["prefect.db"]


def test_template_needs_no_folder_that_can_be_written(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    before = sorted(path.name for path in home.template_file().parent.iterdir())
    assert home.seed_database() is True
    assert sorted(path.name for path in home.template_file().parent.iterdir()) == before


@pytest.mark.parametrize(("revision", "ready"), [("a1", False), ("b2", True)])
def test_existing_history_is_kept_and_migrated_only_when_older(tmp_path: Path, revision: str, ready: bool) -> None:
    database(home.template_file(), "b2")
    mine = database(tmp_path / "home" / "prefect.db", revision).read_bytes()
    assert home.seed_database() is ready
    assert (tmp_path / "home" / "prefect.db").read_bytes() == mine


def test_damaged_history_is_left_to_prefect(tmp_path: Path) -> None:
    database(home.template_file(), "b2")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "prefect.db").write_bytes(b"no database")
    assert home.seed_database() is False


def test_a_database_of_their_own_is_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    database(home.template_file(), "b2")
    monkeypatch.setenv("PREFECT_API_DATABASE_CONNECTION_URL", "postgresql+asyncpg://host/db")
    assert home.seed_database() is False
    assert not (tmp_path / "home").exists()


PROFILES = """
active = "work"
[profiles.work]
PREFECT_API_URL = "http://work/api"
[profiles.plain]
PREFECT_LOGGING_LEVEL = "INFO"
"""


@pytest.mark.parametrize(
    ("environment", "files", "named"),
    [
        ({}, {}, None),
        ({"PREFECT_API_URL": "http://env/api"}, {"home/profiles.toml": PROFILES}, "http://env/api"),
        ({"PREFECT_API_URL": ""}, {}, None),
        ({}, {"home/profiles.toml": PROFILES}, "http://work/api"),
        ({"PREFECT_PROFILE": "plain"}, {"home/profiles.toml": PROFILES}, None),
        ({"PREFECT_PROFILE": "absent"}, {"home/profiles.toml": PROFILES}, None),
        ({}, {"home/profiles.toml": "not toml ["}, None),
        ({}, {"prefect.toml": '[api]\nurl = "http://toml/api"\n'}, "http://toml/api"),
    ],
)
def test_where_the_api_is_named(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    environment: dict[str, str],
    files: dict[str, str],
    named: str | None,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(content)
    assert home.named_api() == named
