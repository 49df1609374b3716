"""An outlet relays a figure that its source has since superseded.

Says
    The claim names a source and gives a figure that the same source had given before; by then the source had gone
    higher.
Why it matters
    The outlet is behind the source it quotes; its readers learn an old toll as the present one.
Flagged
    An evening page with 'nine, the service said', after the service had said 12 at noon and nine in the morning.
Not flagged
    A lower figure that is new (downward_correction); an old floor without a named source (divergent_floors).
Not comparable when
    They count different kinds, populations or places, or one is a part of the other.
Source
    Contract of relations: lower after the quoted source itself had gone higher.
"""

import polars as pl

from expectations.contracts.vocabulary import Relation, Severity
from transforms.discrepancies.cues import Direction
from transforms.discrepancies.intervals import figures, higher_first, new_figure
from transforms.discrepancies.rule import Apart, Nature, Rule
from transforms.discrepancies.severity import fixed
from transforms.discrepancies.words import say

TYPE = Relation.STALE_RELAY
SINCE = "0.1.0"
VERSION = 1


def matches() -> pl.Expr:
    """The same named source, the higher figure first, the lower one older than the higher, and no word of a change."""
    unchanged = (pl.col("cue_lower") != Direction.DOWN.value).fill_null(value=True)
    return (
        figures()
        & ~pl.col("opposed")
        & ~pl.col("in_article")
        & pl.col("same_source")
        & higher_first()
        & ~new_figure()
        & unchanged
        & (pl.col("gap") > 0)
    )


def reason() -> pl.Expr:
    """Both figures as written."""
    return pl.when("a_is_higher").then(say("{b} was printed after its source had given {a}")).otherwise(
        say("{a} was printed after its source had given {b}")
    )  # fmt: skip


def severity() -> pl.Expr:
    """Medium: the later figure is known, the page is old."""
    return fixed(Severity.MEDIUM)


RULE = Rule(
    TYPE, SINCE, VERSION, __doc__ or "", Nature.CONFLICT, matches, reason, severity, confidence=0.75, apart=Apart.SOURCE
)
