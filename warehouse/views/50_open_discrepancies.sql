-- Discrepancies that await a verdict, the gravest first, with their event and the outlets they set against each other.
SELECT
    d.discrepancy_id,
    d.event_id,
    e.title AS event,
    d.kind,
    d.type,
    d.severity,
    d.confidence,
    d.in_article,
    d.low,
    d.high,
    d.explanation,
    d.status,
    d.first_seen,
    d.last_seen,
    o.outlets
FROM discrepancies AS d
JOIN events AS e USING (event_id)
LEFT JOIN (
    SELECT x.discrepancy_id, list_sort(list(DISTINCT a.outlet)) AS outlets
    FROM (SELECT discrepancy_id, unnest(claim_ids) AS claim_id FROM discrepancies) AS x
    JOIN claims AS c USING (claim_id)
    JOIN current_articles AS a USING (article_id)
    GROUP BY x.discrepancy_id
) AS o USING (discrepancy_id)
WHERE d.status IN ('open', 'reopened')
ORDER BY
    CASE d.severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END,
    d.confidence DESC,
    d.discrepancy_id
