-- $ids: event_id; every revision of its articles
SELECT a.* EXCLUDE (run_id)
FROM articles AS a
WHERE a.article_id IN (SELECT article_id FROM event_articles WHERE event_id IN (SELECT unnest($ids)))
ORDER BY a.article_id, a.revision
