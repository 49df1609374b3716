-- The last $most runs, newest first.
SELECT run_id, started_at, ended_at, state, stages, error, version
FROM runs ORDER BY started_at DESC, run_id LIMIT $most
