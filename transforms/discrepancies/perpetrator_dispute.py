"""Two claims name different doers of the same act.

Says
    Each claim asserts a party, the parties are neither the same nor one a part of the other, and no voice names both.
Why it matters
    Who did it is the point that parties to a conflict dispute most.
Flagged
    'Army A shelled the market' beside 'army B shelled it'.
Not flagged
    'The coalition' and 'one of its members' (compatible_imprecision); parties that one article names in one
    voice, as acting together or in different acts; a denial without another name (denial).
Not comparable when
    One of the two is not known to the ontology of parties, or denies.
Source
    Contract of relations: incompatible parties for the same act; parties after ACLED's actor lists.
"""

import polars as pl

from expectations.contracts.vocabulary import Kind, Relation, Severity
from transforms.discrepancies.rivals import rivals
from transforms.discrepancies.rule import Nature, Rule
from transforms.discrepancies.severity import fixed
from transforms.discrepancies.words import say

TYPE = Relation.PERPETRATOR_DISPUTE
SINCE = "0.1.0"
VERSION = 1


def matches() -> pl.Expr:
    """Rival classes, nobody denies, never named together by one voice."""
    return rivals(Kind.PERPETRATOR)


def reason() -> pl.Expr:
    """Both names as written."""
    return say("{a} and {b} are different parties, each named as the doer")


def severity() -> pl.Expr:
    """High."""
    return fixed(Severity.HIGH)


RULE = Rule(TYPE, SINCE, VERSION, __doc__ or "", Nature.DISPUTE, matches, reason, severity, confidence=0.7)
