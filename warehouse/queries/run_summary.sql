-- What the published warehouse holds, in one row.
SELECT
    (SELECT count(*) FROM current_articles) AS articles,
    (SELECT count(DISTINCT outlet) FROM current_articles) AS outlets,
    (SELECT count(*) FROM events WHERE superseded_by IS NULL) AS events,
    (SELECT count(*) FROM claims) AS claims,
    (SELECT count(*) FROM discrepancies) AS discrepancies,
    (SELECT count(*) FROM discrepancies WHERE severity = 'high') AS high,
    (SELECT count(*) FROM discrepancies WHERE severity = 'medium') AS medium,
    (SELECT count(*) FROM discrepancies WHERE severity = 'low') AS low,
    (SELECT count(*) FROM quarantine) AS quarantined
