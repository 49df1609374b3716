-- One row a run and stage: rows in, out and quarantined, and seconds.
SELECT
    r.run_id,
    r.started_at,
    r.state,
    s.stage,
    s.rows_in,
    s.rows_out,
    s.quarantined,
    s.seconds
FROM runs AS r,
    unnest(
        from_json(
            r.stages,
            '[{"stage":"VARCHAR","rows_in":"BIGINT","rows_out":"BIGINT","quarantined":"BIGINT","seconds":"DOUBLE"}]'
        )
    ) AS t (s)
ORDER BY r.started_at DESC
