-- $stage
SELECT record_id, fingerprint FROM progress WHERE stage = $stage
