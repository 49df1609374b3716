-- Discrepancies that the asked outlets take part in, at most $most an outlet; n_all counts them all.
WITH part AS (
  SELECT DISTINCT a.outlet, d.discrepancy_id
  FROM (SELECT discrepancy_id, unnest(claim_ids) AS claim_id FROM discrepancies) AS d
  JOIN claims AS c USING (claim_id)
  JOIN articles AS a USING (article_id)
  WHERE a.outlet IN (SELECT unnest($outlets))
)
SELECT
  p.outlet, d.discrepancy_id, d.event_id, e.title AS event_title, d.kind, d.type, d.severity, d.status, d.in_article,
  d.explanation, count(*) OVER (PARTITION BY p.outlet) AS n_all
FROM part AS p
JOIN discrepancies AS d USING (discrepancy_id)
JOIN events AS e ON e.event_id = d.event_id
QUALIFY row_number() OVER (
  PARTITION BY p.outlet
  ORDER BY CASE d.severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, d.confidence DESC, d.discrepancy_id
) <= $most
ORDER BY
  p.outlet, CASE d.severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, d.confidence DESC, d.discrepancy_id
