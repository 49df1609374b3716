-- Checks held, failed and (of severity info) noted by stage in each of the last $most runs that had any.
WITH recent AS (
  SELECT run_id, min(checked_at) AS checked_at FROM quality_results GROUP BY run_id ORDER BY checked_at DESC LIMIT $most
)
SELECT
  q.run_id, r.checked_at, q.stage, count(*) AS checks, count(*) FILTER (NOT q.success AND q.severity <> 'info') AS failed,
  count(*) FILTER (NOT q.success AND q.severity = 'info') AS noted
FROM quality_results AS q JOIN recent AS r USING (run_id)
GROUP BY q.run_id, r.checked_at, q.stage
ORDER BY r.checked_at, q.run_id, q.stage
