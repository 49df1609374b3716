"""Numbers in a sentence: digits and words, with their hedge and the integers they stand for."""

from dataclasses import dataclass

from expectations.contracts.vocabulary import Hedge
from transforms.claims.amounts import LARGEST, Amount, amount
from transforms.claims.hedges import interval, phrases
from transforms.claims.number import Number
from transforms.claims.number_words import Words, number_words
from transforms.claims.particles import word_at
from transforms.claims.ranges import join
from transforms.claims.tokens import Phrases, Token, tokenise

__all__ = ["Number", "find_in_tokens", "find_numbers"]

# So many words may lie between a hedge and its figure: 'at least another 12'.
BETWEEN_WORDS = 2
# A hedge behind a figure may follow the noun: '12 people or more'.
AFTER_REACH = 3
# A vague word is at most the third of a hedge: 'at the most'.
HEDGE_REACH = 2
DASHES = frozenset("-–")
QUOTES = frozenset("‘'\"“")
FORMULA = frozenset("<>=")
LOWER = (Hedge.AT_LEAST, Hedge.MORE_THAN)
UPPER = (Hedge.UP_TO, Hedge.LESS_THAN)

# Hedges that a bound before them overrides: 'at least about 40'. In 'up to more than 50' the inner one stays.
INNER = (Hedge.ABOUT, Hedge.NEARLY)


def find_numbers(sentence: str) -> list[Number]:
    """Every number of the sentence, left to right, none over another; clocks, dates and compounds apart.

    Read are digits with any separators ('12,300', '170, 000', '1 414 021', '12 300'), magnitudes ('3.5m', '20k',
    'three and a half thousand'), words ('two dozen', 'a hundred and twenty', 'no one', 'several hundred'), each with
    the hedge before or behind it ('at least', 'or so', '-plus', '~'). Ranges ('8 to 12', '8-12', 'between 8 and 12',
    'five or six', 'at least 8 but no more than 12', 'dozens or hundreds') are one Number without anchor; 'from 8 to 6'
    is a change: two, the first `older`. Not read: what is no whole number ('6.1', 'two and a half'), ordinals, numbers
    inside a compound ('17-year-old', 'MQ-9', '155mm', '06:00'). Whether a number counts people is for `distractors`.

    `sentence[n.start:n.end] == n.text` for every n. Any text is read, in time linear in its length; figures above
    10^15 are left out. Raises nothing.

    Source: the intervals follow the project's claim contract; kinds of number and range as in the specifications of
    Microsoft Recognizers-Text (MIT), against which `python -m benchmarks.numbers` measures.
    """
    return find_in_tokens(sentence, tokenise(sentence))


def find_in_tokens(sentence: str, tokens: list[Token]) -> list[Number]:
    """As `find_numbers`, on tokens already at hand."""
    w = number_words()
    starts, first, after_a = w.starts, w.first_articles, w.after_a
    scan = _parts(sentence, tokens, w)
    lows = scan.lows
    out: list[Number] = []
    end = floor = 0
    for i in [i for i, low in enumerate(lows) if low in starts or low[0].isdigit()]:
        bare = lows[i] in first and word_at(lows, i + 1) not in after_a
        if i < end or bare or not scan.starts_token(i):
            continue
        number, after = _one(scan, i, floor, w)
        end = max(i + 1, after)
        if number is not None:
            out.append(number)
            floor = end
    return join(sentence, tokens, out) if len(out) > 1 else out


@dataclass(frozen=True, slots=True)
class _Scan:
    """The words of a sentence, those of 'twenty-five' and '30-plus' apart; `owner`: the token of each word."""

    sentence: str
    tokens: list[Token]
    lows: list[str]
    owner: list[int]

    def starts_token(self, i: int) -> bool:
        return i == 0 or self.owner[i - 1] != self.owner[i]

    def ends_token(self, j: int) -> bool:
        return j >= len(self.lows) or self.owner[j - 1] != self.owner[j]

    def number(self, span: tuple[int, int, int, int], low: int | None, high: int | None, hedge: Hedge) -> Number:
        """The figure at words `span` (with hedge, figure, its end, with hedge), without anchor."""
        first, left, right, last = span
        start, end = self.tokens[self.owner[left]].start, self.tokens[self.owner[right - 1]].end
        a, b, c = self.owner[first], self.owner[left], self.owner[last - 1] + 1
        return Number(start, end, a, b, c, low, high, None, hedge, self.sentence[start:end])


def _parts(sentence: str, tokens: list[Token], w: Words) -> _Scan:
    lows = [t.low for t in tokens]
    owner: list[int] = list(range(len(tokens)))
    if "-" not in sentence:
        return _Scan(sentence, tokens, lows, owner)
    lows, owner = [], []
    for k, token in enumerate(tokens):
        parts = _split(token.low, w) if "-" in token.low else [token.low]
        lows.extend(parts)
        owner.extend([k] * len(parts))
    return _Scan(sentence, tokens, lows, owner)


def _split(low: str, w: Words) -> list[str]:
    """'one-hundred', 'half-a-dozen', '30-plus' in their words; any other compound whole."""
    head, *rest = low.split("-")
    numeric = head[:1].isdigit() or head in w.cardinals or head in w.multipliers or head in w.fractions
    known = (w.cardinals, w.multipliers, w.fractions, w.hyphened, w.hyphens)
    return [head, *rest] if numeric and rest and all(any(r in k for k in known) for r in rest) else [low]


def _one(scan: _Scan, i: int, floor: int, w: Words) -> tuple[Number | None, int]:
    """The number at word i and the word after it; `floor`: the words before it belong to another."""
    lows = scan.lows
    none = w.none_phrases.at(lows, i)
    # 'no fewer than' is a hedge, 'No. 5' a name: no zero.
    if none and phrases()[0].at(lows, i) is None and not _numbered(lows, i + none[0]):
        j = i + none[0]
        return _anchored(scan.number((i, i, j, j), 0, 0, Hedge.EXACT), 0, 1), j
    if i > 0 and lows[i - 1] in w.pronoun and w.cardinals.get(lows[i]) == 1:
        return None, i + 1
    found = amount(lows, i, capital=_capital(scan, i, w))
    if found is not None:
        found = _completed(lows, found, w)
        if found.value is None or found.value > LARGEST:
            return None, found.end
        return _hedged(scan, i, floor, found, w)
    return _vague(scan, i, floor, w)


def _capital(scan: _Scan, i: int, w: Words) -> bool:
    """'10M', '10 M': the letter is no metre."""
    token = scan.tokens[scan.owner[i]].text
    following = scan.tokens[scan.owner[i] + 1].text if scan.owner[i] + 1 < len(scan.tokens) else ""
    return token.endswith(w.metre_capitals) or following in w.metre_capitals


def _completed(lows: list[str], found: Amount, w: Words) -> Amount:
    """'1.2 to 1.5 million': the fraction takes the magnitude of the figure behind it."""
    if found.value is not None:
        return found
    joint = word_at(lows, found.end)
    if joint not in w.sharing and joint not in DASHES:
        return found
    other = amount(lows, found.end + 1) if found.end + 1 < len(lows) else None
    num, den = found.parts
    if other is None or other.scale == 1 or num * other.scale % den:
        return found
    return Amount(num * other.scale // den, found.end, other.scale)


def _numbered(lows: list[str], j: int) -> bool:
    return lows[j : j + 1] == ["."] and j + 1 < len(lows) and lows[j + 1][0].isdigit()


def _anchored(n: Number, anchor: int, scale: int) -> Number:
    return Number(n.start, n.end, n.first, n.left, n.last, n.low, n.high, anchor, n.hedge, n.text, scale=scale)


def _vague(scan: _Scan, i: int, floor: int, w: Words) -> tuple[Number | None, int]:
    lows = scan.lows
    vague = w.vague_phrases.at(lows, i)
    # 'some 104': the vague word is a hedge of the figure behind it; nor is 'many' in 'as many as 30' a figure.
    if vague is None or _in_hedge(lows, i):
        return None, i + 1
    j = i + vague[0]
    if j < len(lows) and (behind := amount(lows, j)) is not None and behind.value is not None:
        return None, i + 1
    low, high = w.vague[vague[1]]
    first, said = _before(lows, i, floor, w)
    low, high = (None if said in UPPER else low), (None if said in LOWER else high)
    return scan.number((first, i, j, j), low, high, Hedge.VAGUE), j


def _hedged(scan: _Scan, i: int, floor: int, found: Amount, w: Words) -> tuple[Number | None, int]:
    lows, j = scan.lows, found.end
    tied = None if scan.ends_token(j) else w.hyphened.get(lows[j])
    j += tied is not None
    if not scan.ends_token(j) or found.value is None:
        return None, j
    first, hedge = _before(lows, i, floor, w)
    last, tail = _after(scan, j, w)
    # 'about 500 or more': the bound says more than 'about'; behind the noun it counts only where nothing else does.
    near = last > j or hedge is Hedge.EXACT
    if tail is not None and near and hedge in (Hedge.EXACT, Hedge.ABOUT) and tail is not Hedge.ABOUT:
        hedge = tail
    elif hedge is Hedge.EXACT:
        hedge = tail or (Hedge(tied) if tied else Hedge.ABOUT if found.loose else hedge)
    low, high = interval(hedge, found.value)
    return _anchored(scan.number((first, i, j, last), low, high, hedge), found.value, found.scale), last


def _before(lows: list[str], i: int, floor: int, w: Words) -> tuple[int, Hedge]:
    """The hedge that ends before word i and its first word; none reaches below `floor`."""
    before, at = phrases()[0], i
    # 'at least another 12': the words between belong to neither.
    while at > floor and i - at < BETWEEN_WORDS and lows[at - 1] in w.hedge_gap and before.ending(lows, at) is None:
        at -= 1
    found = before.ending(lows, at)
    if found is None and at > floor and lows[at - 1] in QUOTES:
        at -= 1
        found = before.ending(lows, at)
    if found is None or at - found[0] < floor:
        return i, Hedge.EXACT
    first, hedge = at - found[0], Hedge(found[1])
    # '<>30': signs of a formula.
    if not lows[first][0].isalnum() and first > 0 and lows[first - 1] in FORMULA:
        return i, Hedge.EXACT
    # 'at least about 40', 'more than an estimated 30': the outer bound is what is said.
    outer = before.ending(lows, first) if hedge in INNER else None
    if outer is not None and first - outer[0] >= floor and Hedge(outer[1]) in (*LOWER, *UPPER):
        return first - outer[0], Hedge(outer[1])
    return first, hedge


def _after(scan: _Scan, j: int, w: Words) -> tuple[int, Hedge | None]:
    """The word after the figure with the hedge behind it, and the hedge; one behind the noun leaves the noun out."""
    lows = scan.lows
    before, after = phrases()
    if j < len(lows) and lows[j] == "+" and scan.tokens[scan.owner[j]].start == scan.tokens[scan.owner[j - 1]].end:
        return j + 1, Hedge.AT_LEAST
    for k in range(j, min(j + AFTER_REACH, len(lows))):
        if (tail := after.at(lows, k)) is not None:
            end = k + tail[0]
            # 'dead with approximately 200 missing', '30 and up to 40': the words belong to the next figure.
            if _opens_figure(lows, end, w) or any(_reaches(before, lows, m, end) for m in range(k, end)):
                break
            return end if k == j else j, Hedge(tail[1])
        if not lows[k].isalpha():
            break
    return j, None


def _in_hedge(lows: list[str], i: int) -> bool:
    """Word i belongs to a hedge of several words: 'as many as', 'at the most'."""
    return any(
        found is not None and found[0] > 1 and m + found[0] > i
        for m in range(max(0, i - HEDGE_REACH), i + 1)
        for found in (side.at(lows, m) for side in phrases())
    )


def _opens_figure(lows: list[str], i: int, w: Words) -> bool:
    return i < len(lows) and (lows[i][0].isdigit() or lows[i] in w.starts)


def _reaches(before: Phrases, lows: list[str], m: int, end: int) -> bool:
    """A hedge of the next figure starts at word m and goes on behind `end`."""
    found = before.at(lows, m)
    return found is not None and m + found[0] > end
