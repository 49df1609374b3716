"""Function words and endings that rules are about, by what they do: 'of' before a whole, 'by' before a doer."""

from enum import StrEnum

from transforms.claims.lexicon import by_language, word_set, words_by_key


class Particle(StrEnum):
    """The lists of particles.toml."""

    PARTITIVE = "partitive"
    AGENT = "agent"
    INFINITIVE = "infinitive"
    ORIGIN = "origin"
    GOAL = "goal"
    BETWEEN = "between"
    DEFINITE = "definite"
    INDEFINITE = "indefinite"
    ADDITIVE = "additive"
    ALTERNATIVE = "alternative"
    ADVERSATIVE = "adversative"
    COMPLEMENT = "complement"
    RELATIVE_THING = "relative_thing"
    RELATIVE_PLACE = "relative_place"
    ACCOMPANYING = "accompanying"
    ROLE = "role"
    ON_DAY = "on_day"
    IN_PERIOD = "in_period"
    NEGATIVE = "negative"
    CIRCUMSTANCE = "circumstance"
    BEHIND_HEAD = "behind_head"


class Ending(StrEnum):
    """The lists of endings.toml."""

    PLURAL = "plural"
    PARTICIPLE = "participle"
    GERUND = "gerund"
    ADVERB = "adverb"
    POSSESSIVE = "possessive"
    POSSESSIVE_PLURAL = "possessive_plural"
    CLOCK = "clock"
    AGE = "age"
    DECADE = "decade"
    ORDINAL = "ordinal"
    NOUN_PLURAL = "noun_plural"
    TURNED = "turned"
    TURNED_PLURAL = "turned_plural"
    UNTURNED_BEHIND = "unturned_behind"
    NO_PLURAL = "no_plural"
    PAST = "past"
    PAST_PASSIVE = "past_passive"
    PAST_PARTICIPLE = "past_participle"


PARTITIVE = word_set("particles", Particle.PARTITIVE)
AGENT = word_set("particles", Particle.AGENT)
INFINITIVE = word_set("particles", Particle.INFINITIVE)
ORIGIN = word_set("particles", Particle.ORIGIN)
GOAL = word_set("particles", Particle.GOAL)
BETWEEN = word_set("particles", Particle.BETWEEN)
DEFINITE = word_set("particles", Particle.DEFINITE)
INDEFINITE = word_set("particles", Particle.INDEFINITE)
ADDITIVE = word_set("particles", Particle.ADDITIVE)
ALTERNATIVE = word_set("particles", Particle.ALTERNATIVE)
ADVERSATIVE = word_set("particles", Particle.ADVERSATIVE)
COMPLEMENT = word_set("particles", Particle.COMPLEMENT)
RELATIVE_THING = word_set("particles", Particle.RELATIVE_THING)
RELATIVE_PLACE = word_set("particles", Particle.RELATIVE_PLACE)
ACCOMPANYING = word_set("particles", Particle.ACCOMPANYING)
ROLE = word_set("particles", Particle.ROLE)
ON_DAY = word_set("particles", Particle.ON_DAY)
IN_PERIOD = word_set("particles", Particle.IN_PERIOD)
NEGATIVE = word_set("particles", Particle.NEGATIVE)
CIRCUMSTANCE = word_set("particles", Particle.CIRCUMSTANCE)
BEHIND_HEAD = word_set("particles", Particle.BEHIND_HEAD)
ARTICLES = DEFINITE | INDEFINITE


@by_language
def endings(kind: Ending) -> tuple[str, ...]:
    """The endings of one list of endings.toml."""
    return words_by_key("endings", Ending, unique=False)[kind]


def word_at(lows: list[str], i: int) -> str:
    """The word at token i; the empty one outside the sentence."""
    return lows[i] if 0 <= i < len(lows) else ""


def owner(word: str) -> str:
    """The word without the ending of a possessor."""
    for ending in endings(Ending.POSSESSIVE):
        word = word.removesuffix(ending)
    return word


def singular(word: str) -> str:
    """The word without the ending of a plural."""
    for ending in endings(Ending.PLURAL):
        word = word.removesuffix(ending)
    return word
