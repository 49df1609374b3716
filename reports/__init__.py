"""Static, self-contained pages and exports made from the published warehouse."""
