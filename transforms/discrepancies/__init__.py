"""Typed, explained differences: one file a type, in the tuple RULES; the first rule that matches a pair decides."""

from transforms.discrepancies.find import VERSION, find
from transforms.discrepancies.rule import Rule
from transforms.discrepancies.rules import RULES, RULES_VERSION

__all__ = ["RULES", "RULES_VERSION", "VERSION", "Rule", "find"]
