-- The migration that a Prefect database stands at.
SELECT version_num FROM alembic_version;
