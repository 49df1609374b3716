"""Function words and endings that rules are about, by what they do: 'of' before a whole, 'by' before a doer."""

from enum import StrEnum

from transforms.claims.lexicon import words_by_key


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


def _particles(kind: Particle) -> frozenset[str]:
    return frozenset(words_by_key("particles", Particle, unique=False)[kind])


def _endings(kind: Ending) -> tuple[str, ...]:
    return words_by_key("endings", Ending, unique=False)[kind]


# Read once: rules ask for them at every token.
PARTITIVE = _particles(Particle.PARTITIVE)
AGENT = _particles(Particle.AGENT)
INFINITIVE = _particles(Particle.INFINITIVE)
ORIGIN = _particles(Particle.ORIGIN)
GOAL = _particles(Particle.GOAL)
BETWEEN = _particles(Particle.BETWEEN)
DEFINITE = _particles(Particle.DEFINITE)
INDEFINITE = _particles(Particle.INDEFINITE)
ARTICLES = DEFINITE | INDEFINITE
ADDITIVE = _particles(Particle.ADDITIVE)
ALTERNATIVE = _particles(Particle.ALTERNATIVE)
ADVERSATIVE = _particles(Particle.ADVERSATIVE)
COMPLEMENT = _particles(Particle.COMPLEMENT)
RELATIVE_THING = _particles(Particle.RELATIVE_THING)
RELATIVE_PLACE = _particles(Particle.RELATIVE_PLACE)
ACCOMPANYING = _particles(Particle.ACCOMPANYING)
ROLE = _particles(Particle.ROLE)
ON_DAY = _particles(Particle.ON_DAY)
IN_PERIOD = _particles(Particle.IN_PERIOD)
NEGATIVE = _particles(Particle.NEGATIVE)
CIRCUMSTANCE = _particles(Particle.CIRCUMSTANCE)

PLURAL = _endings(Ending.PLURAL)
PARTICIPLE = _endings(Ending.PARTICIPLE)
GERUND = _endings(Ending.GERUND)
ADVERB = _endings(Ending.ADVERB)
POSSESSIVE = _endings(Ending.POSSESSIVE)
POSSESSIVE_PLURAL = _endings(Ending.POSSESSIVE_PLURAL)
CLOCK = _endings(Ending.CLOCK)
AGE = _endings(Ending.AGE)
DECADE = _endings(Ending.DECADE)
ORDINAL = _endings(Ending.ORDINAL)


def word_at(lows: list[str], i: int) -> str:
    """The word at token i; the empty one outside the sentence."""
    return lows[i] if 0 <= i < len(lows) else ""


def owner(word: str) -> str:
    """The word without the ending of a possessor."""
    for ending in POSSESSIVE:
        word = word.removesuffix(ending)
    return word
