"""The small words that the rules of targets, perpetrators and causes are about, by what they do there."""

from enum import StrEnum

from transforms.claims.lexicon import WordSet, words_by_key


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


def _listed(kind: AccountWord) -> WordSet:
    return WordSet(lambda: words_by_key("accounts", AccountWord, unique=False)[kind])


NEGATIONS = _listed(AccountWord.NEGATION)
BE = _listed(AccountWord.BE)
BESIDE_BE = _listed(AccountWord.BESIDE_BE)
PERFECT = _listed(AccountWord.PERFECT)
SOLE = _listed(AccountWord.SOLE)
TURNED = _listed(AccountWord.TURNED)
CARRIES_OBJECT = _listed(AccountWord.CARRIES_OBJECT)
NO_OBJECT = _listed(AccountWord.NO_OBJECT)
NO_ARTICLE = _listed(AccountWord.NO_ARTICLE)
BEHIND_PARTICIPLE = _listed(AccountWord.BEHIND_PARTICIPLE)
BEFORE_VERB = _listed(AccountWord.BEFORE_VERB)
BEFORE_TIME = _listed(AccountWord.BEFORE_TIME)
TOLD_OF_ITSELF = _listed(AccountWord.TOLD_OF_ITSELF)
NOBODY = _listed(AccountWord.NOBODY)
POSSESSING = _listed(AccountWord.POSSESSING)
STILL_BY = _listed(AccountWord.STILL_BY)
LEAVES_OPEN = _listed(AccountWord.LEAVES_OPEN)
NEEDS_BE = _listed(AccountWord.NEEDS_BE)
NOUN_BEFORE = _listed(AccountWord.NOUN_BEFORE)
AIMED = _listed(AccountWord.AIMED)
AT_PLACE = _listed(AccountWord.AT_PLACE)
ON_PLACE = _listed(AccountWord.ON_PLACE)
OCCASION = _listed(AccountWord.OCCASION)
AIMED_LOOSELY = _listed(AccountWord.AIMED_LOOSELY)
INSIDE = _listed(AccountWord.INSIDE)
SCENE = _listed(AccountWord.SCENE)
AIM = _listed(AccountWord.AIM)
