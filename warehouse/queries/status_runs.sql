-- $runs
SELECT
    run_id,
    started_at,
    state,
    round(epoch(ended_at - started_at), 1) AS seconds,
    (SELECT sum(rows_in) FROM run_stages AS s WHERE s.run_id = r.run_id AND s.stage = 'articles') AS articles_read,
    (SELECT sum(quarantined) FROM run_stages AS s WHERE s.run_id = r.run_id) AS quarantined,
    error,
    version
FROM runs AS r
ORDER BY started_at DESC
LIMIT $runs
