-- A reviewer's verdict on the first finding.
INSERT INTO reviews
SELECT discrepancy_id, 'confirmed', 'both quotes checked', 'desk', last_seen, evidence_hash
FROM discrepancies ORDER BY discrepancy_id LIMIT 1;
