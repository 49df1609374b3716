"""Properties of the number grammar: what is written in any way is read back; any text is read, in linear work."""

import sys
import tomllib
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from expectations.contracts.vocabulary import Hedge
from transforms.claims.distractors import reason
from transforms.claims.grammar import parse
from transforms.claims.hedges import interval
from transforms.claims.lexicon import LEXICON
from transforms.claims.numbers import find_numbers

HEDGES = tomllib.loads((LEXICON / "en" / "hedges.toml").read_text(encoding="utf-8"))
TABLE = tomllib.loads((LEXICON / "en" / "numbers.toml").read_text(encoding="utf-8"))
NAMES: dict[int, str] = {n: w for w, n in reversed(TABLE["cardinals"].items())}
SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
PEOPLE = "people were killed."


def spoken(n: int, *, british: bool, hyphen: bool) -> str:
    """The number in words: 'two hundred (and) fifty-one'."""
    if n in NAMES:
        return NAMES[n]
    if n < 100:
        return f"{NAMES[n - n % 10]}{'-' if hyphen else ' '}{NAMES[n % 10]}"
    step, name = next(scale for scale in SCALES if scale[0] <= n)
    rest = n % step
    head = f"{spoken(n // step, british=british, hyphen=hyphen)} {name}"
    if not rest:
        return head
    link = " and " if british and rest < 100 else " "
    return f"{head}{link}{spoken(rest, british=british, hyphen=hyphen)}"


def _grouped(n: int, sign: str) -> str:
    return f"{n:,}".replace(",", sign)


STYLES = [(british, hyphen) for british in (True, False) for hyphen in (True, False)]
numbers = st.integers(2, 10**10) | st.integers(2, 300)
digits = st.builds(lambda n, sign: (n, _grouped(n, sign)), numbers, st.sampled_from([",", "", "\u00a0", "’"]))
# 'a hundred and one injured' may be two figures.
words = st.builds(
    lambda n, style: (n, spoken(n, british=style[0], hyphen=style[1])),
    numbers.filter(lambda n: n < 100 or n % 100 != 1),
    st.sampled_from(STYLES),
)
letters = st.integers(2, 999).map(lambda n: (n * 1000, f"{n}k"))
millions = st.integers(11, 999).map(lambda n: (n * 100_000, f"{n / 10:.1f}m"))
halves = st.integers(2, 19).map(lambda n: (n * 1000 + 500, f"{NAMES[n]} and a half thousand"))
dozens = st.integers(2, 19).map(lambda n: (n * 12, f"{NAMES[n]} dozen"))
written = st.one_of(digits, words, words.map(lambda w: (w[0], w[1].upper())), letters, millions, halves, dozens)
Written = tuple[int, str]


@given(written, st.sampled_from([(h, p) for h, sides in HEDGES.items() for p in sides["before"]]))
def test_a_hedge_before_any_number_is_read_back(number: Written, hedge: tuple[str, str]) -> None:
    n, figure = number
    (found,) = find_numbers(f"Officials say {hedge[1]} {figure} {PEOPLE}")
    assert (found.text, found.anchor, found.hedge.value) == (figure, n, hedge[0])
    assert (found.low, found.high) == interval(Hedge(hedge[0]), n)


@given(written, st.sampled_from([(h, p) for h, sides in HEDGES.items() for p in sides["after"]]), st.booleans())
def test_a_hedge_behind_any_number_is_read_back(number: Written, hedge: tuple[str, str], noun: bool) -> None:
    n, figure = number
    behind = f"people {hedge[1]}" if noun else f"{hedge[1]} people"
    (found,) = find_numbers(f"Officials say {figure} {behind} were killed.")
    assert (found.text, found.anchor, found.hedge.value) == (figure, n, hedge[0])
    assert (found.low, found.high) == interval(Hedge(hedge[0]), n)


@given(
    st.integers(0, 10**6), st.integers(1, 10**6), st.sampled_from(["{} to {}", "between {} and {}", "{}–{}", "{}-{}"])
)
def test_two_figures_are_a_range_only_in_order(low: int, more: int, form: str) -> None:
    high = low + more
    text = form.format(f"{low:,}", f"{high:,}")
    (found,) = find_numbers(f"Officials say {text} {PEOPLE}")
    assert (found.low, found.high, found.anchor, found.hedge) == (low, high, None, Hedge.RANGE)
    fallen = form.format(f"{high:,}", f"{low:,}")
    assert [n.hedge for n in find_numbers(f"Officials say {fallen} {PEOPLE}")] == [Hedge.EXACT] * 2


@given(st.integers(2, 19), st.sampled_from(["dozen", "hundred", "thousand", "million"]), st.sampled_from(["or", "to"]))
def test_the_magnitude_is_said_once(n: int, scale: str, link: str) -> None:
    (found,) = find_numbers(f"{NAMES[n]} {link} {NAMES[n + 1]} {scale} {PEOPLE}")
    step = TABLE["multipliers"][scale]
    assert (found.low, found.high) == (n * step, (n + 1) * step)


PIECES = sorted(
    {*TABLE["cardinals"], *TABLE["multipliers"], *TABLE["plurals"], *TABLE["vague"], *TABLE["none"]["words"]}
    | {p for sides in HEDGES.values() for found in sides.values() for p in found}
    | set("-–,.+'$1½a")
    | {"and", "half", "a half", "to", "from", "between", "or", "of", "12", "2014", "3.5m", "20k", "1,2", "170, 000"}
    | {"aged", "May", "one-two", "twenty-", "years old", "people", "no. 5", "a.m."}
)


def _sound(text: str) -> None:
    found = find_numbers(text)
    for n in found:
        assert text[n.start : n.end] == n.text
        assert n.first <= n.left < n.last
        assert n.low is None or n.high is None or n.low <= n.high
    assert all(a.end <= b.start and a.last <= b.first for a, b in pairwise(found))
    sentence = parse(text)
    assert all(reason(sentence, figure) is None or figure.number.text for figure in sentence.figures)


@given(st.text())
@example("²³ ٣ 1٣ ½ 3½ million")
@example("-1 --2 ––3 1–")
def test_any_text_is_read(text: str) -> None:
    _sound(text)


@settings(max_examples=300)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", "", "-"])), max_size=14))
def test_any_words_of_number_are_read(pieces: list[tuple[str, str]]) -> None:
    _sound("".join(f"{piece}{gap}" for piece, gap in pieces))


def _work(text: str) -> int:
    """Calls of Python functions while the text is read."""
    calls = 0

    def count(_: Any, event: str, __: Any) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        find_numbers(text)
    finally:
        sys.setprofile(None)
    return calls


PIECES_REPEATED = ("1", "1,", "1.", "1 ", "1-", "1 or ", "170, 000 ", "1m ", "and a half ", "one and a half ")
WORDS_REPEATED = ("hundred ", "two hundred and ", "twenty-", "no ", "half a ", "a couple of ", "dozens or ")
HEDGES_REPEATED = ("at least about ", "12 and up ", "from 1 to ", "some ")


@pytest.mark.parametrize("piece", PIECES_REPEATED + WORDS_REPEATED + HEDGES_REPEATED)
def test_work_grows_with_the_text_only(piece: str) -> None:
    once, twice = _work(piece * 1000), _work(piece * 2000)
    assert twice <= 2.2 * once + 100


def test_a_hundred_thousand_digits_are_no_number() -> None:
    assert find_numbers("1" * 100_000) == []
    assert [n.text for n in find_numbers(f"{'9' * 100_000} fell, 12 died")] == ["12"]
