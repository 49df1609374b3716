-- What an outlet's claim is in a finding about time or relay, a row an outlet's claim and role: stale_relay (its source
-- had since given the other figure), misrelay (the source's own statement says the other figure), correction (it prints
-- the lower figure that corrects the other), corrected (its figure was corrected to the other; only where its article was certainly out before the correcting one: a
-- day without a time or no date proves nothing). Only what a
-- finding holds that no reviewer dismissed; pairs of one article are left out.
WITH held AS (
    SELECT discrepancy_id, event_id, type, unnest(claim_ids) AS claim_id
    FROM discrepancies
    WHERE type IN ('stale_relay', 'misrelay', 'downward_correction') AND status <> 'dismissed'
), pairs AS (
    SELECT DISTINCT
        p.event_id, p.relation, p.claim_a, p.claim_b, p.reason,
        coalesce(a.anchor, a.low, a.high) AS figure_a, coalesce(b.anchor, b.low, b.high) AS figure_b,
        coalesce(a.source_canonical, a.attributed_to) AS source_a, coalesce(b.source_canonical, b.attributed_to) AS source_b,
        x.published_at AS published_a,
        y.published_at AS published_b,
        CASE x.published_precision WHEN 'day' THEN x.published_at + INTERVAL 1 DAY ELSE x.published_at END AS certain_a,
        CASE y.published_precision WHEN 'day' THEN y.published_at + INTERVAL 1 DAY ELSE y.published_at END AS certain_b
    FROM claim_pairs AS p
    JOIN claims AS a ON a.claim_id = p.claim_a
    JOIN claims AS b ON b.claim_id = p.claim_b
    JOIN current_articles AS x ON x.article_id = a.article_id
    JOIN current_articles AS y ON y.article_id = b.article_id
    JOIN held AS first ON first.claim_id = p.claim_a AND first.type = p.relation
    JOIN held AS second ON second.claim_id = p.claim_b AND second.discrepancy_id = first.discrepancy_id
    WHERE p.relation IN ('stale_relay', 'misrelay', 'downward_correction') AND NOT p.in_article
), roles AS (
    SELECT
        event_id, reason,
        CASE relation WHEN 'stale_relay' THEN 'stale_relay' ELSE 'correction' END AS role,
        CASE WHEN figure_a < figure_b THEN claim_a ELSE claim_b END AS claim_id,
        CASE WHEN figure_a < figure_b THEN claim_b ELSE claim_a END AS other_claim_id
    FROM pairs WHERE relation <> 'misrelay' AND figure_a <> figure_b
    UNION ALL
    SELECT
        event_id, reason, 'corrected',
        CASE WHEN figure_a < figure_b THEN claim_b ELSE claim_a END,
        CASE WHEN figure_a < figure_b THEN claim_a ELSE claim_b END
    FROM pairs
    WHERE relation = 'downward_correction'
        AND CASE
            WHEN figure_a < figure_b THEN certain_b <= published_a
            WHEN figure_b < figure_a THEN certain_a <= published_b
        END
    UNION ALL
    SELECT event_id, reason, 'misrelay', claim_a, claim_b FROM pairs
    WHERE relation = 'misrelay' AND source_a IS NOT NULL AND source_b IS NULL
    UNION ALL
    SELECT event_id, reason, 'misrelay', claim_b, claim_a FROM pairs
    WHERE relation = 'misrelay' AND source_b IS NOT NULL AND source_a IS NULL
)
SELECT
    r.event_id,
    a.outlet,
    r.role,
    c.kind,
    r.claim_id,
    coalesce(c.anchor, c.low, c.high) AS figure,
    coalesce(c.source_canonical, c.attributed_to) AS source,
    a.published_at,
    a.published_precision,
    count(*) AS n_others,
    min(r.other_claim_id) AS other_claim_id,
    min(coalesce(o.anchor, o.low, o.high)) AS other_figure_low,
    max(coalesce(o.anchor, o.low, o.high)) AS other_figure_high,
    min(r.reason) AS reason
FROM roles AS r
JOIN claims AS c USING (claim_id)
JOIN claims AS o ON o.claim_id = r.other_claim_id
JOIN current_articles AS a ON a.article_id = c.article_id
GROUP BY ALL
ORDER BY r.event_id, a.outlet, r.role, c.kind, r.claim_id
