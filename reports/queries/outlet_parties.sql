-- Whose figures each outlet carries: by party, in how many events it does, and in how many that have some it carries none.
SELECT
  outlet, party, sum(n_figures)::BIGINT AS figures, count(*) FILTER (n_figures > 0) AS carried,
  count(*) FILTER (n_figures = 0) AS left_out
FROM outlet_parties
WHERE party IS NOT NULL
GROUP BY outlet, party
ORDER BY outlet, figures DESC, left_out DESC, party
