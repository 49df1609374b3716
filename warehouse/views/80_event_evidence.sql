-- One hash an event over everything that its findings rest on: its claims, and who published them when.
SELECT
    c.event_id,
    md5(string_agg(
        md5(concat_ws(
            '|', c::VARCHAR, a.outlet, epoch_us(a.published_at), a.wire_credit, a.syndication_group,
            json_extract_string(a.extra, '$.family')
        )),
        '' ORDER BY c.claim_id
    )) AS evidence
FROM (SELECT * EXCLUDE (run_id) FROM claims) AS c
JOIN current_articles AS a USING (article_id)
WHERE c.event_id IS NOT NULL
GROUP BY c.event_id
