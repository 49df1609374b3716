SELECT severity, type, open, events
FROM (
    SELECT
        severity,
        type,
        count(*) AS open,
        count(DISTINCT event_id) AS events
    FROM open_discrepancies
    GROUP BY severity, type
) AS o
ORDER BY CASE severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, type
