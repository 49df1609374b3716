"""Publisher families: which group an outlet belongs to."""

from functools import cache

from transforms.reference import load
from transforms.syndication.agencies import domain, listed


@cache
def _by_outlet() -> dict[str, str]:
    return {domain(o): family for family, outlets in load("families")["families"].items() for o in outlets}


def family(outlet: str) -> str | None:
    """The publisher family of a known group's outlet."""
    return listed(outlet, _by_outlet())
