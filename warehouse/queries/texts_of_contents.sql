-- $hashes: content_hash
SELECT content_hash, any_value(text) AS text
FROM current_articles
WHERE content_hash IN (SELECT unnest($hashes))
GROUP BY content_hash
ORDER BY content_hash
