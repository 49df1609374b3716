"""The value of a number written in digits or words, with magnitudes and fractions of them."""

import re
from typing import NamedTuple

from transforms.claims.lexicon import any_of, by_language
from transforms.claims.number_words import Words, number_words
from transforms.claims.particles import ADDITIVE, PARTITIVE, Ending, endings, word_at

CURRENCY = frozenset("$€£¥₹₴₽₺₦₪")
LARGEST = 10**15 - 1
LONGEST_DIGITS = 20
GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
PLAIN = re.compile(r"\d+(?:\.\d+)?")
DIGITS = re.compile(r"(\d[\d,.'’\s]*)([½¼¾]?)([^\W\d_]*)")
SIGNS = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4)}
HUNDRED = 100
# A plural stands within this many words of the 'm' that means million: '10m young Syrian children'.
PLURAL_REACH = 3


@by_language
def _counted() -> re.Pattern[str]:
    """'Syrians', 'wounded'; 'class' and 'Syria's' are no plurals."""
    plural = endings(Ending.PLURAL)
    last = "".join(ending[:1] for ending in plural)
    return re.compile(rf"[^\W\d_]+[^'’{last}](?:{any_of(plural)})|[^\W\d_]+(?:{any_of(endings(Ending.PARTICIPLE))})")


class Amount(NamedTuple):
    """A value and the word after it.

    `value`: None for a fraction, whose numerator and denominator are `parts`. `scale`: what its last words or letters
    multiply by (1000 for 'five thousand' and '5k'); `loose`: 'a couple of hundred'.
    """

    value: int | None
    end: int
    scale: int = 1
    loose: bool = False
    parts: tuple[int, int] = (0, 1)


def amount(lows: list[str], i: int, *, capital: bool = False) -> Amount | None:
    """The number that starts at word i; None where none does. `capital`: a letter behind its digits is one ('10M').

    'a hundred and twenty', '12,300', '3.5m', 'three and a half thousand', 'half a dozen', 'a couple of hundred'.
    A value that is no whole number ('6.1', 'one and a half') is an Amount without a value.
    """
    w = number_words()
    low = lows[i]
    if low in w.articles:
        return _article(lows, i, w)
    if low[0].isdigit():
        return _digits(lows, i, capital, w)
    if low in w.multipliers:
        return _scaled(1, 1, lows, i, w)
    share = _share(lows, i, w)
    value, j = (None, i) if share is not None else _small(lows, i, w)
    return share if value is None else _scaled(value, 1, lows, j, w)


def _article(lows: list[str], i: int, w: Words) -> Amount | None:
    """'a hundred', 'a couple of hundred', 'a pair', 'a half million'."""
    nxt = lows[i + 1] if i + 1 < len(lows) else ""
    if nxt in w.multipliers:
        return _scaled(1, 1, lows, i + 1, w)
    loose = _loose(w.loose[nxt], lows, i + 2, w) if nxt in w.loose else None
    if loose is None and nxt in w.collectives:
        return Amount(w.collectives[nxt], i + 2)
    return loose or _share(lows, i, w)


def _loose(count: int, lows: list[str], j: int, w: Words) -> Amount | None:
    """'a couple of hundred': about two hundred."""
    j += word_at(lows, j) in PARTITIVE
    step = w.multipliers.get(word_at(lows, j), 0)
    return Amount(count * step, j + 1, step, loose=True) if step else None


def _share(lows: list[str], i: int, w: Words) -> Amount | None:
    """'half a million', 'a quarter of a million', 'half-dozen', 'three quarters of a million'."""
    found = _fraction(lows, i, w)
    if found is None:
        return None
    num, den, j = found
    j += word_at(lows, j) in PARTITIVE
    j += word_at(lows, j) in w.articles
    step = w.multipliers.get(word_at(lows, j), 0)
    return Amount(num * step // den, j + 1) if step and num * step % den == 0 else None


def _fraction(lows: list[str], k: int, w: Words) -> tuple[int, int, int] | None:
    """'a half', 'half', 'three quarters': numerator, denominator, the word after."""
    if k >= len(lows):
        return None
    if lows[k] in w.lone_fractions:
        return 1, w.fractions[lows[k]], k + 1
    num = 1 if lows[k] in w.articles else w.cardinals.get(lows[k], 0)
    den = w.fractions.get(lows[k + 1], 0) if k + 1 < len(lows) else 0
    return (num, den, k + 2) if 0 < num < den else None


def _digits(lows: list[str], i: int, capital: bool, w: Words) -> Amount | None:
    if len(lows[i]) > LONGEST_DIGITS or not (match := DIGITS.fullmatch(lows[i])):
        return None
    body, sign, letters = match.groups()
    body = re.sub(r"\.\s", ".", body)
    body = re.sub(r"['’\s]", "", body)
    if GROUPED.fullmatch(body):
        body = body.replace(",", "")
    elif DECIMAL_COMMA.fullmatch(body):
        body = body.replace(",", ".")
    if not (PLAIN.fullmatch(body) and body.isascii()) or (letters and letters not in w.suffixes):
        return None
    whole, _, decimals = body.partition(".")
    num, den = int(whole + decimals), 10 ** len(decimals)
    if sign:
        num, den = num * SIGNS[sign][1] + SIGNS[sign][0] * den, den * SIGNS[sign][1]
    after = lows[i + 1] if i + 1 < len(lows) else ""
    money = i > 0 and lows[i - 1] in CURRENCY
    if letters in w.metre and not (capital or money or _million(lows, i + 1, den > 1, w)):
        return None
    step = w.suffixes.get(letters, 1)
    # '2.33 k': the letters stand apart; a lone m is a metre.
    apart = 0 if letters or (after in w.metre and not capital) else w.suffixes.get(after, 0)
    if step > 1 or apart:
        scale = step * max(apart, 1)
        return _whole(num * scale, den, i + 1 + bool(apart), scale)
    return _scaled(num, den, lows, i + 1, w)


def _million(lows: list[str], j: int, decimal: bool, w: Words) -> bool:
    """Whether '3m' is three million: a plural follows, and no word of measure."""
    following = lows[j : j + PLURAL_REACH]
    if not following or not following[0].isalpha() or following[0] in w.metres:
        return decimal and not (following and following[0] in w.metres)
    return decimal or any(word in w.plural_nouns or _counted().fullmatch(word) for word in following)


def _whole(num: int, den: int, end: int, scale: int = 1) -> Amount:
    return Amount(num // den if num % den == 0 else None, end, scale, parts=(num, den))


def _small(lows: list[str], i: int, w: Words) -> tuple[int | None, int]:
    """Below a hundred, in words: 'twelve', 'twenty five'."""
    value = w.cardinals.get(lows[i])
    if value is not None and value >= 20 and i + 1 < len(lows) and 0 < w.cardinals.get(lows[i + 1], 0) < 10:
        return value + w.cardinals[lows[i + 1]], i + 2
    return value, i + 1 if value is not None else i


def _step(lows: list[str], j: int, num: int, w: Words) -> int:
    """What word j multiplies by: 'dozen', behind a figure above one also 'dozens'."""
    if j >= len(lows):
        return 0
    word = lows[j]
    if num > 1 and word in w.plurals and word_at(lows, j + 1) not in PARTITIVE:
        word = w.plurals[word]
    if num > 1 and word in w.ambiguous and word_at(lows, j + 1) in w.ambiguous_before:
        return w.ambiguous[word]
    return w.multipliers.get(word, 0)


def _scaled(num: int, den: int, lows: list[str], j: int, w: Words) -> Amount:
    """Applies 'hundred', 'thousand' … and takes up what follows: 'two hundred and fifty', 'a million and a half'."""
    digits = j > 0 and lows[j - 1][0].isdigit()
    scale, plain = 1, True
    half = _fraction(lows, j + 1, w) if word_at(lows, j) in ADDITIVE else None
    if half is not None and _step(lows, half[2], 2, w):
        num, den, j = num * half[1] + half[0] * den, den * half[1], half[2]
    elif half is not None and word_at(lows, half[2]) not in PARTITIVE:
        return _whole(num * half[1] + half[0] * den, den * half[1], half[2])
    while (step := _step(lows, j, num, w)) and num <= LARGEST * den:
        num *= step
        scale = scale * step if plain else 1
        j += 1
        joined = word_at(lows, j) in ADDITIVE
        k = j + joined
        half = _fraction(lows, k, w) if joined else None
        if half is not None and word_at(lows, half[2]) not in PARTITIVE:
            # 'a million and a half', 'one billion and a half million'.
            own = _step(lows, half[2], 2, w)
            return _whole(num * half[1] + half[0] * (own or step) * den, den * half[1], half[2] + bool(own))
        more = _more(lows, k, step, digits, w) if step >= HUNDRED else None
        if more is not None and more.value is not None:
            num, j, scale, plain = num + more.value * den, more.end, 1, False
    return _whole(num, den, j, scale)


def _more(lows: list[str], k: int, step: int, digits: bool, w: Words) -> Amount | None:
    """What is added behind a multiplier: 'fifty' in 'two hundred and fifty', less than the multiplier itself."""
    if k >= len(lows):
        return None
    if digits and lows[k].isascii() and lows[k].isdecimal() and len(lows[k]) <= 3:
        value, after = int(lows[k]), k + 1
    else:
        small, after = _small(lows, k, w)
        if small is None:
            return None
        value = small
    nxt = lows[after] if after < len(lows) else ""
    # 'two hundred and one injured' are two figures, 'two hundred and one people' one; 'and 2 hundred' is the next.
    plural = nxt in w.plural_nouns or (
        _counted().fullmatch(nxt) is not None and not nxt.endswith(endings(Ending.PARTICIPLE))
    )
    lone = w.cardinals.get(lows[k]) == 1 and not plural and nxt not in w.multipliers
    if not 0 < value < step or lone:
        return None
    following = w.multipliers.get(nxt, 0)
    if following == step:
        return None
    return _scaled(value, 1, lows, after, w) if 0 < following < step else Amount(value, after)
