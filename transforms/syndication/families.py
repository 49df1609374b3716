"""Publisher families: which group an outlet belongs to."""

import json
from functools import cache

from transforms.reference import load
from transforms.syndication.agencies import domain, listed

FIELD = "family"
"""Field of an input record, and of the sources file, that names the family."""


@cache
def _by_outlet() -> dict[str, str]:
    return {domain(o): family for family, outlets in load("families")["families"].items() for o in outlets}


def family(outlet: str, extra: str | None = None) -> str | None:
    """The outlet's publisher family: as `extra` (the record's other fields as JSON) has it, else a known group's."""
    if extra and f'"{FIELD}"' in extra:
        given = json.loads(extra)
        named = given.get(FIELD) if isinstance(given, dict) else None
        if isinstance(named, str) and named.strip():
            return named.strip()
    return listed(outlet, _by_outlet())
