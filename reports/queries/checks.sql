-- What the checkpoints of one run found, in the order in which they ran; failures first within a stage.
SELECT stage, suite, expectation, severity, success, observed, unexpected_count, checked_rows, checked_at
FROM quality_results
WHERE run_id = $run_id
ORDER BY min(checked_at) OVER (PARTITION BY stage), stage, suite, success, expectation
