-- One row an event: coverage, independent origins, consensus tolls, and discrepancies by severity.
SELECT
    e.event_id,
    e.title,
    e.place,
    e.first_published,
    e.last_published,
    e.n_articles,
    e.n_outlets,
    e.n_independent_sources,
    killed.low AS killed_low,
    killed.best AS killed_best,
    killed.high AS killed_high,
    injured.low AS injured_low,
    injured.best AS injured_best,
    injured.high AS injured_high,
    coalesce(d.high, 0) AS n_high,
    coalesce(d.medium, 0) AS n_medium,
    coalesce(d.low, 0) AS n_low,
    coalesce(d.open, 0) AS n_open
FROM events AS e
LEFT JOIN event_estimates AS killed
    ON killed.event_id = e.event_id AND killed.kind = 'killed' AND killed.profile = 'consensus'
LEFT JOIN event_estimates AS injured
    ON injured.event_id = e.event_id AND injured.kind = 'injured' AND injured.profile = 'consensus'
LEFT JOIN (
    SELECT
        event_id,
        count(*) FILTER (severity = 'high') AS high,
        count(*) FILTER (severity = 'medium') AS medium,
        count(*) FILTER (severity = 'low') AS low,
        count(*) FILTER (status IN ('open', 'reopened')) AS open
    FROM discrepancies
    GROUP BY event_id
) AS d ON d.event_id = e.event_id
WHERE e.superseded_by IS NULL
ORDER BY e.last_published DESC NULLS LAST, e.event_id
