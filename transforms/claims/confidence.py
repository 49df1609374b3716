"""How sure a claim is: the measured precision of the rule that made it (reference/claim_rules.toml)."""

from dataclasses import dataclass

from transforms.claims.lexicon import REFERENCE, read


@dataclass(frozen=True)
class Params:
    """`prior_right` of `prior_made` claims are thought right before any was seen; `unconfirmed`: what doubt leaves."""

    prior_right: float = 1.4
    prior_made: float = 2.0
    unconfirmed: float = 0.8


def confidence(rule: str, *, unconfirmed: bool, params: Params = Params()) -> float:
    """The rule's precision, smoothed; lower where the words themselves leave the statement open.

    Raises KeyError for a rule that the table does not know.
    """
    right, made = read(REFERENCE / "claim_rules.toml")[rule]
    base: float = (right + params.prior_right) / (made + params.prior_made)
    return round(base * params.unconfirmed if unconfirmed else base, 3)
