SELECT
    stage,
    count(*) AS expectations,
    count(*) FILTER (NOT success) AS failed,
    count(*) FILTER (NOT success AND severity = 'critical') AS critical,
    max(checked_rows) AS "rows",
    max(checked_at) AS checked_at
FROM latest_quality
GROUP BY stage
ORDER BY checked_at
