-- $ids: article_id
SELECT a.article_id, a.revision, a.outlet, a.url, a.title, a.text, a.published_at, a.published_precision, a.language,
    m.event_id
FROM current_articles AS a
JOIN event_articles AS m USING (article_id)
WHERE a.article_id IN (SELECT unnest($ids))
ORDER BY a.article_id
