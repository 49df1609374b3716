"""How the people of a figure fare, by the words behind it."""

from enum import StrEnum

import polars as pl

from transforms.claims.lexicon import any_of, by_language, words_by_key

REACH = 80
"""Code points behind the figure in which its own words stand."""


class Condition(StrEnum):
    """The lists of conditions.toml."""

    CRITICAL = "critical"
    SERIOUS = "serious"
    STABLE = "stable"
    RELEASED = "released"


@by_language
def _words() -> tuple[str, dict[str, str]]:
    lists = words_by_key("conditions", Condition)
    states = {word: key for key, words in lists.items() for word in words}
    return rf"\b({any_of(states)})\b", states


def condition() -> pl.Expr:
    """The state named between the figure and the next comma or stop; null where none is. Needs quote and value_end."""
    pattern, states = _words()
    behind = pl.col("quote").str.slice(pl.col("value_end"), REACH).str.to_lowercase()
    own = behind.str.extract(r"^([^,;.:]*)")
    return own.str.extract(pattern).replace_strict(states, default=None, return_dtype=pl.String)
