-- Rows that the newest run wrote, a table.
WITH newest AS (SELECT run_id FROM runs ORDER BY started_at DESC LIMIT 1)
SELECT t.name AS "table", t.n AS rows_written
FROM (
    SELECT 'articles' AS name, count(*) AS n FROM articles WHERE run_id IN (FROM newest)
    UNION ALL SELECT 'events', count(*) FROM events WHERE run_id IN (FROM newest)
    UNION ALL SELECT 'claims', count(*) FROM claims WHERE run_id IN (FROM newest)
    UNION ALL SELECT 'claim_pairs', count(*) FROM claim_pairs WHERE run_id IN (FROM newest)
    UNION ALL SELECT 'discrepancies', count(*) FROM discrepancies WHERE run_id IN (FROM newest)
    UNION ALL SELECT 'event_estimates', count(*) FROM event_estimates WHERE run_id IN (FROM newest)
) AS t
