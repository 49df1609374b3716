"""The small words that the rules of targets, perpetrators and causes are about, by what they do there."""

from enum import StrEnum

from transforms.claims.lexicon import word_set


class AccountWord(StrEnum):
    """The lists of accounts.toml."""

    NEGATION = "negation"
    BE = "be"
    BESIDE_BE = "beside_be"
    PERFECT = "perfect"
    SOLE = "sole"
    TURNED = "turned"
    CARRIES_OBJECT = "carries_object"
    NO_OBJECT = "no_object"
    NO_ARTICLE = "no_article"
    BEHIND_PARTICIPLE = "behind_participle"
    BEFORE_VERB = "before_verb"
    BEFORE_TIME = "before_time"
    TOLD_OF_ITSELF = "told_of_itself"
    NOBODY = "nobody"
    POSSESSING = "possessing"
    STILL_BY = "still_by"
    LEAVES_OPEN = "leaves_open"
    NEEDS_BE = "needs_be"
    NOUN_BEFORE = "noun_before"
    AIMED = "aimed"
    AT_PLACE = "at_place"
    ON_PLACE = "on_place"
    OCCASION = "occasion"
    AIMED_LOOSELY = "aimed_loosely"
    INSIDE = "inside"
    SCENE = "scene"
    AIM = "aim"


NEGATIONS = word_set("accounts", AccountWord.NEGATION)
BE = word_set("accounts", AccountWord.BE)
BESIDE_BE = word_set("accounts", AccountWord.BESIDE_BE)
PERFECT = word_set("accounts", AccountWord.PERFECT)
SOLE = word_set("accounts", AccountWord.SOLE)
TURNED = word_set("accounts", AccountWord.TURNED)
CARRIES_OBJECT = word_set("accounts", AccountWord.CARRIES_OBJECT)
NO_OBJECT = word_set("accounts", AccountWord.NO_OBJECT)
NO_ARTICLE = word_set("accounts", AccountWord.NO_ARTICLE)
BEHIND_PARTICIPLE = word_set("accounts", AccountWord.BEHIND_PARTICIPLE)
BEFORE_VERB = word_set("accounts", AccountWord.BEFORE_VERB)
BEFORE_TIME = word_set("accounts", AccountWord.BEFORE_TIME)
TOLD_OF_ITSELF = word_set("accounts", AccountWord.TOLD_OF_ITSELF)
NOBODY = word_set("accounts", AccountWord.NOBODY)
POSSESSING = word_set("accounts", AccountWord.POSSESSING)
STILL_BY = word_set("accounts", AccountWord.STILL_BY)
LEAVES_OPEN = word_set("accounts", AccountWord.LEAVES_OPEN)
NEEDS_BE = word_set("accounts", AccountWord.NEEDS_BE)
NOUN_BEFORE = word_set("accounts", AccountWord.NOUN_BEFORE)
AIMED = word_set("accounts", AccountWord.AIMED)
AT_PLACE = word_set("accounts", AccountWord.AT_PLACE)
ON_PLACE = word_set("accounts", AccountWord.ON_PLACE)
OCCASION = word_set("accounts", AccountWord.OCCASION)
AIMED_LOOSELY = word_set("accounts", AccountWord.AIMED_LOOSELY)
INSIDE = word_set("accounts", AccountWord.INSIDE)
SCENE = word_set("accounts", AccountWord.SCENE)
AIM = word_set("accounts", AccountWord.AIM)
