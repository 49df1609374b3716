"""Sketches of texts, kept beside the writer's file, so that a run sketches only what is new.

They are no data: a file that is missing, or of other thresholds, is made again.
"""

from pathlib import Path

import polars as pl

from flows.stage import StageWork
from transforms.syndication.sketches import SCHEMA, SketchParams, key, sketches

_NAME = "sketches-{}.parquet"


def _held(file: Path) -> pl.DataFrame:
    try:
        held = pl.read_parquet(file)
    except (OSError, pl.exceptions.PolarsError):
        return pl.DataFrame(schema=SCHEMA)
    return held if held.schema == pl.Schema(SCHEMA) else pl.DataFrame(schema=SCHEMA)


def kept_sketches(work: StageWork, articles: pl.DataFrame, params: SketchParams) -> pl.DataFrame:
    """The sketches of the articles' contents (`articles`: content_hash), made where they are not held."""
    file = work.run.layout.state / _NAME.format(key(params))
    wanted = articles.select("content_hash").unique()
    held = _held(file).join(wanted, on="content_hash", how="semi")
    new = wanted.join(held, on="content_hash", how="anti")
    if new.is_empty():
        return held
    made = pl.concat([held, sketches(work.read("texts_of_contents", hashes=new["content_hash"]), params)])
    for old in file.parent.glob(_NAME.format("*")):
        old.unlink()
    aside = file.with_suffix(".new")
    made.write_parquet(aside, compression="uncompressed")
    aside.replace(file)
    return made
