-- $event: event_id; what it was merged into, null where it stands
SELECT superseded_by FROM events WHERE event_id = $event
