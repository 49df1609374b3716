"""A Prefect home for the tests, and processes of their own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from processes import HERE

from flows.home import prepare_template, template_file


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache folder with Prefect's empty history: the user's if set-up has made one, else a temporary one."""
    if template_file().exists():
        return template_file().parent.parent
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        prepare_template()
    return folder


@pytest.fixture
def environment(cache: Path, tmp_path: Path) -> dict[str, str]:
    """A clean environment with an empty Prefect home."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    return clean | {
        "PREFECT_HOME": str(tmp_path / "prefect"),
        "XDG_CACHE_HOME": str(cache),
        "PYTHONPATH": str(HERE),
    }


@pytest.fixture
def start(environment: dict[str, str]) -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Start a script of this folder in a process group of its own; killed at the end if it still runs."""
    started: list[subprocess.Popen[str]] = []

    def start_one(script: str, *arguments: object, env: Mapping[str, str] | None = None) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, str(HERE / script), *map(str, arguments)],
            env=environment | dict(env or {}),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield start_one
    for process in started:
        process.kill()
        process.communicate()
