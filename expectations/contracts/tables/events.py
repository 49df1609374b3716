"""Events, and which articles tell of them."""

import polars as pl

from expectations.contracts import fields as f
from expectations.contracts.model import Reference, RowCheck, Table
from expectations.contracts.vocabulary import CheckSeverity

EVENTS = Table(
    name="events",
    meaning="Events that articles tell of. A superseded event keeps its row and says what it was merged into.",
    columns=(
        f.EVENT_ID, f.TITLE, f.FIRST_PUBLISHED, f.LAST_PUBLISHED, f.PLACE, f.N_ARTICLES, f.N_OUTLETS,
        f.N_INDEPENDENT_SOURCES, f.SUPERSEDED_BY, f.RUN_ID,
    ),
    key=("event_id",),
    checks=(
        RowCheck(
            "first_not_after_last",
            "the first publication is not after the last",
            CheckSeverity.CRITICAL,
            lambda: (pl.col("first_published") <= pl.col("last_published")).fill_null(value=True),
        ),
        RowCheck(
            "counts_nest",
            "there are no more outlets than articles and no more origins than articles",
            CheckSeverity.CRITICAL,
            lambda: (pl.col("n_outlets") <= pl.col("n_articles"))
            & (pl.col("n_independent_sources") <= pl.col("n_articles")),
        ),
    ),
)  # fmt: skip

EVENT_ARTICLES = Table(
    name="event_articles",
    meaning="Which articles tell of which event, and the strongest evidence for it.",
    columns=(f.EVENT_ID, f.ARTICLE_ID, f.REASONS, f.RUN_ID),
    key=("event_id", "article_id"),
    references=(Reference("article_id", "articles", "article_id"), Reference("event_id", "events", "event_id")),
)

ARTICLE_ORIGINS = Table(
    name="article_origins",
    meaning="Whose voice each article of an event is, and why: what corroboration counts.",
    columns=(f.EVENT_ID, f.ARTICLE_ID, f.ORIGIN, f.ORIGIN_RULE, f.WITNESS, f.REASON, f.RUN_ID),
    key=("event_id", "article_id"),
    references=(Reference("article_id", "articles", "article_id"), Reference("event_id", "events", "event_id")),
)
