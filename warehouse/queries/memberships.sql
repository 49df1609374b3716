SELECT event_id, article_id FROM event_articles ORDER BY event_id, article_id
