-- The consensus estimate of each event and kind, for the index.
SELECT event_id, kind, low, best, high FROM event_estimates WHERE profile = 'consensus' ORDER BY event_id, kind
