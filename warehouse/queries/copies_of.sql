-- $ids: event_id
SELECT c.article_a, c.article_b, c.containment
FROM article_copies AS c
WHERE c.article_a IN (SELECT article_id FROM event_articles WHERE event_id IN (SELECT unnest($ids)))
ORDER BY c.article_a, c.article_b
