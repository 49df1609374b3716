SELECT
    m.event_id AS record_id,
    md5($version || string_agg(
        concat_ws('|', a.article_id, a.content_hash, a.outlet, epoch_us(a.published_at), a.wire_credit, a.syndication_group, json_extract_string(a.extra, '$.family')),
        '|' ORDER BY a.article_id
    )) AS fingerprint
FROM event_articles AS m
JOIN current_articles AS a USING (article_id)
GROUP BY m.event_id
