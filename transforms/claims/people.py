"""Nouns for people who are counted, by the population that they make."""

from enum import StrEnum

from transforms.claims.lexicon import by_language, words_by_key


class Population(StrEnum):
    """Whom a figure counts; `people` is everyone."""

    PEOPLE = "people"
    CIVILIANS = "civilians"
    CHILDREN = "children"
    WOMEN = "women"
    MEN = "men"
    ADULTS = "adults"
    SOLDIERS = "soldiers"
    POLICE = "police"
    MILITANTS = "militants"
    SUSPECTS = "suspects"
    WORKERS = "workers"
    RESCUERS = "rescuers"
    JOURNALISTS = "journalists"
    STUDENTS = "students"
    WORSHIPPERS = "worshippers"
    FOREIGNERS = "foreigners"
    OFFICIALS = "officials"
    GUARDS = "guards"


GENERIC = Population.PEOPLE.value
PARTS = (
    Population.CHILDREN, Population.WOMEN, Population.MEN, Population.ADULTS, Population.RESCUERS,
    Population.JOURNALISTS, Population.FOREIGNERS,
)  # fmt: skip
"""Populations that are counted as some of the people hurt: their number is no rival of a higher one of people."""


@by_language
def people_words() -> dict[str, str]:
    """Noun → population."""
    return {w: k for k, words in words_by_key("people", Population).items() for w in words}


def population_of(word: str) -> str | None:
    """The population that a noun makes: `people` for a general one, None for no noun of people."""
    return people_words().get(word)
