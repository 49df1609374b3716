SELECT 'all' AS record_id, md5($version || string_agg(article_id || content_hash, '|' ORDER BY article_id)) AS fingerprint
FROM current_articles
HAVING count(*) > 0
