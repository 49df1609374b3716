-- $events: how many; the most disputed first
SELECT
    title, n_articles, n_outlets, n_independent_sources, killed_low, killed_best, killed_high, injured_low, injured_best,
    injured_high, n_high, n_medium, n_low, event_id
FROM event_summary
ORDER BY n_high DESC, n_medium DESC, n_low DESC, n_articles DESC, event_id
LIMIT $events
