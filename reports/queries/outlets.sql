-- Outlets that have an article in one of the asked events.
SELECT DISTINCT a.outlet
FROM event_articles AS ea JOIN articles AS a USING (article_id)
WHERE ea.event_id IN (SELECT unnest($event_ids))
ORDER BY a.outlet
