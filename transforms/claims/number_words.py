"""The number words of the language (numbers.toml), as the grammar of numbers uses them."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from transforms.claims.lexicon import LexiconError, by_language, fitting
from transforms.claims.tokens import Phrases

DOZEN = 12


class Section(StrEnum):
    """The tables of numbers.toml."""

    CARDINALS = "cardinals"
    COLLECTIVES = "collectives"
    MULTIPLIERS = "multipliers"
    PLURALS = "plurals"
    SUFFIXES = "suffixes"
    FRACTIONS = "fractions"
    METRES = "metres"
    PLURAL_NOUNS = "plural_nouns"
    AMBIGUOUS = "ambiguous"
    AMBIGUOUS_BEFORE = "ambiguous_before"
    LOOSE = "loose"
    OPENING = "opening"
    INSIDE = "inside"
    HYPHENED = "hyphened"
    VAGUE = "vague"
    INDEFINITE = "indefinite"
    NONE = "none"
    PRONOUN = "pronoun"
    JOINS = "joins"


@dataclass(frozen=True, slots=True)
class Words:
    """numbers.toml as the grammar uses it; `starts`: words that a number can begin with, `after_a`: behind an 'a'."""

    cardinals: dict[str, int]
    collectives: dict[str, int]
    multipliers: dict[str, int]
    plurals: dict[str, str]
    suffixes: dict[str, int]
    ambiguous: dict[str, int]
    ambiguous_before: frozenset[str]
    loose: dict[str, int]
    fractions: dict[str, int]
    lone_fractions: frozenset[str]
    articles: frozenset[str]
    first_articles: frozenset[str]
    metre: tuple[str, ...]
    metre_capitals: tuple[str, ...]
    metres: frozenset[str]
    plural_nouns: frozenset[str]
    hyphened: dict[str, str]
    hyphens: frozenset[str]
    sharing: frozenset[str]
    hedge_gap: frozenset[str]
    vague: dict[str, tuple[int | None, int | None]]
    vague_phrases: Phrases
    none_phrases: Phrases
    pronoun: frozenset[str]
    ors: frozenset[tuple[str, ...]]
    tos: frozenset[tuple[str, ...]]
    bounds: frozenset[tuple[str, ...]]
    dashes: frozenset[str]
    ranging: frozenset[str]
    starts: frozenset[str]
    after_a: frozenset[str]


@by_language
def number_words() -> Words:
    """The number words of the language. Raises LexiconError where the file does not fit."""
    numbers = fitting("numbers", Section)
    vague = {w: (low or None, high or None) for w, (low, high) in numbers["vague"].items()}
    multipliers = numbers["multipliers"]
    plurals = numbers["plurals"]
    if unknown := set(plurals.values()) - set(multipliers):
        raise LexiconError(f"numbers.toml: plurals of no multiplier: {sorted(unknown)}")
    forms = {**{w: w for w in multipliers}, **plurals}
    for word, (form, singular) in product(numbers["indefinite"]["words"], forms.items()):
        step = multipliers[singular]
        vague.setdefault(f"{word} {form}", (2 * step, 99 if step == DOZEN else 10 * step - 1))
    none = numbers["none"]["words"]
    opening, inside = numbers["opening"], numbers["inside"]
    first = frozenset(opening["first"])
    joins = {kind: frozenset(_spelled(p) for p in found) for kind, found in numbers["joins"].items()}
    singles = {*numbers["cardinals"], *numbers["collectives"], *multipliers, *first, *opening["fraction"]}
    return Words(
        cardinals=numbers["cardinals"],
        collectives=numbers["collectives"],
        multipliers=multipliers,
        plurals=plurals,
        suffixes=numbers["suffixes"],
        ambiguous=numbers["ambiguous"],
        ambiguous_before=frozenset(numbers["ambiguous_before"]["words"]),
        loose=numbers["loose"],
        fractions=numbers["fractions"],
        lone_fractions=frozenset(opening["fraction"]),
        articles=frozenset(opening["article"]),
        first_articles=first,
        metre=tuple(numbers["metres"]["letters"]),
        metre_capitals=tuple(letter.upper() for letter in numbers["metres"]["letters"]),
        metres=frozenset(numbers["metres"]["words"]),
        plural_nouns=frozenset(numbers["plural_nouns"]["words"]),
        hyphened=numbers["hyphened"],
        hyphens=frozenset(inside["hyphens"]),
        sharing=frozenset(inside["shared"]),
        hedge_gap=frozenset(inside["hedge"]),
        vague=vague,
        vague_phrases=Phrases({w: w for w in vague}),
        none_phrases=Phrases({w: w for w in none}),
        pronoun=frozenset(numbers["pronoun"]["words"]),
        ors=joins["or"],
        tos=joins["to"],
        bounds=joins["bounds"],
        dashes=frozenset(w for (w,) in joins["dash"]),
        ranging=frozenset(w for (w,) in joins["ranging"]),
        starts=frozenset(singles | {w.split()[0] for w in (*vague, *none)}),
        after_a=frozenset(
            {*numbers["collectives"], *multipliers, *numbers["fractions"]}
            | {words[1] for words in map(str.split, vague) if words[0] in first}
        ),
    )


def _spelled(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.split())
