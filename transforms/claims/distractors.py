"""Numbers that count no people and no weapons, each with the reason."""

import re
from functools import cache

from expectations.contracts.vocabulary import Hedge, Residue
from transforms.claims.grammar import Figure, Sentence, WordClass
from transforms.claims.lexicon import words_by_key
from transforms.claims.tokens import Token

CURRENCY = frozenset("$€£¥₹₴₽₺")
YEARS = range(1800, 2100)
MALE_FEMALE = frozenset({"man", "woman", "boy", "girl", "aged", "age", "ages"})
NUMBERED = ("numbered",)


@cache
def months() -> frozenset[str]:
    """Names of months."""
    return frozenset(words_by_key("calendar", ("months", "weekdays"))["months"])


@cache
def dates() -> frozenset[str]:
    """Names of months and weekdays."""
    return months() | frozenset(words_by_key("calendar", ("months", "weekdays"))["weekdays"])


@cache
def numbered() -> frozenset[str]:
    """Words that are followed by the number of one thing: 'Flight 171'."""
    return frozenset(words_by_key("numbered_things", NUMBERED)["numbered"])


def reason(sentence: Sentence, figure: Figure) -> Residue | None:
    """Why the figure counts nobody; None where it may."""
    number, lows = figure.number, sentence.lows
    before = lows[number.first - 1] if number.first > 0 else ""
    after = lows[number.last] if number.last < len(lows) else ""
    digits = number.text.isdecimal()
    exact = digits and number.hedge is Hedge.EXACT
    dollars = before in CURRENCY or (before == "us" and number.first > 1 and lows[number.first - 2] in CURRENCY)
    counted = number.last < len(lows) and sentence.classes[number.last] == WordClass.AUX
    rules = (
        (dollars, Residue.MONEY),
        (figure.thing is not None, figure.thing),
        (digits and (before in months() or after in months()), Residue.DATE),
        (exact and len(number.text) == 4 and not figure.known and int(number.text) in YEARS, Residue.DATE),
        (exact and _is_age(sentence, number.left, number.last), Residue.AGE),
        (exact and before in numbered() and not figure.known and not counted, Residue.MODEL_NAME),
        (digits and _glued(sentence, number.left, number.last), Residue.ADDRESS),
    )
    return next((why for holds, why in rules if holds), None)


def _is_age(sentence: Sentence, left: int, last: int) -> bool:
    lows = sentence.lows
    before = lows[left - 1] if left > 0 else ""
    after = lows[last] if last < len(lows) else ""
    if before in ("aged", "age", "ages") or (before == "of" and left > 1 and lows[left - 2] in MALE_FEMALE):
        return True
    if after in ("and", "or") and lows[last + 1 : last + 2] in (["under"], ["over"], ["older"], ["younger"], ["up"]):
        return True
    # ', 22,' after a name.
    named = left > 1 and before == "," and sentence.tokens[left - 2].text[:1].isupper()
    return named and (after in (",", ".", ";", ")") or last >= len(lows)) and int(sentence.tokens[left].text) < 120


def _glued(sentence: Sentence, left: int, last: int) -> bool:
    """Part of a telephone number, a web address or a score: digits tied to more digits or signs."""
    text = sentence.text
    a, b = sentence.tokens[left].start, sentence.tokens[last - 1].end
    tail, head = text[b : b + 2], text[max(a - 2, 0) : a]
    return bool(re.match(r"[-/=_@#:]\w", tail) or re.search(r"\w[-/=_@#:]$", head) or head.endswith("#"))


def compound(token: Token) -> Residue | None:
    """The reason of a token that holds digits and is no number: '17-year-old', '24th', 'MQ-9', '06:00'."""
    low = token.low
    if not any(c.isdigit() for c in low):
        return None
    if ":" in low:
        return Residue.CLOCK
    if "year" in low or low.endswith("-old"):
        return Residue.AGE
    if low[0].isdigit() and low[-1].isalpha():
        return Residue.ORDINAL if low.endswith(("st", "nd", "rd", "th")) else Residue.UNIT
    return None if low.isdecimal() else Residue.MODEL_NAME
