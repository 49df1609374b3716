-- One row an outlet: how much it published, how many figures, how many of them attributed, copied or in dispute.
WITH disputed AS (
    SELECT DISTINCT unnest(claim_ids) AS claim_id
    FROM discrepancies
    WHERE type NOT IN ('update_up', 'status_shift', 'definition')
)
SELECT
    a.outlet,
    count(DISTINCT a.article_id) AS n_articles,
    count(DISTINCT c.event_id) AS n_events,
    count(c.claim_id) AS n_claims,
    count(c.claim_id) FILTER (c.hedge IS NOT NULL) AS n_figures,
    avg((c.attributed_to IS NOT NULL)::INTEGER) AS share_attributed,
    count(DISTINCT a.article_id) FILTER (a.wire_credit IS NOT NULL) AS n_wire_articles,
    count(d.claim_id) AS n_disputed_claims
FROM current_articles AS a
LEFT JOIN claims AS c USING (article_id)
LEFT JOIN disputed AS d USING (claim_id)
GROUP BY a.outlet
ORDER BY n_articles DESC, a.outlet
