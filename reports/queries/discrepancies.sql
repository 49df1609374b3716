-- Discrepancies of the asked events, what an editor should see first on top; $kinds is the order of kinds.
SELECT
  discrepancy_id, event_id, kind, type, in_article, severity, confidence, claim_ids, low, high, explanation,
  first_seen, last_seen, status
FROM discrepancies
WHERE event_id IN (SELECT unnest($event_ids))
ORDER BY
  event_id,
  status = 'dismissed',
  CASE severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END,
  list_position($kinds, kind), len(claim_ids) DESC, confidence DESC, discrepancy_id
