"""`rashomon lint`."""

from rashomon.commands.options import Input, Json, Quiet


def lint(*inputs: Input, quiet: Quiet = False, json: Json = False) -> int:
    """Contradictions and arithmetic faults inside each single article, before publication.

    Exit code 1 where a finding is of severity high. Lines and columns count from 1, in the file as it was given; where
    they cannot be told (CSV, Parquet, words that stand only in a page's JSON-LD) in the article's title or text.
    """
    from rashomon.commands.claims import normalised, say_rejects
    from rashomon.commands.linted import Files, printed
    from rashomon.commands.output import counted, print_json
    from rashomon.errors import UsageError
    from transforms.claims.extract import extract_claims
    from transforms.lint import lint as faults

    if not inputs:
        raise UsageError("lint needs at least one INPUT", hint="see: rashomon lint --help")
    files = Files(inputs)
    articles, rejects = normalised(files.records)
    claims = extract_claims(articles).claims
    found = faults(claims, articles.drop("text", "extra", "fetched_at", "content_hash"))
    rows = files.placed(found, articles)
    if json:
        print_json(rows)
    elif not quiet:
        for row in rows:
            print(printed(row))
        print(f"{counted(len(rows), 'finding')} in {counted(articles.height, 'article')}")
    if not quiet:
        say_rejects(rejects)
    return 1 if any(row["severity"] == "high" for row in rows) else 0
