-- The quality results of the newest run that checked anything, failures first.
SELECT q.*
FROM quality_results AS q
WHERE q.run_id = (
    SELECT run_id FROM quality_results ORDER BY checked_at DESC, run_id LIMIT 1
)
ORDER BY q.success, q.checked_at, q.suite, q.expectation
