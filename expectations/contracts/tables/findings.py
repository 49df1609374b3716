"""Pairs of claims, the discrepancies found in them, and the estimates beside them."""

import polars as pl

from expectations.contracts import fields as f
from expectations.contracts.model import Reference, RowCheck, Table
from expectations.contracts.vocabulary import NOT_A_DISCREPANCY, CheckSeverity

CLAIM_PAIRS = Table(
    name="claim_pairs",
    meaning="Every pair of claims of one event and kind family with its relation, those that are not comparable too.",
    columns=(
        f.EVENT_ID, f.CLAIM_A, f.CLAIM_B, f.SIMILARITY, f.RELATION, f.REASON, f.IN_ARTICLE, f.RUN_ID,
    ),
    key=("claim_a", "claim_b"),
    checks=(
        RowCheck(
            "no_claim_with_itself",
            "claim_a sorts before claim_b, so no claim is paired with itself or twice",
            CheckSeverity.CRITICAL,
            lambda: pl.col("claim_a") < pl.col("claim_b"),
        ),
        RowCheck(
            "reason_given",
            "each pair says why",
            CheckSeverity.WARNING,
            lambda: pl.col("reason").str.len_chars() > 0,
        ),
    ),
    references=(Reference("claim_a", "claims", "claim_id"), Reference("claim_b", "claims", "claim_id")),
)  # fmt: skip

DISCREPANCIES = Table(
    name="discrepancies",
    meaning="Typed, explained differences between claims of one event.",
    columns=(
        f.DISCREPANCY_ID, f.EVENT_ID, f.KIND, f.TYPE, f.IN_ARTICLE, f.SEVERITY, f.CONFIDENCE, f.CLAIM_IDS,
        f.LOW, f.HIGH, f.EXPLANATION, f.FIRST_SEEN, f.LAST_SEEN, f.STATUS, f.EVIDENCE_HASH, f.RUN_ID,
    ),
    key=("discrepancy_id",),
    checks=(
        RowCheck(
            "is_a_finding",
            "its type is a discrepancy, not an agreement",
            CheckSeverity.CRITICAL,
            lambda: ~pl.col("type").is_in(sorted(NOT_A_DISCREPANCY)),
        ),
        RowCheck(
            "has_claims",
            "it rests on at least one claim",
            CheckSeverity.CRITICAL,
            lambda: pl.col("claim_ids").list.len() > 0,
        ),
        RowCheck(
            "low_not_above_high",
            "low ≤ high",
            CheckSeverity.CRITICAL,
            lambda: (pl.col("low") <= pl.col("high")).fill_null(value=True),
        ),
    ),
    references=(Reference("claim_ids", "claims", "claim_id"), Reference("event_id", "events", "event_id")),
)  # fmt: skip

EVENT_ESTIMATES = Table(
    name="event_estimates",
    meaning="One estimate a kind and profile, with the rule that fired and the claims behind it.",
    columns=(f.EVENT_ID, f.KIND, f.PROFILE, f.LOW, f.BEST, f.HIGH, f.RULE, f.CLAIM_IDS, f.RUN_ID),
    key=("event_id", "kind", "profile"),
    checks=(
        RowCheck(
            "low_best_high",
            "low ≤ best ≤ high",
            CheckSeverity.CRITICAL,
            lambda: (
                (pl.col("low") <= pl.col("best")).fill_null(value=True)
                & (pl.col("best") <= pl.col("high")).fill_null(value=True)
            ),
        ),
        RowCheck(
            "total_not_negative",
            "no total is below zero",
            CheckSeverity.CRITICAL,
            lambda: (pl.col("low") >= 0).fill_null(value=True) & (pl.col("best") >= 0).fill_null(value=True),
        ),
    ),
    references=(Reference("claim_ids", "claims", "claim_id"), Reference("event_id", "events", "event_id")),
)

FIGURE_ORIGINS = Table(
    name="figure_origins",
    meaning="Each figure that counts a whole event, with how many articles, outlets and origins carry it.",
    columns=(
        f.EVENT_ID, f.KIND, f.FIGURE, f.N_ARTICLES, f.N_OUTLETS, f.N_ORIGINS, f.ORIGINS, f.REASON, f.CLAIM_IDS,
        f.RUN_ID,
    ),
    key=("event_id", "kind", "figure"),
    references=(Reference("claim_ids", "claims", "claim_id"), Reference("event_id", "events", "event_id")),
)  # fmt: skip

SOURCE_PARTIES = Table(
    name="source_parties",
    meaning="Which party a quoted source speaks for, where its name says so.",
    columns=(f.EVENT_ID, f.SOURCE, f.PARTY, f.REASON, f.RUN_ID),
    key=("event_id", "source"),
    references=(Reference("event_id", "events", "event_id"),),
)
