"""`rashomon rules`."""

from typing import Annotated

from cyclopts import Parameter

from rashomon.commands.options import Json


def rules(
    type_: Annotated[str | None, Parameter(name="TYPE", help="One type; without it, all of them, a line each.")] = None,
    /,
    *,
    json: Json = False,
) -> int:
    """The discrepancy types, in the order in which they are asked: the first that matches a pair of claims decides.

    With TYPE its page: what it says, what is flagged, what is not, what is not comparable, and the source.
    """
    from rashomon.commands.output import print_json, print_table
    from rashomon.errors import UsageError
    from transforms.discrepancies import RULES

    by_name = {rule.type.value: rule for rule in RULES}
    if type_ is not None and type_ not in by_name:
        raise UsageError(f"there is no type {type_}", hint=f"types: {', '.join(by_name)}")
    chosen = list(by_name) if type_ is None else [type_]
    if json:
        columns = ("since", "version", "page", "confidence")
        told = [{"type": name} | {column: getattr(by_name[name], column) for column in columns} for name in chosen]
        print_json(told if type_ is None else told[0])
    elif type_ is None:
        print_table(["type", "since", "says"], [(n, by_name[n].since, by_name[n].headline) for n in chosen])
        print("\nOne page each: rashomon rules TYPE")
    else:
        rule = by_name[type_]
        print(f"{type_} (since {rule.since}, version {rule.version})\n\n{rule.page.rstrip()}")
    return 0
