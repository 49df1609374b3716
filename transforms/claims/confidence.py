"""How often each rule was right on the development corpora: the share of its claims that a labeller also listed."""

from collections.abc import Mapping

DEFAULT = 0.6
BY_RULE: Mapping[str, float] = {}
UNSURE = 0.8


def confidence(rule: str, *, unconfirmed: bool) -> float:
    """The measured precision of a rule, lowered where the words themselves leave the statement open."""
    base = BY_RULE.get(rule, DEFAULT)
    return round(base * UNSURE, 3) if unconfirmed else base
