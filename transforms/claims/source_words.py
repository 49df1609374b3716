"""The words by which a text says where it has something from."""

from enum import StrEnum

from transforms.claims.lexicon import by_language, words_by_key
from transforms.claims.numbered import dates


class AttributionWord(StrEnum):
    """The lists of attribution.toml."""

    SAYING = "saying"
    GIVING = "giving"
    ACCORDING = "according"
    AUTHORITY = "authority"
    NO_SOURCE = "no_source"
    PRONOUN = "pronoun"
    GROUP_PRONOUN = "group_pronoun"
    TALLY = "tally"
    HAVING = "having"
    PARTICIPLE = "participle"
    SHOWING = "showing"
    DOCUMENT = "document"
    LED = "led"
    UNCERTAIN = "uncertain"
    PERSON = "person"
    QUOTING = "quoting"
    MEDIA = "media"
    NO_CUE = "no_cue"
    BLAME = "blame"
    LINK = "link"
    NAMED = "named"
    WHEN = "when"
    GIVING_LED = "giving_led"
    BE = "be"
    OPENS_NAME = "opens_name"
    SAYING_ADVERB = "saying_adverb"
    ASIDE = "aside"
    APPOSITION = "apposition"
    APPOSITION_VERB = "apposition_verb"
    APPOSED = "apposed"
    BEFORE_AGE = "before_age"
    KEPT_AUX = "kept_aux"
    BEFORE_SUBJECT = "before_subject"
    NO_HEAD = "no_head"
    IMPERSONAL = "impersonal"
    BODY_PRONOUN = "body_pronoun"
    HE = "he"
    SHE = "she"


@by_language
def lists() -> dict[str, frozenset[str]]:
    """The lists of attribution.toml."""
    found = words_by_key("attribution", AttributionWord, unique=False)
    return {k: frozenset(v) for k, v in found.items()}


@by_language
def speaking() -> frozenset[str]:
    """Nouns for those who can be quoted: authorities, and people who keep no toll."""
    return lists()[AttributionWord.AUTHORITY] | lists()[AttributionWord.PERSON]


@by_language
def time_words() -> frozenset[str]:
    """Words of time that stand beside a verb of saying and belong to no source."""
    return dates() | lists()[AttributionWord.WHEN]
