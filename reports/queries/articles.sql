-- Newest revision of each article of the asked events, with why it belongs.
SELECT
  ea.event_id, a.article_id, a.revision, a.outlet, a.url, a.title, a.published_at, a.published_precision,
  a.wire_credit, a.syndication_group, ea.reasons
FROM event_articles AS ea
JOIN articles AS a USING (article_id)
WHERE ea.event_id IN (SELECT unnest($event_ids))
QUALIFY row_number() OVER (PARTITION BY ea.event_id, a.article_id ORDER BY a.revision DESC) = 1
ORDER BY ea.event_id, a.published_at NULLS LAST, a.outlet, a.article_id
