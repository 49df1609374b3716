-- Each figure of a whole event that an outlet passes on from a named source, a row an article, source, kind and figure.
-- lag_minutes: from the first publication of that source's figure by anyone to this one; null where this article has no
-- date or no clock time (lag_unknown says which). lag_is_floor: an article dated to a day alone may have been earlier than
-- that first one. is_first: none is known to be earlier, itself no lag. Undated articles are never the first; a figure
-- that its source gave twice counts from the first time.
WITH told AS (
    SELECT DISTINCT
        c.event_id,
        a.outlet,
        c.article_id,
        coalesce(c.source_canonical, c.attributed_to) AS source,
        c.kind,
        coalesce(c.anchor, c.low, c.high) AS figure,
        a.published_at,
        a.published_precision
    FROM claims AS c
    JOIN current_articles AS a USING (article_id)
    WHERE c.event_id IS NOT NULL AND c.is_event_total AND c.hedge IS NOT NULL AND c.population IS NULL
        AND c.stance <> 'denies' AND coalesce(c.source_canonical, c.attributed_to) IS NOT NULL
        AND coalesce(c.anchor, c.low, c.high) IS NOT NULL
), first AS (
    SELECT
        event_id, source, kind, figure,
        min(published_at) FILTER (published_precision <> 'day') AS first_at,
        arg_min(outlet, (published_at, outlet)) FILTER (published_precision <> 'day') AS first_outlet,
        min(published_at) FILTER (published_precision = 'day') AS first_day
    FROM told
    GROUP BY ALL
)
SELECT
    t.event_id,
    t.outlet,
    t.article_id,
    t.source,
    t.kind,
    t.figure,
    t.published_at,
    t.published_precision,
    f.first_at,
    f.first_outlet,
    CASE WHEN t.published_precision <> 'day' THEN date_diff('minute', f.first_at, t.published_at) END AS lag_minutes,
    CASE
        WHEN t.published_at IS NULL THEN 'undated'
        WHEN t.published_precision = 'day' THEN 'no clock time'
    END AS lag_unknown,
    coalesce(f.first_day <= f.first_at, false) AS lag_is_floor,
    coalesce(t.published_precision <> 'day' AND t.published_at = f.first_at, false) AS is_first
FROM told AS t
JOIN first AS f USING (event_id, source, kind, figure)
ORDER BY t.event_id, t.kind, t.source, t.figure, t.published_at NULLS LAST, t.outlet, t.article_id
