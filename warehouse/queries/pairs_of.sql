-- $ids: event_id
SELECT * EXCLUDE (run_id) FROM claim_pairs WHERE event_id IN (SELECT unnest($ids)) ORDER BY claim_a, claim_b
