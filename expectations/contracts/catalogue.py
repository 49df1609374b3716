"""Every table, in the order in which a run fills them."""

from expectations.contracts.model import Table
from expectations.contracts.tables.articles import ARTICLES
from expectations.contracts.tables.claims import CLAIMS, RESIDUE
from expectations.contracts.tables.events import EVENT_ARTICLES, EVENTS
from expectations.contracts.tables.findings import CLAIM_PAIRS, DISCREPANCIES, EVENT_ESTIMATES
from expectations.contracts.tables.logs import FETCHES, PROGRESS, QUALITY_RESULTS, QUARANTINE, RUNS, SCHEMA_VERSIONS
from expectations.contracts.tables.reviews import REVIEWS

TABLES: tuple[Table, ...] = (
    ARTICLES,
    EVENTS,
    EVENT_ARTICLES,
    CLAIMS,
    RESIDUE,
    CLAIM_PAIRS,
    DISCREPANCIES,
    EVENT_ESTIMATES,
    REVIEWS,
    FETCHES,
    QUARANTINE,
    QUALITY_RESULTS,
    RUNS,
    PROGRESS,
    SCHEMA_VERSIONS,
)
BY_NAME: dict[str, Table] = {table.name: table for table in TABLES}
