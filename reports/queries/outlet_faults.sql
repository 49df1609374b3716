-- The asked outlets' stale relays, misrelays, corrections and corrected figures, at most $most an outlet.
SELECT
  f.outlet, f.event_id, e.title AS event_title, f.role, f.kind, f.figure, f.source, f.published_at, f.published_precision,
  f.other_figure_low, f.other_figure_high
FROM relay_faults AS f
JOIN events AS e USING (event_id)
WHERE f.outlet IN (SELECT unnest($outlets))
QUALIFY row_number() OVER (
  PARTITION BY f.outlet ORDER BY list_position($roles, f.role), f.published_at DESC NULLS LAST, f.claim_id
) <= $most
ORDER BY f.outlet, list_position($roles, f.role), f.published_at DESC NULLS LAST, f.claim_id
