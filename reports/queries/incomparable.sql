-- Why pairs were not comparable: the $reasons most frequent reasons an event, each with its most alike pair.
SELECT event_id, reason, count(*) AS pairs, max({'s': similarity, 'a': claim_a, 'b': claim_b}) AS example
FROM claim_pairs
WHERE relation = 'not_comparable' AND event_id IN (SELECT unnest($event_ids))
GROUP BY event_id, reason
QUALIFY row_number() OVER (PARTITION BY event_id ORDER BY pairs DESC, reason) <= $reasons
ORDER BY event_id, pairs DESC, reason
