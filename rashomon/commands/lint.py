"""`rashomon lint`."""

from rashomon.commands.options import Input, Json, Quiet


def lint(*inputs: Input, quiet: Quiet = False, json: Json = False) -> int:
    """Contradictions and arithmetic faults inside each single article, before publication.

    Exit code 1 where a finding is of severity high. Lines and columns count from 1.
    """
    from rashomon.commands.claims import articles_of, say_rejects
    from rashomon.commands.output import counted, plain, print_json
    from rashomon.errors import UsageError
    from transforms.claims.extract import extract_claims
    from transforms.lint import lint as faults
    from transforms.lint import position

    if not inputs:
        raise UsageError("lint needs at least one INPUT", hint="see: rashomon lint --help")
    articles, rejects = articles_of(inputs)
    claims = extract_claims(articles).claims
    found = faults(claims, articles.drop("text", "extra", "fetched_at", "content_hash"))
    texts = {row["article_id"]: row for row in articles.select("article_id", "outlet", "title", "text").to_dicts()}
    rows = found.to_dicts()
    for row in rows:
        article = texts[row["article_id"]]
        for side in ("first", "second"):
            text = article[row[f"field_{side}"]] or ""
            row[f"line_{side}"], row[f"column_{side}"] = position(text, row[f"value_start_{side}"])
        row["outlet"] = article["outlet"]
    if json:
        print_json(rows)
    elif not quiet:
        for row in rows:
            where = ":".join(
                str(part) for part in (row["outlet"], row["field_first"], row["line_first"], row["column_first"])
            )
            print(f"{plain(where)}: {row['severity']}: {row['type']}: {plain(row['explanation'])}")
        print(f"{counted(len(rows), 'finding')} in {counted(articles.height, 'article')}")
    if not quiet:
        say_rejects(rejects)
    return 1 if any(row["severity"] == "high" for row in rows) else 0
