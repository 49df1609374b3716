"""Wire credits: the agency that an article names as the author of its copy."""

import re
from functools import cache

from transforms.reference import load

HEAD = 600
"""Code points of the body in which a dateline or byline is looked for."""
TAIL = 400
"""Code points at its end in which 'X contributed to this report' is looked for."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    names = {credit: agency["name"] for agency in load("agencies")["agency"] for credit in agency["credit"]}
    any_name = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    head = re.compile(
        rf"\((?:[^()]{{0,30}}[/ ])?(?P<a>{any_name})\)\s*[-–—:]?"  # KYIV, Ukraine (AP) —
        rf"|^\s*(?:By|Source:|Via)\s[^\n]{{0,80}}?\b(?P<b>{any_name})\s*$"
        rf"|^\s*(?P<c>{any_name})\s*[-–—]\s",
        re.MULTILINE,
    )
    tail = re.compile(
        rf"\b(?P<a>{any_name})\b[^\n.]{{0,60}}\bcontributed\b"
        rf"|\((?:With inputs from\s)?(?P<b>{any_name})\)\s*\Z"
        rf"|(?:Source|Credit|Copyright \d{{4}}):?\s(?:The\s)?(?P<c>{any_name})\b"
    )
    return head, tail, names


def wire_credit(title: str | None, text: str) -> str | None:
    """The agency's name where the article credits one, in a dateline, a byline or a closing line; else None.

    A quotation ('he told Reuters') is no credit.
    """
    head, tail, names = _patterns()
    found = head.search(text[:HEAD]) or tail.search(text[-TAIL:])
    if found is None and title and (in_title := re.search(r"[-–|(]\s*([A-Z][\w ]{1,30})\)?\s*$", title)):
        return names.get(in_title.group(1).strip())
    return next((names[name] for name in found.groups() if name), None) if found else None
