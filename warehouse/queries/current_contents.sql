SELECT article_id, revision, outlet, published_at, content_hash, syndication_group
FROM current_articles
ORDER BY article_id
