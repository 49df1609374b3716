-- $ids: event_id
SELECT a.article_id, a.revision, a.outlet, a.url, a.title, a.published_at, a.published_precision, a.language,
    a.wire_credit, a.syndication_group, json_extract_string(a.extra, '$.family') AS family, m.event_id
FROM event_articles AS m
JOIN current_articles AS a USING (article_id)
WHERE m.event_id IN (SELECT unnest($ids))
ORDER BY a.article_id
