"""One named source is given different figures.

Says
    Two claims name the same source, speak of the same time, and give it figures or hedges that cannot both be its own.
Why it matters
    At least one outlet misquotes. The source's own statement decides.
Flagged
    One outlet: the service said 9; another, the same hour: the service said 12. 'Nearly 500' and 'over 500' from one
    ministry.
Not flagged
    The source's figure of another time (update_up, downward_correction); 'at least 12' and '12', which can both be
    true; sources that name nobody ('officials').
Not comparable when
    They count different kinds, populations or places, or one is a part of the other.
Source
    Contract of relations: the same named source is given different figures or hedges; a body is one source, whoever
    speaks for it.
"""

import polars as pl

from expectations.contracts.vocabulary import Relation
from transforms.discrepancies.intervals import equal, exclude_each_other, figures, within_tolerance
from transforms.discrepancies.rule import Apart, Nature, Rule
from transforms.discrepancies.words import say

TYPE = Relation.ATTRIBUTION_CONFLICT
SINCE = "0.1.0"
VERSION = 1


def matches() -> pl.Expr:
    """One named source, no order in time, and figures without a common number or hedges that exclude each other."""
    apart = ~pl.col("meet") & ~equal() & ~within_tolerance() & (pl.col("order") == 0)
    return figures() & ~pl.col("opposed") & pl.col("same_source") & (apart | (equal() & exclude_each_other()))


def reason() -> pl.Expr:
    """Both figures as written, and the source."""
    return pl.concat_str(
        say("{a} and {b} are both given as the figure of "), pl.coalesce("attributed_to_a", "source_a")
    )


RULE = Rule(TYPE, SINCE, VERSION, __doc__ or "", Nature.CONFLICT, matches, reason, apart=Apart.SOURCE)
