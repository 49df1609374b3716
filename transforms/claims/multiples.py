"""Victims counted by the name of the act: 'a triple homicide', 'a murder-suicide', '… before killing himself'."""

from enum import StrEnum

from expectations.contracts.vocabulary import Basis, Hedge, Kind, Residue
from transforms.claims.hedges import interval
from transforms.claims.lexicon import by_language, fitting, table
from transforms.claims.numbers import Number
from transforms.claims.people import Population
from transforms.claims.tokens import Phrases, Token


class MultipleWord(StrEnum):
    """The lists of multiples.toml."""

    KILLED = "killed"
    INJURED = "injured"
    BOTH = "both"
    SUICIDE = "suicide"


FACTORS = "factors"
DOERS = Population.SUSPECTS.value


@by_language
def multiple_words(kind: MultipleWord) -> Phrases:
    """The phrases of one list of multiples.toml. Raises LexiconError where the file has other lists."""
    return Phrases(dict.fromkeys(fitting("multiples", (*MultipleWord, FACTORS))[kind], kind.value))


@by_language
def factors() -> dict[str, int]:
    """'triple' → 3."""
    return dict(table("multiples")[FACTORS])


@by_language
def _starts() -> frozenset[str]:
    own = (MultipleWord.BOTH, MultipleWord.SUICIDE)
    return frozenset(factors()).union(*(multiple_words(kind).starts for kind in own))


def find_multiples(text: str, tokens: list[Token], lows: list[str]) -> list[tuple[Number, Kind, str | None]]:
    """Each such count, left to right: its number, what befell them, and the population where it is the doer."""
    out: list[tuple[Number, Kind, str | None]] = []
    starts = _starts()
    at = [k for k, low in enumerate(lows) if low in starts]
    end = 0
    for i in at:
        if i < end:
            continue
        factor = factors().get(lows[i])
        act = i + 1 + (i + 2 < len(lows) and lows[i + 1] == "-")
        if factor is not None and act < len(lows):
            kind = next(
                (k for k in (MultipleWord.KILLED, MultipleWord.INJURED) if multiple_words(k).at(lows, act)), None
            )
            if kind is not None:
                end = act + (multiple_words(kind).at(lows, act) or (1, ""))[0]
                # 'A double murder-suicide': two murders and a suicide.
                if multiple_words(MultipleWord.BOTH).at(lows, act):
                    factor += 1
                out.append((_number(text, tokens[i:end], i, factor, Hedge.EXACT), Kind(kind.value), None))
                continue
        if both := multiple_words(MultipleWord.BOTH).at(lows, i):
            out.append((_number(text, tokens[i : i + both[0]], i, 2, Hedge.AT_LEAST), Kind.KILLED, None))
            end = i + both[0]
        elif own := multiple_words(MultipleWord.SUICIDE).at(lows, i):
            out.append((_number(text, tokens[i : i + own[0]], i, 1, Hedge.EXACT), Kind.KILLED, DOERS))
            end = i + own[0]
    return out


def _number(text: str, words: list[Token], first: int, n: int, hedge: Hedge) -> Number:
    start, end = words[0].start, words[-1].end
    low, high = interval(hedge, n)
    return Number(start, end, first, first, first + len(words), low, high, n, hedge, text[start:end])


BASIS, THING = Basis.DESCRIBED, Residue.OTHER_THING
