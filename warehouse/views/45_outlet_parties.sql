-- Whose figures an outlet carries, a row an outlet, event and party: event totals that it gives from sources of that party
-- (n_figures), in how many articles and from which sources. Sources whose names say no party, and figures in the outlet's
-- own voice, have the party null. n_party_figures: all figures of that party in the event's coverage, by anyone; where an
-- outlet of the event carries none of them, n_figures is 0 and it leaves them out.
WITH told AS (
    SELECT
        c.event_id, a.outlet, c.article_id, c.claim_id,
        coalesce(c.source_canonical, c.attributed_to) AS source,
        p.party
    FROM claims AS c
    JOIN current_articles AS a USING (article_id)
    LEFT JOIN source_parties AS p
        ON p.event_id = c.event_id AND p.source = coalesce(c.source_canonical, c.attributed_to)
    WHERE c.event_id IS NOT NULL AND c.is_event_total AND c.hedge IS NOT NULL AND c.population IS NULL
), parties AS (
    SELECT event_id, party, count(*) AS n_party_figures FROM told GROUP BY ALL
), outlets AS (
    SELECT DISTINCT event_id, outlet FROM told
)
SELECT
    o.outlet,
    o.event_id,
    p.party,
    count(t.claim_id) AS n_figures,
    count(DISTINCT t.article_id) AS n_articles,
    coalesce(list_sort(list(DISTINCT t.source) FILTER (t.source IS NOT NULL)), []) AS sources,
    p.n_party_figures
FROM outlets AS o
JOIN parties AS p USING (event_id)
LEFT JOIN told AS t
    ON t.event_id = o.event_id AND t.outlet = o.outlet AND t.party IS NOT DISTINCT FROM p.party
GROUP BY o.outlet, o.event_id, p.party, p.n_party_figures
ORDER BY o.outlet, o.event_id, n_figures DESC, p.party NULLS LAST
