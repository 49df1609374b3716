"""A small flow for the tests of launcher and server: writes what it does into a file."""

import os
import time
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.task_runners import ThreadPoolTaskRunner


@task
def number(value: int) -> int:
    return value


@flow(task_runner=ThreadPoolTaskRunner(2))
def many(tasks: int) -> int:
    futures = [number.submit(value) for value in range(tasks)]
    create_table_artifact(key="numbers", table=[{"tasks": tasks}])
    create_markdown_artifact(key="words", markdown="# done")
    return sum(future.result() for future in futures)


@flow
def tiny(settings: dict[str, Any]) -> None:
    with Path(settings["path"]).open("a") as out:
        out.write(f"start {os.getpid()} {os.getppid()}\n")
        out.flush()
        time.sleep(settings["sleep"])
        out.write(f"end {os.getpid()}\n")
