SELECT outlet, url, outcome, http_status, bytes, seconds, error
FROM fetches
WHERE run_id = (SELECT run_id FROM fetches ORDER BY fetched_at DESC LIMIT 1)
ORDER BY fetched_at
