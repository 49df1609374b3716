-- $ids: event_id
SELECT * EXCLUDE (run_id) FROM claims WHERE event_id IN (SELECT unnest($ids)) ORDER BY claim_id
