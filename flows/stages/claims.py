"""Claims: what the new and changed articles say."""

from collections import deque
from collections.abc import Iterator

import polars as pl
from prefect import task

from expectations.contracts import BY_NAME
from expectations.contracts.vocabulary import Stage
from flows.progress import reporter
from flows.run import Run
from flows.stage import StageWork, at_work
from flows.stages.options import STAGE
from rashomon.extraction import Extractor
from transforms.claims.extract import VERSION

CLAIMS, RESIDUE = BY_NAME["claims"], BY_NAME["residue"]
PARTITION = 500


def with_source_slice(claims: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Claims with `source_slice`: what stands in the article where the evidence is said to stand."""
    texts = articles.select("article_id", "title", "text")
    field = pl.when(pl.col("evidence_field") == "title").then("title").otherwise("text")
    return (
        claims.join(texts, on="article_id", how="left", maintain_order="left")
        .with_columns(
            source_slice=field.str.slice(
                pl.col("evidence_start"), pl.col("evidence_end") - pl.col("evidence_start")
            )
        )
        .drop("title", "text")
    )  # fmt: skip


def _extracted(work: StageWork, todo: pl.DataFrame) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
    """Claims and residue, by parts of the work; a part that waits for its turn keeps its texts until then."""
    held: deque[pl.DataFrame] = deque()

    def parts() -> Iterator[pl.DataFrame]:
        for part in todo.iter_slices(PARTITION):
            held.append(work.read("texts_of", ids=part["record_id"]))
            yield held[-1]

    with Extractor(todo.height) as extractor:
        for found in extractor.over(parts()):
            articles = held.popleft()
            events = articles.select("article_id", "event_id")
            claims = found.claims.drop("event_id").join(events, on="article_id", how="left", maintain_order="left")
            yield with_source_slice(claims, articles), found.residue


@task(name="claims", **STAGE)
def read_claims(run: Run) -> None:
    """Claims and left-over numbers of every article whose text, date or event changed."""
    with at_work(run, Stage.CLAIMS) as work:
        todo = work.todo("claims_fingerprint", VERSION)
        parts = []
        for found in _extracted(work, todo):
            parts.append(found)
            reporter().advance(min(len(parts) * PARTITION, todo.height), todo.height)
        if not parts:
            return
        columns = [*CLAIMS.frame_schema, *CLAIMS.beside]
        claims = pl.concat([part[0].select(columns) for part in parts])
        residue = pl.concat([part[1] for part in parts])
        scope = ("article_id", todo["record_id"])
        good = work.check(CLAIMS, claims)
        work.load(CLAIMS, CLAIMS.conform(good), scope=scope)
        work.load(RESIDUE, work.check(RESIDUE, RESIDUE.conform(residue)), scope=scope)
        work.did(todo, good, "article_id")
        work.rows_in, work.rows_out = todo.height, good.height
