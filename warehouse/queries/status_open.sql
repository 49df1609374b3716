SELECT severity, type, count(*) AS open, count(DISTINCT event_id) AS events
FROM open_discrepancies
GROUP BY ALL
ORDER BY CASE severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, type
