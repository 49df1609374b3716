-- Tables, views and their columns as they are declared; a column that a migration added stands last, which says nothing.
SELECT table_name, column_name, data_type, is_nullable
FROM duckdb_columns()
WHERE NOT internal
ORDER BY table_name, column_name;
