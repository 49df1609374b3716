-- The asked outlets' articles, newest first, at most $most an outlet, each with its event and number of claims; n_all counts them all.
WITH newest AS (
  SELECT article_id, outlet, url, title, published_at, published_precision, wire_credit
  FROM articles
  WHERE outlet IN (SELECT unnest($outlets))
  QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY revision DESC) = 1
)
SELECT
  n.outlet, n.article_id, n.url, n.title, n.published_at, n.published_precision, n.wire_credit,
  e.event_id, e.title AS event_title, coalesce(c.n_claims, 0) AS n_claims,
  count(*) OVER (PARTITION BY n.outlet) AS n_all
FROM newest AS n
LEFT JOIN event_articles AS ea USING (article_id)
LEFT JOIN events AS e ON e.event_id = ea.event_id AND e.superseded_by IS NULL
LEFT JOIN (SELECT article_id, count(*) AS n_claims FROM claims GROUP BY article_id) AS c USING (article_id)
QUALIFY row_number() OVER (PARTITION BY n.outlet ORDER BY n.published_at DESC NULLS LAST, n.article_id, e.event_id) <= $most
ORDER BY n.outlet, n.published_at DESC NULLS LAST, n.article_id, e.event_id
