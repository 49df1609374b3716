INSERT INTO schema_versions (schema_version, applied_at, "version") VALUES ($version, now(), $made_by)
