-- Every event with what the index needs of it, newest first; superseded ones last.
SELECT
  e.event_id, e.title, e.first_published, e.last_published, e.place,
  e.n_articles, e.n_outlets, e.n_independent_sources, e.superseded_by,
  coalesce(c.n_claims, 0) AS n_claims,
  coalesce(c.kinds, []) AS kinds,
  coalesce(d.high, 0) AS high, coalesce(d.medium, 0) AS medium, coalesce(d.low, 0) AS low,
  coalesce(d.n_open, 0) AS n_open,
  coalesce(d.types, []) AS types
FROM events AS e
LEFT JOIN (
  SELECT event_id, count(*) AS n_claims, list_sort(list(DISTINCT kind)) AS kinds
  FROM claims WHERE event_id IS NOT NULL GROUP BY event_id
) AS c USING (event_id)
LEFT JOIN (
  SELECT
    event_id,
    count(*) FILTER (severity = 'high' AND status <> 'dismissed') AS high,
    count(*) FILTER (severity = 'medium' AND status <> 'dismissed') AS medium,
    count(*) FILTER (severity = 'low' AND status <> 'dismissed') AS low,
    count(*) FILTER (status IN ('open', 'reopened')) AS n_open,
    list_sort(list(DISTINCT type)) AS types
  FROM discrepancies GROUP BY event_id
) AS d USING (event_id)
ORDER BY e.superseded_by IS NOT NULL, e.last_published DESC NULLS LAST, e.n_articles DESC, e.event_id
