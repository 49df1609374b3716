-- The toll ledger, a row an authority and figure that counts a whole event: with its hedge, as of when it speaks, where
-- and when it was first published, and whom it was carried by. It was out for certain from known_from (a day without a
-- time counts from the day's end; null where every article is undated); from superseded_from on, the same authority had
-- given superseded_by, a figure of a later as-of time. What was knowable at a time T: known_from <= T, and of that still
-- standing: superseded_from IS NULL OR superseded_from > T.
WITH told AS (
    SELECT
        c.event_id,
        c.kind,
        c.as_of,
        c.as_of_precision,
        coalesce(c.source_canonical, c.attributed_to, a.outlet) AS authority,
        (c.attributed_to IS NULL AND c.source_canonical IS NULL) AS in_outlets_own_voice,
        c.hedge,
        c.anchor,
        c.low,
        c.high,
        c.value_text,
        c.stance,
        c.claim_id,
        a.outlet,
        a.published_at,
        a.published_precision,
        CASE a.published_precision WHEN 'day' THEN a.published_at + INTERVAL 1 DAY ELSE a.published_at END AS known_from
    FROM claims AS c
    JOIN current_articles AS a USING (article_id)
    WHERE c.event_id IS NOT NULL AND c.is_event_total AND c.hedge IS NOT NULL AND c.population IS NULL
), entries AS (
    SELECT
        event_id, kind, as_of, as_of_precision, authority, in_outlets_own_voice, hedge, anchor, low, high, stance,
        min(value_text) AS value_text,
        count(DISTINCT outlet) AS n_outlets,
        list_sort(list(DISTINCT outlet)) AS outlets,
        min(known_from) AS known_from,
        arg_min(
            {'outlet': outlet, 'at': published_at, 'precision': published_precision},
            (coalesce(known_from, 'infinity'::TIMESTAMPTZ), outlet)
        ) AS first,
        list_sort(list(DISTINCT claim_id)) AS claim_ids
    FROM told
    GROUP BY ALL
), superseded AS (
    SELECT
        e.claim_ids,
        min(later.known_from) AS superseded_from,
        arg_min(coalesce(later.anchor, later.low, later.high), (later.known_from, later.as_of, later.claim_ids)) AS superseded_by
    FROM entries AS e
    JOIN entries AS later
        ON later.event_id = e.event_id AND later.kind = e.kind AND later.authority = e.authority
        AND later.in_outlets_own_voice = e.in_outlets_own_voice AND later.stance = e.stance
        AND later.as_of > e.as_of
        AND (e.as_of_precision <> 'day' OR later.as_of >= e.as_of + INTERVAL 1 DAY)
        AND (later.anchor, later.low, later.high, later.hedge) IS DISTINCT FROM (e.anchor, e.low, e.high, e.hedge)
        AND later.known_from IS NOT NULL
    GROUP BY e.claim_ids
)
SELECT
    e.event_id,
    events.title AS event,
    e.kind,
    e.as_of,
    e.as_of_precision,
    e.authority,
    e.in_outlets_own_voice,
    e.hedge,
    e.anchor,
    e.low,
    e.high,
    e.value_text,
    e.stance,
    e.n_outlets,
    e.outlets,
    e.first.outlet AS first_outlet,
    e.first.at AS first_published,
    e.first.precision AS first_precision,
    e.known_from,
    s.superseded_from,
    s.superseded_by,
    e.claim_ids
FROM entries AS e
JOIN events USING (event_id)
LEFT JOIN superseded AS s USING (claim_ids)
ORDER BY e.event_id, e.kind, e.as_of NULLS LAST, e.anchor NULLS LAST, e.authority, e.claim_ids
