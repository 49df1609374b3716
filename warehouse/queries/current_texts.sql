SELECT article_id, revision, outlet, url, title, text, published_at, published_precision, language, wire_credit,
    syndication_group, content_hash
FROM current_articles
ORDER BY article_id
