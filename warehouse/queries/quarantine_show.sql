-- $record; $stage, or null for all
SELECT stage, record_id, reasons, record, run_id, quarantined_at
FROM quarantine
WHERE record_id = $record AND ($stage IS NULL OR stage = $stage)
