"""The DuckDB warehouse: DDL from the contracts, migrations, idempotent loads, publication."""
