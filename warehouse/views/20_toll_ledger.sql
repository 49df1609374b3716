-- Every figure that counts a whole event, by event, kind and as-of time: who gave it, who carried it, when it was first seen.
SELECT
    c.event_id,
    e.title AS event,
    c.kind,
    c.as_of,
    c.as_of_precision,
    coalesce(c.source_canonical, c.attributed_to, a.outlet) AS authority,
    (c.attributed_to IS NULL) AS in_outlets_own_voice,
    c.hedge,
    c.anchor,
    c.low,
    c.high,
    c.value_text,
    c.stance,
    count(DISTINCT a.outlet) AS n_outlets,
    list_sort(list(DISTINCT a.outlet)) AS outlets,
    min(a.published_at) AS first_published,
    list_sort(list(c.claim_id)) AS claim_ids
FROM claims AS c
JOIN current_articles AS a USING (article_id)
JOIN events AS e USING (event_id)
WHERE c.is_event_total AND c.hedge IS NOT NULL AND c.population IS NULL
GROUP BY ALL
ORDER BY c.event_id, c.kind, c.as_of NULLS LAST, c.anchor
