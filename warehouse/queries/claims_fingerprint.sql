SELECT
    a.article_id AS record_id,
    md5(concat_ws(
        '|', $version, a.content_hash, epoch_us(a.published_at), a.published_precision, a.language, m.event_id
    )) AS fingerprint
FROM current_articles AS a
JOIN event_articles AS m USING (article_id)
