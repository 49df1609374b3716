"""News agencies by the words that credit them and by the outlets they publish under."""

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from transforms.claims.lexicon import any_of
from transforms.reference import load

UNNAMED = "news agencies"
"""What stands for agencies that an article credits without naming them."""
BETWEEN = ", "
"""What stands between several agencies."""


@cache
def by_credit(*, brackets: bool = False) -> dict[str, str]:
    """Credit as written → the agency's name; in capitals throughout too. `brackets`: those of datelines alone too."""
    found: dict[str, str] = {}
    for agency in load("agencies")["agency"]:
        for credit in [*agency["credit"], *(agency.get("brackets", ()) if brackets else ())]:
            found |= {credit: agency["name"], credit.upper(): agency["name"]}
    return found


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.@/])({any_of(by_credit())})(?![\w@]|-[a-z])")


@cache
def _any_name() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of([*by_credit(brackets=True), *signatures()])})")


def may_name(text: str) -> bool:
    """Whether the text holds the words of any agency, as a credit or not."""
    return _any_name().search(text) is not None


def named(text: str) -> Iterator[tuple[str, int, int]]:
    """(agency, start, end) of each name in a text, in order."""
    for match in _named().finditer(text):
        yield by_credit()[match[1]], match.start(), match.end()


def domain(outlet: str) -> str:
    """An outlet as families and agencies list it: a host without 'www.', or its name, in lower case."""
    plain = outlet.strip().lower()
    return (urlsplit(plain).hostname or plain if "//" in plain else plain).removeprefix("www.")


def listed(outlet: str, known: dict[str, str]) -> str | None:
    """What `known` (by `domain`) says of the outlet, or of the site of which its host is a part."""
    name = domain(outlet)
    while name not in known:
        _, dot, name = name.partition(".")
        if not dot or "." not in name:
            return None
    return known[name]


@cache
def by_outlet() -> dict[str, str]:
    """The agencies' own outlets, by `domain`."""
    return {domain(o): agency["name"] for agency in load("agencies")["agency"] for o in agency.get("outlets", ())}


@cache
def signatures() -> dict[str, str]:
    """Words that close the stories of one agency alone."""
    return {words: agency["name"] for agency in load("agencies")["agency"] for words in agency.get("signature", ())}
