"""What reviewers decided."""

from expectations.contracts import fields as f
from expectations.contracts.model import Table

REVIEWS = Table(
    name="reviews",
    meaning="Verdicts of reviewers, one row a decision; a discrepancy's newest counts while its evidence is the same.",
    columns=(f.DISCREPANCY_ID, f.VERDICT, f.NOTE, f.REVIEWER, f.REVIEWED_AT, f.EVIDENCE_HASH),
    key=("discrepancy_id", "reviewer", "reviewed_at"),
    log=True,
)
