-- Claims with the slice of the article that their quote must equal.
SELECT c.*, substring(a.text, c.evidence_start + 1, c.evidence_end - c.evidence_start) AS source_slice
FROM claims AS c JOIN articles AS a USING (article_id)
