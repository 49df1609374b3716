SELECT event_id, superseded_by FROM events WHERE superseded_by IS NOT NULL ORDER BY event_id
