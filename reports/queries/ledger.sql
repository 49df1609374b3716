-- The toll ledger of the asked events, by as-of time.
SELECT
  event_id, kind, as_of, as_of_precision, authority, in_outlets_own_voice, hedge, anchor, low, high, value_text, stance,
  outlets, first_outlet, first_published, first_precision, known_from, superseded_from, superseded_by
FROM ledger
WHERE event_id IN (SELECT unnest($event_ids))
ORDER BY event_id, as_of NULLS LAST, list_position($kinds, kind), coalesce(anchor, low, high) NULLS LAST, authority, hedge
