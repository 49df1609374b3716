-- The newest revision of each article: what claims are read from.
SELECT *
FROM articles
QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY revision DESC) = 1
