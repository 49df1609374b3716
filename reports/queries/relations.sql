-- How many pairs of each relation the asked events have.
SELECT event_id, relation, count(*) AS pairs
FROM claim_pairs
WHERE event_id IN (SELECT unnest($event_ids))
GROUP BY event_id, relation
ORDER BY event_id, pairs DESC, relation
