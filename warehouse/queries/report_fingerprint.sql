-- What an event's page shows, as one hash an event.
SELECT
    e.event_id,
    md5(concat_ws(
        '|',
        e.n_articles,
        e.title,
        p.fingerprint,
        (SELECT string_agg(concat_ws('|', d.discrepancy_id, d.evidence_hash, d.severity, d.status), '|' ORDER BY d.discrepancy_id)
         FROM discrepancies AS d WHERE d.event_id = e.event_id)
    )) AS fingerprint
FROM events AS e
LEFT JOIN progress AS p ON p.stage = 'discrepancies' AND p.record_id = e.event_id
