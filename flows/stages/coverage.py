"""Coverage: records to articles, articles to copies, articles to events."""

from datetime import datetime

import polars as pl
from prefect import task

from expectations.contracts import BY_NAME
from expectations.contracts.vocabulary import FetchOutcome, Stage
from flows.run import Run
from flows.stage import StageWork, at_work
from flows.stages.options import STAGE
from flows.stages.reading import manifest
from transforms.articles import KNOWN_SCHEMA, normalise
from transforms.events import VERSION as EVENTS_VERSION
from transforms.events import assign, summarise, superseded
from transforms.syndication import VERSION as COPIES_VERSION
from transforms.syndication import group_copies as group
from warehouse.load import append
from warehouse.sql import query

ARTICLES, EVENTS, MEMBERSHIPS, FETCHES = (BY_NAME[n] for n in ("articles", "events", "event_articles", "fetches"))
SYNDICATION = ("article_id", "revision", "syndication_group")


def _fetches(work: StageWork, seen: pl.DataFrame) -> pl.DataFrame:
    """One row an input file: revised where an article of it was, else new where one was, else unchanged."""
    outcomes = dict(seen.group_by("source").agg("outcome").iter_rows())
    rows = []
    for entry in manifest(work.run.staging):
        found = set(outcomes.get(entry["source"], ()))
        order = (FetchOutcome.REVISED, FetchOutcome.NEW, FetchOutcome.UNCHANGED)
        outcome = next((o for o in order if o.value in found), FetchOutcome.NOT_AN_ARTICLE)
        at = datetime.fromisoformat(str(entry["fetched_at"]))
        rows.append(
            (
                work.run.run_id,
                None,
                entry["source"],
                at,
                outcome.value,
                None,
                entry["bytes"],
                entry["seconds"],
                None,
                None,
            )
        )
    return pl.DataFrame(rows, schema=FETCHES.schema, orient="row")


@task(name="articles", **STAGE)
def load_articles(run: Run) -> None:
    """Records as read become articles with ids and revisions; bad ones go to quarantine."""
    with at_work(run, Stage.ARTICLES) as work:
        files = [str(run.staging / str(entry["file"])) for entry in manifest(run.staging)]
        raw = pl.concat([pl.read_parquet(file) for file in files])
        known = work.read("known_articles").cast(KNOWN_SCHEMA)  # type: ignore[arg-type]
        made = normalise(raw, known, run.started_at)
        work.con.execute(
            query("forget_quarantined"),
            {
                "stage": Stage.ARTICLES.value,
                "sources": raw["source"].unique().to_list(),
                "ids": made.rejects["record_id"].to_list(),
            },
        )
        work.set_aside(made.rejects)
        good = work.check(ARTICLES, made.rows)
        work.load(ARTICLES, good, keep=("fetched_at", "syndication_group"))
        append(work.con, FETCHES, _fetches(work, made.seen))
        work.rows_in, work.rows_out = raw.height, good.height


@task(name="syndication", **STAGE)
def group_copies(run: Run) -> None:
    """Articles that are copies of one text get one syndication group."""
    with at_work(run, Stage.SYNDICATION) as work:
        todo = work.todo("texts_fingerprint", (COPIES_VERSION, run.settings.copies))
        if todo.is_empty():
            return
        articles = work.read("current_texts")
        groups = group(articles, run.settings.copies)
        joined = articles.select("article_id", "revision").join(groups, on="article_id")
        work.load(ARTICLES, joined.select(SYNDICATION))
        work.did(todo, joined.with_columns(record_id=pl.lit("all")), "record_id")
        work.rows_in, work.rows_out = articles.height, groups["syndication_group"].n_unique()


@task(name="events", **STAGE)
def cluster_events(run: Run) -> None:
    """Articles without an event join one or open one; events whose coverage changed are summed up anew.

    An event whose articles all went to others keeps its row, and says where most of them went.
    """
    settings = run.settings
    with at_work(run, Stage.EVENTS) as work:
        articles, held = work.read("current_texts"), work.read("memberships")
        joined = assign(articles, held, settings.events, settings.words, settings.likeness)
        coming = {("events", "event_id"): joined["event_id"]}
        gone = superseded(held, joined, work.read("superseded"))
        work.load(MEMBERSHIPS, work.check(MEMBERSHIPS, joined, coming), scope=("article_id", joined["article_id"]))
        todo = work.todo("events_fingerprint", (EVENTS_VERSION, settings.words))
        events = summarise(work.read("members_of", ids=todo["record_id"]), settings.words)
        work.load(EVENTS, work.check(EVENTS, events))
        work.load(EVENTS, gone)
        work.did(todo, events, "event_id")
        work.rows_in, work.rows_out = joined.height, events.height
