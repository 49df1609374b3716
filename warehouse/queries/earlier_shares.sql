-- $suite, $stage: what the shares of earlier runs were, newest first, at most ten a check
SELECT expectation, TRY_CAST(observed AS DOUBLE) AS observed
FROM quality_results
WHERE suite = $suite AND stage = $stage AND TRY_CAST(observed AS DOUBLE) IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY expectation ORDER BY checked_at DESC) <= 10
