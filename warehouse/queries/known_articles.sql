SELECT article_id, revision, outlet, url, content_hash FROM articles
