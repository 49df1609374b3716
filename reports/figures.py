"""Figures in words and in symbols, and an estimate as a reader would say it."""

from reports.hostile import shortened
from reports.labels import labels
from reports.rows import Figured

LONGEST_WORDS = 80


def number(value: float) -> str:
    """An integer with thin groups of thousands: 5,000."""
    return f"{value:,.0f}"


def in_words(claim: Figured) -> str:
    """'at least 12', '8 to 12', 'dozens'; for a target or the like its words."""
    return _spelled(claim, labels().hedges)


def in_symbols(claim: Figured) -> str:
    """'≥ 12', '8–12', 'dozens': for tables and axes."""
    return _spelled(claim, labels().symbols)


def _spelled(claim: Figured, forms: dict[str, str]) -> str:
    low, high, anchor = claim.low, claim.high, claim.anchor
    if claim.hedge is None or (low is None and high is None and anchor is None):
        return shortened(claim.value_text, LONGEST_WORDS)
    if anchor is None and (claim.hedge == "vague" or low is None or high is None):
        return shortened(claim.value_text, LONGEST_WORDS)
    reported = anchor if anchor is not None else low
    ends = [number(end) if end is not None else "?" for end in (reported, low, high)]
    if claim.hedge == "range" and (low is None or high is None):
        return ends[0]
    return forms[claim.hedge].format(*ends)


def interval(low: int | None, high: int | None) -> str:
    """Bounds as written in tables: '12', '8–12', '≥ 9', '≤ 150', 'any'."""
    if low is None:
        return "any" if high is None else f"≤ {number(high)}"
    if high is None:
        return f"≥ {number(low)}"
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def spread(low: int | None, best: int | None, high: int | None) -> str | None:
    """An estimate in words: '12 to 13', 'at least 9', 'up to 150', '12'; None where nothing is known."""
    if low is not None and high is not None:
        return number(low) if low == high else f"{number(low)} to {number(high)}"
    if low is not None:
        return f"at least {number(low)}"
    if high is not None:
        return f"up to {number(high)}"
    return None if best is None else number(best)


def plural(n: int, one: str, many: str | None = None) -> str:
    """'1 outlet', '11 outlets'."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def listed(parts: list[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""
