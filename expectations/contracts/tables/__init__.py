"""One file a table: its columns and its own checks."""
