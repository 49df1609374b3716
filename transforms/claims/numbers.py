"""Numbers in a sentence: digits and words, with their hedge and the integers they stand for."""

from dataclasses import dataclass
from functools import cache

from expectations.contracts.vocabulary import Hedge
from transforms.claims.hedges import interval, phrases
from transforms.claims.lexicon import LEXICON, read
from transforms.claims.tokens import Phrases, Token, tokenise

LARGEST = 2_000_000_000
BETWEEN = frozenset({"a", "an", "the", "another", "further", "additional", "estimated", "possibly", "perhaps", "its"})
DASHES = frozenset({"-", "–", "—"})


@dataclass(frozen=True, slots=True)
class Number:
    """A figure and what it stands for.

    `start`, `end`: code points of the figure itself in the sentence. `first`, `last`: its tokens with the hedge before
    it, `last` exclusive; `left`: the figure's own first token. `low`, `high`: inclusive integers, None is unbounded.
    `anchor`: the number as reported, None for vague words and ranges. `older`, `changed`: the two ends of a change
    ('from 8 to 6').
    """

    start: int
    end: int
    first: int
    left: int
    last: int
    low: int | None
    high: int | None
    anchor: int | None
    hedge: Hedge
    text: str
    older: bool = False
    changed: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    cardinals: dict[str, int]
    collectives: dict[str, int]
    multipliers: dict[str, int]
    vague: dict[str, tuple[int | None, int | None]]
    vague_phrases: Phrases
    none_phrases: Phrases
    starts: frozenset[str]


@cache
def _words(language: str = "en") -> _Words:
    table = read(LEXICON / language / "numbers.toml")
    vague = {w: (low or None, high or None) for w, (low, high) in table["vague"].items()}
    none = table["none"]["words"]
    singles = {*table["cardinals"], *table["collectives"], *table["multipliers"], "a", "half"}
    starts = singles | {w.split()[0] for w in (*vague, *none)}
    return _Words(
        table["cardinals"],
        table["collectives"],
        table["multipliers"],
        vague,
        Phrases({w: w for w in vague}),
        Phrases({w: w for w in none}),
        frozenset(starts),
    )


def find_numbers(sentence: str) -> list[Number]:
    """Every number of the sentence, left to right, clocks and compounds ('17-year-old', 'MQ-9') apart.

    Ranges ('8 to 12', '8-12', 'between 8 and 12') are one Number without anchor; 'from 8 to 6' is a change: two, the
    first `older`.
    """
    return find_in_tokens(sentence, tokenise(sentence))


def find_in_tokens(sentence: str, tokens: list[Token]) -> list[Number]:
    """As `find_numbers`, on tokens already at hand."""
    lows = [t.low for t in tokens]
    words = _words()
    scan = _Scan(sentence, tokens, lows)
    out: list[Number] = []
    i = 0
    while i < len(tokens):
        low = lows[i]
        if not (low[0].isdigit() or low in words.starts or "-" in low):
            i += 1
            continue
        number = _one(scan, i, words)
        if number is None:
            i += 1
            continue
        out.append(number)
        i = number.last
    return _join(sentence, lows, out)


@dataclass(frozen=True, slots=True)
class _Scan:
    sentence: str
    tokens: list[Token]
    lows: list[str]


def _one(scan: _Scan, i: int, words: _Words) -> Number | None:
    lows = scan.lows
    # 'no fewer than' is a hedge, no zero.
    if (none := words.none_phrases.at(lows, i)) and phrases()[0].at(lows, i) is None:
        return _bare(scan, i, i + none[0], (0, 0, 0, Hedge.EXACT))
    value, j = _cardinal(lows, i, words)
    if value is not None:
        return _hedged(scan, i, j, value) if value <= LARGEST else None
    vague = words.vague_phrases.at(lows, i)
    # 'some 104': here the vague word is a hedge of the figure behind it.
    # Nor is 'many' in 'as many as 30' a figure.
    hedged = i > 0 and (hedge := phrases()[0].at(lows, i - 1)) is not None and hedge[0] > 1
    if hedged or vague is None or (i + vague[0] < len(lows) and _cardinal(lows, i + vague[0], words)[0] is not None):
        return None
    return _bare(scan, i, i + vague[0], (*words.vague[vague[1]], None, Hedge.VAGUE))


def _bare(scan: _Scan, i: int, j: int, value: tuple[int | None, int | None, int | None, Hedge]) -> Number:
    low, high, anchor, hedge = value
    start, end = scan.tokens[i].start, scan.tokens[j - 1].end
    return Number(start, end, i, i, j, low, high, anchor, hedge, scan.sentence[start:end])


def _hedged(scan: _Scan, i: int, j: int, anchor: int) -> Number:
    first, last, hedge = _hedge(scan.tokens, scan.lows, i, j)
    if scan.lows[i].endswith("-odd"):
        hedge = Hedge.ABOUT
    low, high = interval(hedge, anchor)
    start, end = scan.tokens[i].start, scan.tokens[j - 1].end
    return Number(start, end, first, i, last, low, high, anchor, hedge, scan.sentence[start:end])


def _hedge(tokens: list[Token], lows: list[str], i: int, j: int) -> tuple[int, int, Hedge]:
    before, after = phrases()
    at = i
    # 'at least another 12', 'more than an estimated 30': the words between belong to neither.
    while at > 0 and i - at < 2 and lows[at - 1] in BETWEEN and before.ending(lows, at) is None:
        at -= 1
    found = before.ending(lows, at)
    if found is None and at > 0 and lows[at - 1] in ("‘", "'", '"', "“"):
        found = before.ending(lows, at - 1)
        at -= 1
    if found is not None:
        return at - found[0], j, Hedge(found[1])
    if j < len(tokens) and lows[j] == "+" and tokens[j].start == tokens[j - 1].end:
        return i, j + 1, Hedge.AT_LEAST
    for k in range(j, min(j + 3, len(tokens))):
        if (tail := after.at(lows, k)) is not None:
            behind = lows[k + tail[0]] if k + tail[0] < len(lows) else ""
            # 'dead with approximately 200 missing': the words belong to the next figure.
            if behind[:1].isdigit() or behind in _words().starts:
                break
            return i, k + tail[0] if k == j else j, Hedge(tail[1])
        if not lows[k].isalpha():
            break
    return i, j, Hedge.EXACT


def _cardinal(lows: list[str], i: int, words: _Words) -> tuple[int | None, int]:
    """The value of the number that starts at token i, and the token after it."""
    low = lows[i]
    nxt = lows[i + 1] if i + 1 < len(lows) else ""
    if low in ("a", "an"):
        value = words.multipliers.get(nxt, words.collectives.get(nxt))
        return value, i + 2
    if low == "half":
        halves = {"dozen": 6, "million": 500_000}
        return halves.get(lows[i + 2] if nxt == "a" and i + 2 < len(lows) else ""), i + 3
    if low[0].isdigit():
        return _digits(lows, i, words)
    value, j = _small(lows, i, words)
    return (None, i) if value is None else _scaled(value, lows, j, words)


def _digits(lows: list[str], i: int, words: _Words) -> tuple[int | None, int]:
    plain = lows[i].replace(",", "").replace(" ", "").removesuffix("-odd")
    if len(plain) > 12 or not plain.isascii():
        return None, i
    if plain.isdecimal():
        return _scaled(int(plain), lows, i + 1, words)
    whole, _, fraction = plain.partition(".")
    scale = words.multipliers.get(lows[i + 1] if i + 1 < len(lows) else "")
    if whole.isdecimal() and fraction.isdecimal() and scale:
        return int(whole + fraction) * scale // 10 ** len(fraction), i + 2
    return None, i


def _small(lows: list[str], i: int, words: _Words) -> tuple[int | None, int]:
    """Below a hundred, in words: 'twelve', 'twenty-five', 'twenty five'."""
    low = lows[i]
    if low in words.cardinals:
        value = words.cardinals[low]
        if value >= 20 and i + 1 < len(lows) and 0 < words.cardinals.get(lows[i + 1], 0) < 10:
            return value + words.cardinals[lows[i + 1]], i + 2
        return value, i + 1
    tens, dash, unit = low.partition("-")
    if dash and words.cardinals.get(tens, 0) >= 20 and 0 < words.cardinals.get(unit, 0) < 10:
        return words.cardinals[tens] + words.cardinals[unit], i + 1
    return None, i


def _scaled(value: int, lows: list[str], j: int, words: _Words) -> tuple[int, int]:
    """Applies 'hundred', 'thousand', 'dozen' … and takes up what follows: 'two hundred and fifty'."""
    if j < len(lows) and lows[j] == "dozen":
        return value * 12, j + 1
    while j < len(lows) and lows[j] in words.multipliers and value <= LARGEST:
        step = words.multipliers[lows[j]]
        value *= step
        j += 1
        k = j + 1 if j < len(lows) and lows[j] == "and" else j
        more, after = _small(lows, k, words) if k < len(lows) else (None, k)
        # 'two hundred and one injured' may be two figures: a lone 'one' stays apart.
        if more is None or more >= step or lows[k] == "one":
            continue
        if after < len(lows) and words.multipliers.get(lows[after], step) < step:
            more, after = _scaled(more, lows, after, words)
        value, j = value + more, after
    return value, j


def _join(sentence: str, lows: list[str], found: list[Number]) -> list[Number]:
    """Ranges and changes: two numbers that make one statement."""
    out: list[Number] = []
    k = 0
    while k < len(found):
        a = found[k]
        b = found[k + 1] if k + 1 < len(found) else None
        joined = None if b is None else _range(sentence, lows, a, b)
        if joined is None or b is None:
            out.append(a)
            k += 1
        else:
            out.extend(joined)
            k += 2
    return out


def _range(sentence: str, lows: list[str], a: Number, b: Number) -> list[Number] | None:
    if a.anchor is None or b.anchor is None or b.left != b.first:
        return None
    gap = lows[a.last : b.left]
    before = lows[a.first - 1] if a.first > 0 else ""
    if before == "from" and gap[-1:] == ["to"] and len(gap) <= 3:
        return [_marked(a, older=True), _marked(b, older=False)]
    dash = gap and len(gap) == 1 and gap[0] in DASHES and sentence[a.end] in DASHES
    spoken = gap == ["to"] or (gap == ["and"] and before == "between")
    if not (dash or spoken) or a.anchor >= b.anchor:
        return None
    text = sentence[a.start : b.end]
    return [
        Number(a.start, b.end, a.first, a.left, b.last, a.anchor, b.anchor, None, Hedge.RANGE, text),
    ]


def _marked(n: Number, *, older: bool) -> Number:
    return Number(n.start, n.end, n.first, n.left, n.last, n.low, n.high, n.anchor, n.hedge, n.text, older, not older)
