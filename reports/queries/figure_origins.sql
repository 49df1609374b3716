-- Each figure of the asked events with its independent origins, the most carried of a kind first.
SELECT event_id, kind, figure, n_outlets, n_origins, reason
FROM figure_origins
WHERE event_id IN (SELECT unnest($event_ids))
ORDER BY event_id, list_position($kinds, kind), n_outlets DESC, figure
