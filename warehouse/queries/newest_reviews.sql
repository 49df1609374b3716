SELECT discrepancy_id, verdict, evidence_hash
FROM reviews
QUALIFY row_number() OVER (PARTITION BY discrepancy_id ORDER BY reviewed_at DESC, reviewer) = 1
