-- Rows set aside by stage and reason, with one of them as an example.
SELECT stage, reason, count(*) AS n, min(record_id) AS example, max(quarantined_at) AS last_at
FROM (SELECT stage, record_id, quarantined_at, unnest(reasons) AS reason FROM quarantine)
GROUP BY stage, reason
ORDER BY n DESC, stage, reason
LIMIT $most
