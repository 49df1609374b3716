"""Reading: files to records on disk, for the articles stage to take up."""

import json
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
from prefect import task

from expectations.contracts.vocabulary import Stage
from flows.progress import reporter
from flows.run import Run
from flows.stage import at_work
from flows.stages.options import IO
from rashomon.errors import InputError
from rashomon.inputs import expand, read_bytes, sample
from transforms.readers import read
from warehouse.sql import query


def manifest(staging: Path) -> list[dict[str, object]]:
    """What was read: source, bytes, seconds, fetched_at, file, a dictionary an input file."""
    listed: list[dict[str, object]] = json.loads((staging / "manifest.json").read_text(encoding="utf-8"))
    return listed


@task(name="read", **IO)
def read_inputs(run: Run) -> None:
    """Every input file, whole, before anything of it is loaded. Raises InputError where one cannot be read."""
    shutil.rmtree(run.staging, ignore_errors=True)
    run.staging.mkdir(parents=True)
    with at_work(run, Stage.READ) as work:
        files = expand(run.settings.inputs or (str(sample()),))
        listed, rejects = [], []
        for number, name in enumerate(files):
            began = time.perf_counter()
            data = read_bytes(name)
            records = read(name, data)
            rejects.append(records.rejects)
            file = f"{number:06}.parquet"
            records.rows.write_parquet(run.staging / file)
            listed.append(
                {
                    "source": name,
                    "file": file,
                    "bytes": len(data),
                    "seconds": round(time.perf_counter() - began, 4),
                    "fetched_at": datetime.now(UTC).isoformat(),
                }
            )
            work.rows_in += records.rows.height + records.rejects.height
            work.rows_out += records.rows.height
            reporter().advance(number + 1, len(files))
        if work.rows_in == 0:
            named = files[0] if len(files) == 1 else f"{files[0]} and {len(files) - 1} more"
            raise InputError(named, "there is no article in it")
        bad = pl.concat(rejects)
        work.con.execute(
            query("forget_quarantined"),
            {"stage": Stage.READ.value, "sources": files, "ids": bad["record_id"].to_list()},
        )
        work.set_aside(bad)
        (run.staging / "manifest.json").write_text(json.dumps(listed), encoding="utf-8")
