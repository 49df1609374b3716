"""What happened: runs, tries at sources, rows set aside, quality results, and what each stage has already done."""

import polars as pl

from expectations.contracts import fields as f
from expectations.contracts.model import ShareCheck, Table
from expectations.contracts.vocabulary import CheckSeverity

RUNS = Table(
    name="runs",
    meaning="One row a run, with row counts and seconds a stage.",
    columns=(f.RUN_ID, f.STARTED_AT, f.ENDED_AT, f.STATE, f.STAGES, f.ERROR, f.VERSION),
    key=("run_id",),
    log=True,
)

FETCHES = Table(
    name="fetches",
    meaning="One row a try at a source: a feed, a page or an input file. For a file, url is the path as given.",
    columns=(
        f.RUN_ID, f.OUTLET.optional(), f.URL, f.FETCHED_AT, f.OUTCOME, f.HTTP_STATUS, f.BYTES, f.SECONDS, f.ERROR,
        f.ARTICLE_ID.optional(),
    ),
    key=("run_id", "url", "fetched_at"),
    log=True,
)  # fmt: skip

QUARANTINE = Table(
    name="quarantine",
    meaning="Rows set aside, with every reason and the row as it was.",
    columns=(f.STAGE, f.RECORD_ID, f.REASONS, f.RECORD, f.RUN_ID, f.QUARANTINED_AT),
    key=("stage", "record_id"),
    log=True,
)

QUALITY_RESULTS = Table(
    name="quality_results",
    meaning="What each checkpoint found, one row an expectation and run.",
    columns=(
        f.RUN_ID, f.STAGE, f.SUITE, f.EXPECTATION, f.CHECK_SEVERITY, f.SUCCESS, f.OBSERVED, f.UNEXPECTED_COUNT,
        f.CHECKED_ROWS, f.CHECKED_AT,
    ),
    key=("run_id", "stage", "suite", "expectation"),
    log=True,
)  # fmt: skip

PROGRESS = Table(
    name="progress",
    meaning="What each stage has done, a row a record, so that a run only does what is new, also after a crash.",
    columns=(f.STAGE, f.RECORD_ID, f.FINGERPRINT, f.ROWS, f.RUN_ID),
    key=("stage", "record_id"),
    checks=(
        ShareCheck(
            "share_without_rows",
            "the share of records that gave no row (articles without any claim) is near that of earlier runs",
            CheckSeverity.INFO,
            lambda: pl.col("rows") == 0,
            0.0,
            0.98,
            drift=0.25,
        ),
    ),
)

SCHEMA_VERSIONS = Table(
    name="schema_versions",
    meaning="Which schema the warehouse has, a row a step that was taken to it.",
    columns=(f.SCHEMA_VERSION, f.APPLIED_AT, f.VERSION),
    key=("schema_version",),
)
