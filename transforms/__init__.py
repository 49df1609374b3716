"""Pure functions: frames in, frames out. No disk, no clock, no network, no Prefect, no DuckDB."""
