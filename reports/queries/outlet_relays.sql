-- The asked outlets' known lags behind the source they quote, the longest first, at most $most an outlet.
SELECT
  r.outlet, r.event_id, e.title AS event_title, r.source, r.kind, r.figure, r.published_at, r.published_precision,
  r.first_at, r.first_outlet, r.lag_minutes, r.lag_is_floor
FROM relays AS r
JOIN events AS e USING (event_id)
WHERE r.outlet IN (SELECT unnest($outlets)) AND r.lag_minutes IS NOT NULL AND NOT r.is_first
QUALIFY row_number() OVER (PARTITION BY r.outlet ORDER BY r.lag_minutes DESC, r.event_id, r.kind, r.source, r.figure) <= $most
ORDER BY r.outlet, r.lag_minutes DESC, r.event_id, r.kind, r.source, r.figure
