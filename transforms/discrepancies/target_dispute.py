"""Two claims describe what was hit as things of opposing sides.

Says
    One claim names a military target, the other a civilian one, and no article names both in one voice.
Why it matters
    The law of war turns on the distinction, and so do the parties' accounts of the same strike.
Flagged
    'The defence industry was hit' beside 'residential blocks were hit'.
Not flagged
    'A building' and 'a hospital', the one a more general name; a mosque and the police compound around it, which are
    two things hit (compatible_imprecision); a target that is denied (denial).
Not comparable when
    One of the two is not known to the ontology of targets.
Source
    Contract of relations: sibling classes of the ontology, opposing parties; sides after Additional Protocol I to the
    Geneva Conventions, articles 48 to 58.
"""

import polars as pl

from expectations.contracts.vocabulary import Kind, Relation, Severity
from transforms.discrepancies.rivals import rivals
from transforms.discrepancies.rule import Nature, Rule
from transforms.discrepancies.severity import fixed
from transforms.discrepancies.words import say

TYPE = Relation.TARGET_DISPUTE
SINCE = "0.1.0"
VERSION = 1


def matches() -> pl.Expr:
    """Rival classes, nobody denies, never named together by one voice."""
    return rivals(Kind.TARGET)


def reason() -> pl.Expr:
    """Both descriptions as written."""
    return say("{a} and {b} are of opposing sides, each described as the target")


def severity() -> pl.Expr:
    """High."""
    return fixed(Severity.HIGH)


RULE = Rule(TYPE, SINCE, VERSION, __doc__ or "", Nature.DISPUTE, matches, reason, severity, confidence=0.7)
