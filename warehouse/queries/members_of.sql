-- $ids: event_id
SELECT m.event_id, a.article_id, a.outlet, a.title, a.text, a.published_at, a.wire_credit, a.syndication_group,
    json_extract_string(a.extra, '$.family') AS family
FROM event_articles AS m
JOIN current_articles AS a USING (article_id)
WHERE m.event_id IN (SELECT unnest($ids))
ORDER BY m.event_id, a.article_id
