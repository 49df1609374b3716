-- $ids: event_id
SELECT event_id, article_id, reasons
FROM event_articles
WHERE event_id IN (SELECT unnest($ids))
ORDER BY event_id, article_id
