SELECT type, count(*) FROM artifact GROUP BY type ORDER BY type;
