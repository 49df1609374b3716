-- What each outlet's record says, all outlets, those with most articles first.
SELECT
  outlet, n_articles, n_events, n_attributed, n_own_voice, n_relays, n_lags_known, n_first, median_lag_minutes,
  longest_lag_minutes, n_lag_floors, n_stale_relays, n_misrelays, n_corrections, n_corrected
FROM outlet_profile
ORDER BY n_articles DESC, outlet
