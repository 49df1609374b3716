-- Verdicts count too: they decide the status.
SELECT e.event_id AS record_id, md5(concat_ws('|', $version, e.evidence, r.verdicts)) AS fingerprint
FROM event_evidence AS e
LEFT JOIN (
    SELECT
        d.event_id,
        string_agg(concat_ws('|', r.discrepancy_id, r.verdict, r.evidence_hash), '|' ORDER BY r.discrepancy_id, r.reviewed_at) AS verdicts
    FROM reviews AS r
    JOIN discrepancies AS d USING (discrepancy_id)
    GROUP BY d.event_id
) AS r USING (event_id)
