"""Two claims give the same harm different causes that exclude each other.

Says
    Each claim asserts another means or mechanism, and no article names both in one voice.
Why it matters
    A missile of one type has one owner; an accident has none.
Flagged
    'A missile strike' beside 'a gas explosion'; 'shelling' beside 'an air strike'.
Not flagged
    'A ballistic missile' and 'a missile', the one a more general name; causes that act together (a flood and a
    landslide).
Not comparable when
    One of the two is not known to the ontology of causes, or they are not known to exclude each other.
Source
    Contract of relations: another weapon or mechanism is cause_dispute; classes after ACLED sub-events and EM-DAT.
"""

import polars as pl

from expectations.contracts.vocabulary import Kind, Relation, Severity
from transforms.discrepancies.rivals import rivals
from transforms.discrepancies.rule import Nature, Rule
from transforms.discrepancies.severity import fixed
from transforms.discrepancies.words import say

TYPE = Relation.CAUSE_DISPUTE
SINCE = "0.1.0"
VERSION = 1


def matches() -> pl.Expr:
    """Rival classes, nobody denies, never named together by one voice."""
    return rivals(Kind.CAUSE)


def reason() -> pl.Expr:
    """Both causes as written."""
    return say("{a} and {b} exclude each other as causes of the same harm")


def severity() -> pl.Expr:
    """Medium."""
    return fixed(Severity.MEDIUM)


RULE = Rule(TYPE, SINCE, VERSION, __doc__ or "", Nature.DISPUTE, matches, reason, severity, confidence=0.7)
