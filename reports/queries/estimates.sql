-- Estimates of the asked events under every profile.
SELECT event_id, kind, profile, low, best, high, rule, claim_ids
FROM event_estimates
WHERE event_id IN (SELECT unnest($event_ids))
ORDER BY event_id, kind, profile
