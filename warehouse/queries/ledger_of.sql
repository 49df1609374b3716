-- $ids: event_id; the ledger without the event's title and the claims behind each entry
SELECT * EXCLUDE (event, claim_ids)
FROM ledger
WHERE event_id IN (SELECT unnest($ids))
ORDER BY event_id, kind, as_of NULLS LAST, coalesce(anchor, low, high) NULLS LAST, authority
