"""Every table, in the order in which a run fills them."""

from expectations.contracts.model import Table
from expectations.contracts.tables.articles import ARTICLES, COPIES
from expectations.contracts.tables.claims import CLAIMS, RESIDUE
from expectations.contracts.tables.events import ARTICLE_ORIGINS, EVENT_ARTICLES, EVENTS
from expectations.contracts.tables.findings import (
    CLAIM_PAIRS,
    DISCREPANCIES,
    EVENT_ESTIMATES,
    FIGURE_ORIGINS,
    SOURCE_PARTIES,
)
from expectations.contracts.tables.logs import FETCHES, PROGRESS, QUALITY_RESULTS, QUARANTINE, RUNS, SCHEMA_VERSIONS
from expectations.contracts.tables.reviews import REVIEWS

TABLES: tuple[Table, ...] = (
    ARTICLES,
    COPIES,
    EVENTS,
    EVENT_ARTICLES,
    ARTICLE_ORIGINS,
    CLAIMS,
    RESIDUE,
    CLAIM_PAIRS,
    DISCREPANCIES,
    EVENT_ESTIMATES,
    FIGURE_ORIGINS,
    SOURCE_PARTIES,
    REVIEWS,
    FETCHES,
    QUARANTINE,
    QUALITY_RESULTS,
    RUNS,
    PROGRESS,
    SCHEMA_VERSIONS,
)
BY_NAME: dict[str, Table] = {table.name: table for table in TABLES}
