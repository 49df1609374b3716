-- Tables, views and their columns as they are declared.
SELECT table_name, column_index, column_name, data_type, is_nullable
FROM duckdb_columns()
WHERE NOT internal
ORDER BY table_name, column_index;
