"""How sure a claim is: the measured precision of the rule that made it (reference/claim_rules.toml).

It says how often such a claim stands in the text as read, not how likely its source is right: for that see `stance`.
Measured by benchmarks/calibration.py; smoothing after Laplace, with a prior near the rules' common precision.
"""

from dataclasses import dataclass

from transforms.claims.lexicon import REFERENCE, read


@dataclass(frozen=True)
class Params:
    """`prior_right` of `prior_made` claims are thought right before any was seen."""

    prior_right: float = 1.7
    prior_made: float = 2.0


def smoothed(right: int, made: int, params: Params = Params()) -> float:
    """The share of right claims, 0-1, drawn to the prior where few were seen."""
    return (right + params.prior_right) / (made + params.prior_made)


def confidence(rule: str) -> float:
    """The rule's smoothed precision, 0-1, three decimals. Raises KeyError for a rule that the table does not know."""
    return round(smoothed(*read(REFERENCE / "claim_rules.toml")[rule]), 3)
