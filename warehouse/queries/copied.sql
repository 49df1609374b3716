SELECT DISTINCT article_a FROM article_copies
