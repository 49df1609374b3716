SELECT event_id AS record_id, md5($version || evidence) AS fingerprint FROM event_evidence
