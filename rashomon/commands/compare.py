"""`rashomon compare`."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from rashomon.commands.options import Input, Json, Quiet


def compare(
    *inputs: Input,
    html: Annotated[
        Path | None, Parameter(name="--html", help="Write the event's page to this file, which needs no other.")
    ] = None,
    json: Json = False,
    quiet: Quiet = False,
) -> int:
    """A handful of articles of one event, in memory: figures by outlet, findings with both quotes, estimates.

    The articles are taken as one event's without asking whether they are. No Prefect, no Great Expectations, no
    warehouse; `rashomon run` is for many articles, of which it finds the events itself.
    """
    from datetime import UTC, datetime

    from rashomon.commands.claims import articles_of, say_rejects
    from rashomon.commands.compared import as_dictionary, print_comparison, write_page
    from rashomon.commands.output import print_json
    from rashomon.errors import InputError, UsageError
    from transforms.comparison import compare as compared

    if not inputs:
        raise UsageError("compare needs at least one INPUT", hint="see: rashomon compare --help")
    articles, rejects = articles_of(inputs)
    if articles.is_empty():
        say_rejects(rejects)
        raise InputError(inputs[0], "no article in it can be used")
    found = compared(articles, datetime.now(UTC))
    if html is not None:
        write_page(found, html)
    if json:
        print_json(as_dictionary(found))
    elif not quiet:
        print_comparison(found)
        if html is not None:
            print(f"\nPage: {html}")
    if not quiet:
        say_rejects(rejects)
    return 0
