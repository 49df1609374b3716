-- $runs
SELECT
    r.run_id,
    r.started_at,
    r.state,
    count(q.expectation) AS expectations,
    count(q.expectation) FILTER (NOT q.success) AS failed,
    count(q.expectation) FILTER (NOT q.success AND q.severity = 'critical') AS critical,
    round(max(q.observed::DOUBLE) FILTER (q.expectation = 'share_unhandled'), 3) AS share_unhandled,
    round(max(q.observed::DOUBLE) FILTER (q.expectation = 'share_without_rows' AND q.stage = 'claims'), 3) AS share_without_claims
FROM runs AS r
LEFT JOIN quality_results AS q USING (run_id)
GROUP BY ALL
ORDER BY r.started_at DESC
LIMIT $runs
