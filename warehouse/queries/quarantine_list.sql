-- $stage, or null for all
SELECT stage, record_id, reasons, run_id, quarantined_at
FROM quarantine
WHERE $stage IS NULL OR stage = $stage
ORDER BY quarantined_at DESC, stage, record_id
