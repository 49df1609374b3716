-- One row an outlet: articles, events, claims and figures; how many figures of whole events it attributes to a named
-- source or gives in its own voice (share_attributed: of those); figures it passes on (relays), of how many the lag behind
-- the source's first publication by anyone is known, its median in minutes without those it was first with, and how many
-- of these lags are floors; claims that are stale relays or misrelays; corrections it printed, and figures of its that
-- were corrected later; claims in dispute.
WITH disputed AS (
    SELECT DISTINCT unnest(claim_ids) AS claim_id
    FROM discrepancies
    WHERE type NOT IN ('update_up', 'status_shift', 'definition')
), claimed AS (
    SELECT
        a.outlet,
        count(DISTINCT a.article_id) AS n_articles,
        count(DISTINCT c.event_id) AS n_events,
        count(c.claim_id) AS n_claims,
        count(c.claim_id) FILTER (c.hedge IS NOT NULL) AS n_figures,
        count(c.claim_id) FILTER (c.hedge IS NOT NULL AND c.is_event_total AND c.attributed_to IS NOT NULL) AS n_attributed,
        count(c.claim_id) FILTER (c.hedge IS NOT NULL AND c.is_event_total AND c.attributed_to IS NULL) AS n_own_voice,
        count(DISTINCT a.article_id) FILTER (a.wire_credit IS NOT NULL) AS n_wire_articles,
        count(d.claim_id) AS n_disputed_claims
    FROM current_articles AS a
    LEFT JOIN claims AS c USING (article_id)
    LEFT JOIN disputed AS d USING (claim_id)
    GROUP BY a.outlet
), relayed AS (
    SELECT
        outlet,
        count(*) AS n_relays,
        count(lag_minutes) AS n_lags_known,
        count(*) FILTER (is_first) AS n_first,
        median(lag_minutes) FILTER (NOT is_first) AS median_lag_minutes,
        max(lag_minutes) AS longest_lag_minutes,
        count(lag_minutes) FILTER (lag_is_floor AND NOT is_first) AS n_lag_floors
    FROM relays
    GROUP BY outlet
), roles AS (
    SELECT
        outlet,
        count(DISTINCT claim_id) FILTER (role = 'stale_relay') AS n_stale_relays,
        count(DISTINCT claim_id) FILTER (role = 'misrelay') AS n_misrelays,
        count(DISTINCT claim_id) FILTER (role = 'correction') AS n_corrections,
        count(DISTINCT claim_id) FILTER (role = 'corrected') AS n_corrected
    FROM relay_faults
    GROUP BY outlet
)
SELECT
    c.outlet,
    c.n_articles,
    c.n_events,
    c.n_claims,
    c.n_figures,
    c.n_attributed,
    c.n_own_voice,
    c.n_attributed / nullif(c.n_attributed + c.n_own_voice, 0) AS share_attributed,
    c.n_wire_articles,
    c.n_disputed_claims,
    coalesce(r.n_relays, 0) AS n_relays,
    coalesce(r.n_lags_known, 0) AS n_lags_known,
    coalesce(r.n_first, 0) AS n_first,
    r.median_lag_minutes,
    r.longest_lag_minutes,
    coalesce(r.n_lag_floors, 0) AS n_lag_floors,
    coalesce(f.n_stale_relays, 0) AS n_stale_relays,
    coalesce(f.n_misrelays, 0) AS n_misrelays,
    coalesce(f.n_corrections, 0) AS n_corrections,
    coalesce(f.n_corrected, 0) AS n_corrected
FROM claimed AS c
LEFT JOIN relayed AS r USING (outlet)
LEFT JOIN roles AS f USING (outlet)
ORDER BY c.n_articles DESC, c.outlet
