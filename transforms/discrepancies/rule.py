"""What a rule is: one type of relation, its page, and the conditions under which two claims stand in it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

import polars as pl

from expectations.contracts.vocabulary import Relation
from transforms.discrepancies.severity import by_gap_and_origins


class Apart(Enum):
    """What keeps findings of a type apart, beyond event, kind, population, scope and article.

    Nothing: all values that differ in this way are one finding. Values: each two values are a finding of their own.
    Source: the source that is given the values.
    """

    NOTHING = auto()
    VALUES = auto()
    SOURCE = auto()


class Nature(Enum):
    """What kind of difference a type is; what is done alike with several types asks for this and lists none.

    Agreement: no difference, and no finding. Evolution: the world or what is known of it changed. Conflict: figures of
    which one is wrong or old. Dispute: accounts that oppose each other. Notice: worth knowing, nothing contradicts.
    """

    AGREEMENT = auto()
    EVOLUTION = auto()
    CONFLICT = auto()
    DISPUTE = auto()
    NOTICE = auto()


@dataclass(frozen=True, slots=True)
class Rule:
    """One type.

    `page` is what users read: a docstring of fixed sections. `version` is bumped only when the meaning changes, which
    reopens verdicts. `matches` is true for the rows of the pair features (transforms/alignment/features.py) in which
    the two claims stand in this relation, provided no rule before it in RULES took them; `reason` is a text expression
    over the same frame. `severity` is an expression over the frame of findings (severity.py), `confidence` how often
    the rule is right where the claims are (0–1). `nature` says what kind of difference it is, `apart` which of its
    pairs are one finding.
    """

    type: Relation
    since: str
    version: int
    page: str
    nature: Nature
    matches: Callable[[], pl.Expr]
    reason: Callable[[], pl.Expr]
    severity: Callable[[], pl.Expr] = by_gap_and_origins
    confidence: float = 0.8
    apart: Apart = Apart.NOTHING

    @property
    def headline(self) -> str:
        """The first line of its page."""
        return self.page.partition("\n")[0]
