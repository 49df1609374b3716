"""The words by which a number counts nobody: what it names, ages, addresses, compounds, days."""

from enum import StrEnum

from transforms.claims.lexicon import by_language, words_by_key
from transforms.claims.tokens import Phrases


class NumberedWord(StrEnum):
    """The lists of numbered_things.toml."""

    NUMBERED = "numbered"
    AGED = "aged"
    OF_AGE = "of_age"
    RELATIVES = "relatives"
    UNDER_AGE = "under_age"
    AGE_UNIT = "age_unit"
    STREET = "street"
    SPORT = "sport"
    CURRENCY = "currency"
    PHONE = "phone"
    CLOCK = "clock"
    NO_COMPOUND = "no_compound"


class CompoundWord(StrEnum):
    """The lists of compounds.toml."""

    PAIR = "pair"
    LIST_HEAD = "list_head"
    OLD = "old"
    AGE = "age"
    YOUNGER = "younger"
    YEAR_OLD = "year_old"
    YEAR = "year"
    AGED = "aged"
    MONEY_OF = "money_of"
    NUMERO = "numero"
    WEAPON_HEAD = "weapon_head"


@by_language
def compound_words(kind: CompoundWord) -> tuple[str, ...]:
    """The words of one list of compounds.toml."""
    return words_by_key("compounds", CompoundWord)[kind]


@by_language
def numbered_words(kind: NumberedWord) -> frozenset[str]:
    """The words of one list of numbered_things.toml."""
    return frozenset(words_by_key("numbered_things", NumberedWord)[kind])


@by_language
def no_compounds() -> Phrases:
    """What makes a 'no' before it the first part of a compound."""
    return Phrases(dict.fromkeys(numbered_words(NumberedWord.NO_COMPOUND), ""))


@by_language
def months() -> frozenset[str]:
    """Names of months."""
    return frozenset(words_by_key("calendar", ("months", "weekdays"))["months"])


@by_language
def dates() -> frozenset[str]:
    """Names of months and weekdays."""
    return months() | frozenset(words_by_key("calendar", ("months", "weekdays"))["weekdays"])
