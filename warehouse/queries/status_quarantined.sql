SELECT stage, count(*) AS "rows", max(quarantined_at) AS newest FROM quarantine GROUP BY ALL ORDER BY stage
