"""Function words and endings that rules are about, by what they do: 'of' before a whole, 'by' before a doer."""

from enum import StrEnum

from transforms.claims.lexicon import WordSet, by_language, words_by_key


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


def _particles(kind: Particle) -> WordSet:
    return WordSet(lambda: words_by_key("particles", Particle, unique=False)[kind])


PARTITIVE = _particles(Particle.PARTITIVE)
AGENT = _particles(Particle.AGENT)
INFINITIVE = _particles(Particle.INFINITIVE)
ORIGIN = _particles(Particle.ORIGIN)
GOAL = _particles(Particle.GOAL)
BETWEEN = _particles(Particle.BETWEEN)
DEFINITE = _particles(Particle.DEFINITE)
INDEFINITE = _particles(Particle.INDEFINITE)
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
BEHIND_HEAD = _particles(Particle.BEHIND_HEAD)
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
