-- $ids: event_id
SELECT discrepancy_id, evidence_hash, first_seen, last_seen FROM discrepancies WHERE event_id IN (SELECT unnest($ids))
