-- $stage, $sources: rows of files that were read again; those that fail again are added again
DELETE FROM quarantine
WHERE stage = $stage
    AND regexp_replace(record_id, ':[0-9]+$', '') IN (SELECT unnest($sources))
    AND record_id NOT IN (SELECT unnest($ids))
