"""Numbers that count no people and no weapons, each with the reason."""

import re
from collections.abc import Iterator

from expectations.contracts.vocabulary import Basis, Hedge, Residue
from transforms.claims.amounts import CURRENCY
from transforms.claims.grammar import Figure, Sentence, WordClass
from transforms.claims.lexicon import any_of, by_language, word_set
from transforms.claims.numbered import (
    CompoundWord,
    NumberedWord,
    compound_words,
    dates,
    months,
    no_compounds,
    numbered_words,
)
from transforms.claims.particles import ADDITIVE, ALTERNATIVE, PARTITIVE, Ending, endings
from transforms.claims.people import people_words
from transforms.claims.tokens import Token

__all__ = ["compound", "dates", "reason"]


YEARS = range(1800, 2100)
OLDEST = 120
# How far a list reaches from its first word: 'aged 8, 9 and 12'; a house number from its street; a score from its game.
CHAIN_REACH, STREET_REACH, GAME_REACH = 8, 4, 12
DASHES = frozenset("-–")
JOINTS = ADDITIVE | ALTERNATIVE
PAIR = word_set("compounds", CompoundWord.PAIR) | DASHES | frozenset("&")
CHAIN = PAIR | word_set("compounds", CompoundWord.LIST_HEAD) | frozenset(",")
OLD, AGE_NOUN = word_set("compounds", CompoundWord.OLD), word_set("compounds", CompoundWord.AGE)
YOUNGER = word_set("compounds", CompoundWord.YOUNGER)
MONEY_OF = word_set("compounds", CompoundWord.MONEY_OF)
NUMERO = word_set("compounds", CompoundWord.NUMERO)
DASHED = re.compile(r"(\d+)\s?[-–—−~]\s?(\d+)")
PHONE = re.compile(r"\d{3}-\d{4}")


def reason(sentence: Sentence, figure: Figure) -> Residue | None:
    """Why the figure counts nobody; None where it may.

    Told apart are ages, dates, clocks, sums of money, shares, units, names with a number ('Flight 171'), addresses and
    telephones, scores, and a 'no' before a compound ('no death penalty'). Looks a few words to both sides.
    """
    return next(_reasons(sentence, figure), None) if figure.basis is Basis.STATED else figure.thing


def _reasons(sentence: Sentence, figure: Figure) -> Iterator[Residue]:
    """The reasons that hold, the first one first; asked for one only, the others are not looked into."""
    number, lows, known = figure.number, sentence.lows, figure.known
    before = _low(sentence, number.first - 1)
    digits = number.text.isdecimal()
    exact = digits and number.hedge is Hedge.EXACT
    counted = number.last < len(lows) and sentence.classes[number.last] == WordClass.AUX
    if _money(sentence, number.first):
        yield Residue.MONEY
    if number.anchor == 0 and no_compounds().at([*lows, ""], number.last):
        yield Residue.OTHER_THING
    if _is_age(sentence, figure):
        yield Residue.AGE
    if figure.thing is not None:
        if figure.head in numbered_words(NumberedWord.CLOCK):
            yield Residue.CLOCK
        if not _next_has(sentence, figure):
            yield figure.thing
    dated = (digits or DASHED.fullmatch(number.text)) and _dated(sentence, number.left, number.last, known)
    if dated or _is_year(sentence, figure):
        yield Residue.DATE
    named = before in numbered_words(NumberedWord.NUMBERED) and not known and not counted
    if exact and (named or (before == "." and _low(sentence, number.first - 2) in NUMERO)):
        yield Residue.MODEL_NAME
    if not known and PHONE.fullmatch(number.text):
        yield Residue.ADDRESS
    if _scored(sentence, figure):
        yield Residue.SCORE
    placed = digits and not known and _placed(sentence, number.left, number.last)
    if placed or (digits and _glued(sentence, number.left, number.last)):
        yield Residue.ADDRESS


def _low(sentence: Sentence, i: int) -> str:
    return sentence.lows[i] if 0 <= i < len(sentence.lows) else ""


def _money(sentence: Sentence, first: int) -> bool:
    before = _low(sentence, first - 1)
    if before == ".":
        before = _low(sentence, first - 2)
    return (
        before in CURRENCY
        or before in numbered_words(NumberedWord.CURRENCY)
        or (before in MONEY_OF and _low(sentence, first - 2) in CURRENCY)
    )


def _next_has(sentence: Sentence, figure: Figure) -> bool:
    """'two eighteen years old': what follows is counted by the next figure, not by this one."""
    last = figure.number.last
    if last >= len(sentence.lows) or (k := sentence.figure_at[last]) < 0:
        return False
    following = sentence.figures[k]
    return following is not figure and following.head == figure.head and following.number.left == last


def _value(figure: Figure) -> int | None:
    number = figure.number
    return number.high if number.hedge is Hedge.RANGE else number.anchor


def _is_age(sentence: Sentence, figure: Figure) -> bool:
    lows, number = sentence.lows, figure.number
    left, last, value = number.left, number.last, _value(figure)
    if value is None or not 0 < value <= OLDEST:
        return False
    after = [*lows[last : last + CHAIN_REACH], "", "", ""]
    if figure.thing is Residue.UNIT and not _next_has(sentence, figure):
        # '17 years old', '17 years of age', but '12 months later'.
        near = after[:4]
        aged = any(low in PARTITIVE for low in near) and any(low in AGE_NOUN for low in near)
        return aged or any(low in OLD for low in after[:3])
    if figure.thing is not None and figure.thing is not Residue.UNIT:
        return False
    before, ages = _low(sentence, left - 1), numbered_words(NumberedWord.AGED)
    following = after[0] in JOINTS and after[1] in YOUNGER and not _figure_starts(sentence, last + 2)
    return (
        after[0] in numbered_words(NumberedWord.AGE_UNIT)
        or (before in PARTITIVE and _low(sentence, left - 2) in ages | numbered_words(NumberedWord.OF_AGE))
        # '17- and 18-year-olds'
        or (after[0] == "-" and after[1] in CHAIN and _year_old(after))
        # '20–year–old', with dashes instead of hyphens
        or (after[0] in DASHES and after[2] in DASHES and after[3] in OLD)
        or (following and number.hedge is Hedge.EXACT)
        or (not figure.known and _aged_by_place(sentence, figure))
    )


def _year_old(words: list[str]) -> bool:
    return any(part in word for word in words for part in compound_words(CompoundWord.YEAR_OLD))


def _aged_by_place(sentence: Sentence, figure: Figure) -> bool:
    number = figure.number
    left, last = number.left, number.last
    if _chained_from(sentence, left, numbered_words(NumberedWord.AGED)):
        return True
    # 'children under five', 'men over 60'.
    if number.hedge in (Hedge.LESS_THAN, Hedge.MORE_THAN):
        whose = (
            numbered_words(NumberedWord.UNDER_AGE)
            | numbered_words(NumberedWord.OF_AGE)
            | numbered_words(NumberedWord.RELATIVES)
        )
        return _low(sentence, number.first - 1) in whose and not figure.head
    # 'one nineteen' after 'two eighteen years old'.
    k = sentence.figure_at[left - 1] if left > 0 else -1
    if k >= 0 and sentence.figures[k].number.last == left and sentence.figures[k] is not figure:
        return any(low in OLD for low in sentence.lows[max(0, left - CHAIN_REACH) : left])
    # ', 22,' after a name or 'her brother'.
    person = left > 1 and _low(sentence, left - 1) == "," and _names_person(sentence, left - 2)
    closed = _low(sentence, last) in (",", ".", ";", ")", "")
    return person and closed and number.text.isdecimal() and number.hedge is Hedge.EXACT


def _names_person(sentence: Sentence, i: int) -> bool:
    people = numbered_words(NumberedWord.OF_AGE) | numbered_words(NumberedWord.RELATIVES)
    low = sentence.lows[i]
    return sentence.tokens[i].text[:1].isupper() or low in people or low in people_words()


def _figure_starts(sentence: Sentence, i: int) -> bool:
    return i < len(sentence.lows) and sentence.figure_at[i] >= 0


def _chained_from(sentence: Sentence, left: int, heads: frozenset[str]) -> bool:
    """Only figures and words of a list stand between token `left` and one of `heads` before it."""
    for i in range(left - 1, max(-1, left - 1 - CHAIN_REACH), -1):
        low = sentence.lows[i]
        if low in heads:
            return True
        if low not in CHAIN and sentence.figure_at[i] < 0:
            return False
    return False


def _month(sentence: Sentence, i: int) -> bool:
    """A month stands at token i; 'may' and 'march' in lower case, and 'MAY HAVE', are verbs."""
    if not 0 <= i < len(sentence.lows) or sentence.lows[i] not in months():
        return False
    verb = sentence.classes[i] == WordClass.AUX and sentence.classes[i + 1 : i + 2] == [WordClass.AUX]
    return sentence.tokens[i].text[:1].isupper() and not verb


def _dated(sentence: Sentence, left: int, last: int, known: bool) -> bool:
    """'12 March', 'March 12', 'Oct. 17', 'May 5 and 6', '5 and 6 May'."""
    short = _low(sentence, left - 1) == "." and _month(sentence, left - 2)
    if short or _month(sentence, left - 1) or _month(sentence, last):
        return True
    if known:
        return False
    listed = _low(sentence, left - 1) in PAIR and _month(sentence, left - 3) and sentence.figure_at[left - 2] >= 0
    listing = _low(sentence, last) in PAIR and _month(sentence, last + 2) and _figure_starts(sentence, last + 1)
    return listed or listing


def _is_year(sentence: Sentence, figure: Figure) -> bool:
    number = figure.number
    if pair := DASHED.fullmatch(number.text):
        return len(pair[1]) == len(pair[2]) == 4 and int(pair[1]) in YEARS and int(pair[2]) in YEARS
    if not (number.text.isdecimal() and len(number.text) == 4 and int(number.text) in YEARS):
        return False
    if not figure.known:
        return number.hedge is Hedge.EXACT
    # 'in 2014 people were killed'.
    leads = sentence.classes[number.left - 1] if number.left > 0 else ""
    return leads in (WordClass.PREPOSITION, WordClass.SUBORDINATOR) and number.hedge is Hedge.EXACT


def _scored(sentence: Sentence, figure: Figure) -> bool:
    """'won 3-2', 'a 5-4 ruling': a falling pair, or any pair beside a word of games and votes."""
    number, text = figure.number, sentence.text
    if figure.known:
        return False
    pair = DASHED.fullmatch(number.text)
    if pair is None and number.text.isdecimal():
        a, b = max(0, number.start - 4), number.end + 4
        pair = next((m for m in DASHED.finditer(text, a, b) if m.start() <= number.start < m.end()), None)
        if pair is not None and int(pair[1]) < int(pair[2]):
            return False
    if pair is None:
        return False
    near = sentence.lows[max(0, number.left - GAME_REACH) : number.last + GAME_REACH]
    return not numbered_words(NumberedWord.SPORT).isdisjoint(near)


def _placed(sentence: Sentence, left: int, last: int) -> bool:
    """'12 Main Street', 'call 112', '0800'."""
    if sentence.lows[left].startswith("0") and len(sentence.lows[left]) > 1:
        return True
    if not numbered_words(NumberedWord.PHONE).isdisjoint(sentence.lows[max(0, left - 1) : left]):
        return True
    if sentence.text.isupper():
        return False
    for i in range(last, min(last + STREET_REACH, len(sentence.lows))):
        if sentence.lows[i] in numbered_words(NumberedWord.STREET):
            return i > last or sentence.tokens[i].text[:1].isupper()
        if not sentence.tokens[i].text[:1].isupper():
            return False
    return False


def _glued(sentence: Sentence, left: int, last: int) -> bool:
    """Part of a telephone number, a web address, a fraction or a name, or a note's mark: digits tied to other signs."""
    text = sentence.text
    a, b = sentence.tokens[left].start, sentence.tokens[last - 1].end
    tail, head = text[b : b + 2], text[max(a - 2, 0) : a]
    noted = head.endswith("[") and tail.startswith("]")
    return noted or bool(re.match(r"[-/=_@#:]\w", tail) or re.search(r"\w[-/=_@#:]$|[#.\\]$", head))


@by_language
def _forms() -> tuple[tuple[re.Pattern[str], Residue], ...]:
    """Tokens with digits that are no number, by what they look like; the first that fits tells the reason."""
    year, aged = any_of(compound_words(CompoundWord.YEAR)), any_of(compound_words(CompoundWord.AGED))
    clock, age, decade, ordinal = (
        any_of(endings(k)) for k in (Ending.CLOCK, Ending.AGE, Ending.DECADE, Ending.ORDINAL)
    )
    return (
        (re.compile(rf".*:.*|\d{{1,2}}(?:\.\d{{2}})?(?:{clock})"), Residue.CLOCK),
        (re.compile(rf".*(?:{year}).*|.*(?:{aged})|\d+(?:{age})"), Residue.AGE),
        (re.compile(rf"\d+([/.-])\d+\1\d+|\d+0(?:{decade})"), Residue.DATE),
        (re.compile(rf"\d+(?:{ordinal})"), Residue.ORDINAL),
        (re.compile(r"\d.*[^\W\d_]|\d[\d,.'’\s½¼¾]*[^\d]\d*|\d+½"), Residue.UNIT),
    )


def compound(token: Token) -> Residue | None:
    """The reason of a token that holds digits and is no number: '17-year-old', '24th', 'MQ-9', '06:00', '1990s'."""
    low = token.low
    if not any(map(str.isdigit, low)) or low.isdecimal():
        return None
    return next((why for form, why in _forms() if form.fullmatch(low)), Residue.MODEL_NAME)
