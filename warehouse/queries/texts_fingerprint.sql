SELECT 'all' AS record_id, md5($version || string_agg(concat_ws('~', article_id, content_hash, outlet, epoch_us(published_at)), '|' ORDER BY article_id)) AS fingerprint
FROM current_articles
HAVING count(*) > 0
