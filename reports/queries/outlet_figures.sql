-- The asked outlets' event totals, newest event first, at most $most an outlet.
WITH newest AS (
  SELECT article_id, outlet, published_at
  FROM articles
  WHERE outlet IN (SELECT unnest($outlets))
  QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY revision DESC) = 1
)
SELECT
  n.outlet, e.event_id, e.title AS event_title, c.kind, c.low, c.high, c.anchor, c.hedge, c.value_text,
  c.attributed_to, c.source_canonical, c.stance, c.as_of, c.as_of_precision
FROM claims AS c
JOIN newest AS n USING (article_id)
JOIN events AS e ON e.event_id = c.event_id AND e.superseded_by IS NULL
WHERE c.is_event_total AND e.n_articles > 1
QUALIFY row_number() OVER (
  PARTITION BY n.outlet ORDER BY e.last_published DESC NULLS LAST, e.event_id, c.kind, c.as_of NULLS LAST, c.claim_id
) <= $most
ORDER BY n.outlet, e.last_published DESC NULLS LAST, e.event_id, c.kind, c.as_of NULLS LAST, c.claim_id
