-- Every claim that carries a whole event's figure, with how many articles, outlets and independent origins carry that
-- figure and whom it comes from at last (table figure_origins, joined to its claims).
SELECT
    f.event_id,
    f.claim_id,
    a.outlet,
    f.kind,
    f.figure,
    f.n_articles,
    f.n_outlets,
    f.n_origins,
    f.origins,
    f.reason
FROM (SELECT * EXCLUDE (claim_ids), unnest(claim_ids) AS claim_id FROM figure_origins) AS f
JOIN claims AS c USING (claim_id)
JOIN current_articles AS a USING (article_id)
ORDER BY f.event_id, f.kind, f.figure, a.outlet, f.claim_id
