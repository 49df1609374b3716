"""Where the user's Prefect keeps its things, found without importing Prefect; and a ready-made history to start from.

Prefect's first start on an empty home runs some hundred migrations (7 s). `prepare_template` runs them once into the
user's cache folder; `seed_database` copies the outcome into a home that has no history yet.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import tomllib
from contextlib import closing, suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rashomon.errors import RashomonError

_DATABASE_SETTINGS = ("PREFECT_SERVER_DATABASE_", "PREFECT_API_DATABASE_")
_SCHEMA = Path(__file__).with_name("prefect_schema.sql")


def prefect_home() -> Path:
    """The folder of the user's Prefect: PREFECT_HOME, else `~/.prefect`."""
    return Path(os.environ.get("PREFECT_HOME") or "~/.prefect").expanduser()


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _profile() -> dict[str, Any]:
    """The settings of the active Prefect profile, by variable name; empty where there is none."""
    path = Path(os.environ.get("PREFECT_PROFILES_PATH") or prefect_home() / "profiles.toml").expanduser()
    content = _toml(path)
    active = os.environ.get("PREFECT_PROFILE") or content.get("active")
    profile = content.get("profiles", {}).get(active, {})
    return profile if isinstance(profile, dict) else {}


def named_api() -> str | None:
    """The API that the user named: in the environment, in `prefect.toml` here, or in the active profile."""
    named = os.environ.get("PREFECT_API_URL") or _toml(Path("prefect.toml")).get("api", {}).get("url")
    return named or _profile().get("PREFECT_API_URL") or None


def database_file() -> Path | None:
    """The SQLite file of a server started here; None when the user's settings name a database of their own."""
    names = [*os.environ, *_profile()]
    if any(name.startswith(_DATABASE_SETTINGS) for name in names) or "server" in _toml(Path("prefect.toml")):
        return None
    return prefect_home() / "prefect.db"


def template_file() -> Path:
    """An empty history of the installed Prefect's schema (may not exist)."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
    return cache / "rashomon" / f"prefect-{version('prefect')}.db"


def _schema(database: Path, *, settled: bool = False) -> str | None:
    """The migration a database stands at; None where that cannot be said. A `settled` one nobody writes any more."""
    how = "immutable=1" if settled else "mode=ro"
    try:
        with closing(sqlite3.connect(f"file:{database}?{how}", uri=True, timeout=1)) as connection:
            row = connection.execute(_SCHEMA.read_text(encoding="utf-8")).fetchone()
    except sqlite3.Error:
        return None
    return str(row[0]) if row else None


def seed_database() -> bool:
    """Give a home without a history the prepared one; True when no migration is needed now."""
    template, database = template_file(), database_file()
    if database is None or not template.exists():
        return False
    if not database.exists():
        _copy_unless_there(template, database)
    head = _schema(template, settled=True)
    return head is not None and _schema(database) == head


def _copy_unless_there(source: Path, target: Path) -> None:
    """Two first runs may meet here: the file appears whole, and whoever came second keeps the first one's."""
    with suppress(OSError):  # a home that cannot be written is the server's to complain about
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:
            whole = Path(folder) / target.name
            shutil.copyfile(source, whole)
            os.link(whole, target)


def prepare_template() -> Path:
    """Write `template_file()` unless it is there; takes about 10 s, once for each release of Prefect.

    Raises RashomonError when Prefect cannot make its database.
    """
    template = template_file()
    if template.exists():
        return template
    template.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=template.parent) as folder:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
        command = [sys.executable, "-P", "-m", "prefect", "server", "database", "upgrade", "-y"]
        made = subprocess.run(  # noqa: S603 - our own interpreter
            command, env=clean | {"PREFECT_HOME": folder}, cwd=folder, capture_output=True, text=True, check=False
        )
        if made.returncode != 0:
            reason = made.stderr.strip().splitlines()[-1:] or ["no reason given"]
            raise RashomonError(f"Prefect could not prepare its database: {reason[0]}")
        whole = Path(folder) / template.name  # one file, whatever the journal still holds
        with closing(sqlite3.connect(Path(folder) / "prefect.db")) as source, closing(sqlite3.connect(whole)) as target:
            source.backup(target)
        whole.replace(template)
    return template
