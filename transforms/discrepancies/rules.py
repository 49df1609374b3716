"""The rules in the order in which they are asked; the first that matches a pair of claims decides."""

from hashlib import blake2b

from expectations.contracts.vocabulary import Relation
from transforms.discrepancies import (
    arithmetic,
    attribution_conflict,
    cause_dispute,
    compatible_imprecision,
    definition,
    denial,
    divergent_floors,
    downward_correction,
    hard_conflict,
    misrelay,
    omission,
    perpetrator_dispute,
    same,
    stale_relay,
    status_shift,
    target_dispute,
    update_up,
)
from transforms.discrepancies.rule import Nature, Rule

RULES: tuple[Rule, ...] = (
    arithmetic.RULE,
    status_shift.RULE,
    definition.RULE,
    denial.RULE,
    misrelay.RULE,
    attribution_conflict.RULE,
    same.RULE,
    compatible_imprecision.RULE,
    stale_relay.RULE,
    downward_correction.RULE,
    update_up.RULE,
    divergent_floors.RULE,
    hard_conflict.RULE,
    target_dispute.RULE,
    perpetrator_dispute.RULE,
    cause_dispute.RULE,
    omission.RULE,
)

BY_TYPE: dict[Relation, Rule] = {rule.type: rule for rule in RULES}


def natured(nature: Nature) -> tuple[str, ...]:
    """The types of that nature, in the order of RULES."""
    return tuple(rule.type.value for rule in RULES if rule.nature is nature)


RULES_VERSION: str = blake2b(
    "\x1f".join(f"{rule.type}={rule.version}" for rule in RULES).encode(), digest_size=8
).hexdigest()
"""Changes when a rule is added, dropped, moved or given another meaning."""
