-- Claims of the asked events with their article and the words around the quote ($context code points on either side).
WITH newest AS (
  SELECT a.article_id, a.revision, a.outlet, a.url, a.title, a.text, a.published_at, a.published_precision, a.syndication_group
  FROM articles AS a
  WHERE a.article_id IN (SELECT article_id FROM event_articles WHERE event_id IN (SELECT unnest($event_ids)))
  QUALIFY row_number() OVER (PARTITION BY a.article_id ORDER BY a.revision DESC) = 1
)
SELECT
  c.claim_id, c.event_id, c.article_id, n.outlet, n.url, n.title, n.published_at, n.published_precision,
  coalesce(n.syndication_group, c.article_id) AS origin,
  c.kind, c.low, c.high, c.anchor, c.hedge, c.value_text, c.value_class, c.population, c.scope,
  c.is_event_total, c.total_reason, c.attributed_to, c.source_canonical, c.stance,
  c.as_of, c.as_of_precision, c.as_of_basis, c.evidence_field, c.quote, c.value_start, c.value_end,
  CASE WHEN c.evidence_field = 'text'
    THEN substring(n.text, greatest(1, c.evidence_start - $context + 1), least($context, c.evidence_start)) ELSE '' END AS before,
  CASE WHEN c.evidence_field = 'text' THEN substring(n.text, c.evidence_end + 1, $context) ELSE '' END AS after
FROM claims AS c
JOIN newest AS n USING (article_id)
WHERE c.event_id IN (SELECT unnest($event_ids))
ORDER BY c.event_id, coalesce(c.as_of, n.published_at) NULLS LAST, n.outlet, c.evidence_field DESC, c.evidence_start, c.claim_id
