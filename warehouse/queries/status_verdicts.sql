SELECT status, count(*) AS discrepancies FROM discrepancies GROUP BY ALL ORDER BY status
