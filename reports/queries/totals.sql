-- What the warehouse holds.
SELECT
  (SELECT count(DISTINCT article_id) FROM articles) AS articles,
  (SELECT count(DISTINCT outlet) FROM articles) AS outlets,
  (SELECT count(*) FROM claims) AS claims,
  (SELECT count(*) FROM discrepancies WHERE status IN ('open', 'reopened')) AS n_open,
  (SELECT count(*) FROM quarantine) AS quarantined
