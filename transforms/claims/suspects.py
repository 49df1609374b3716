"""Single people named as the doer: 'the shooter, identified as X', 'gunman X', 'X is accused of', 'X shot him'."""

from dataclasses import replace
from enum import StrEnum

from expectations.contracts.vocabulary import Kind, Stance
from transforms.claims.account_words import BE
from transforms.claims.accounts import Account, AttackWord, attack_at
from transforms.claims.bodies import TitleWord, title_words
from transforms.claims.described import pronouns
from transforms.claims.grammar import COMMA, FIGURE, OTHER, STOP, Sentence, WordClass
from transforms.claims.lexicon import by_language, words_by_key
from transforms.claims.ontology import classifier
from transforms.claims.particles import COMPLEMENT, ROLE, Ending, endings, owner, singular
from transforms.claims.people import population_of
from transforms.claims.phrases import harm_words, span, verb_start
from transforms.claims.place_text import dates
from transforms.claims.places import is_place
from transforms.claims.tokens import Phrases, phrase_list

NAMED = "named_suspect"
SURNAME = "surname"
"""The rule of a doer named by one word, of which only the article can tell that it is a person's name."""
HURTS = ([Kind.KILLED.value], [Kind.INJURED.value])
SHORTEST = 2
"""Letters of a word that is rather a pronoun."""
CLAUSE = (WordClass.SUBORDINATOR, WordClass.COORDINATOR, WordClass.SAYING)
REACH = 12
LONGEST_NAME = 4
SHORT = 4
CAPITALS = 0.6
"""Share of words with a capital from which on a capital shows no name, as in a headline."""


class Suspicion(StrEnum):
    """The lists of suspicion.toml: on which side of the words the suspect's name stands, or who he is by them."""

    BEHIND = "behind"
    BEFORE = "before"
    ROLE = "role"
    OPEN_ROLE = "open_role"
    NAMED = "named"


@by_language
def _roles() -> Phrases:
    lists = words_by_key("suspicion", Suspicion)
    kinds = (Suspicion.ROLE, Suspicion.OPEN_ROLE)
    return Phrases({word: kind.value for kind in kinds for word in lists[kind]})


@by_language
def _sides() -> Phrases:
    lists = words_by_key("suspicion", Suspicion)
    kinds = (Suspicion.BEHIND, Suspicion.BEFORE)
    return Phrases({word: kind.value for kind in kinds for word in lists[kind]})


@by_language
def _named() -> Phrases:
    return phrase_list("suspicion", Suspicion.NAMED)


@by_language
def suspicion_starts() -> frozenset[str]:
    """First words of everything that may point at a suspect."""
    return _roles().starts | _sides().starts | _named().starts


def suspects(sentence: Sentence, i: int) -> list[Account]:
    """The people at whom the words at token i point."""
    lows = sentence.lows
    found = _sides().at(lows, i)
    if found is not None:
        found_at = _behind(sentence, i + found[0]) if found[1] == Suspicion.BEHIND else _before(sentence, i)
        return _account(sentence, *found_at) if found_at else []
    role = _roles().at(lows, i)
    if role is not None:
        end = i + role[0]
        stance = Stance.UNCONFIRMED if role[1] == Suspicion.OPEN_ROLE else None
        if not _headline(sentence) and (name := _name_at(sentence, end)):
            return _account(sentence, end, name, stance)
        return []
    return _identified(sentence, i) if _named().at(lows, i) else []


def person_subject(sentence: Sentence, i: int, end: int) -> list[Account]:
    """'Jane Roe shot him': a person's name before a verb of killing, whose object follows."""
    if end >= len(sentence.lows) or _headline(sentence):
        return []
    # Of the other verbs of harm only one with people as its object: 'wounded six', not 'executed a warrant'.
    hurts = harm_words().get(sentence.lows[i], "").split()[:1] in HURTS and sentence.classes[end] == FIGURE
    if attack_at(AttackWord.LETHAL, sentence.lows, i) is None and not hurts:
        return []
    object_ = sentence.classes[end] in (FIGURE, WordClass.DETERMINER) or sentence.lows[end] in pronouns()
    j = verb_start(sentence, i)
    if not object_ or any(low in BE for low in sentence.lows[j:i]):
        return []
    name = _name_before(sentence, j)
    if name is not None:
        return _account(sentence, name, j)
    return [replace(account, rule=SURNAME) for account in _account(sentence, j - 1, j)] if _surname(sentence, j) else []


def _surname(sentence: Sentence, j: int) -> bool:
    """One capitalised word before token j that may be a surname, with nothing of a phrase before it."""
    if j == 0 or not _part(sentence, j - 1):
        return False
    word = sentence.tokens[j - 1].text
    other = (
        len(word) <= SHORTEST or is_place(word) or population_of(word.lower()) or population_of(singular(word.lower()))
    )
    if other or any(classifier(root).matches(word) for root in ("party", "cause", "target")):
        return False
    if j == 1:
        return True
    return sentence.classes[j - 2] in (COMMA, STOP, *CLAUSE) or sentence.lows[j - 2] in COMPLEMENT


def _behind(sentence: Sentence, a: int) -> tuple[int, int] | None:
    """The name behind the words, over a title or an age."""
    k = a
    while k < len(sentence.lows) and not sentence.tokens[k].text[:1].isupper() and k - a < LONGEST_NAME:
        k += 1
    name = _name_at(sentence, k)
    return None if name is None else (k, name)


def _before(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """The name before the words; nothing stands between but what commas set off: 'X, 26, a clerk, is accused of'."""
    j = verb_start(sentence, i)
    name = _name_before(sentence, j)
    if name is not None:
        return name, j
    if j > 0 and sentence.classes[j - 1] == WordClass.RELATIVE:
        j -= 1
    if j == 0 or sentence.classes[j - 1] != COMMA:
        return None
    for k in range(max(0, j - 2 - REACH), j - 1):
        end = _name_at(sentence, k)
        if end is not None and end < j and sentence.classes[end] == COMMA:
            return k, end
    return None


def _identified(sentence: Sentence, i: int) -> list[Account]:
    """'The shooter was identified by several outlets as 15-year-old X': the role before, the name behind 'as'."""
    lows = sentence.lows
    roles = _roles()
    if not any(roles.at(lows, k) for k in range(max(0, i - REACH // 2), i)):
        return []
    behind = next((k for k in range(i + 1, min(i + REACH, len(lows))) if lows[k] in ROLE), None)
    found = None if behind is None else _behind(sentence, behind + 1)
    return _account(sentence, *found) if found else []


def _account(sentence: Sentence, a: int, b: int, stance: Stance | None = None) -> list[Account]:
    start, _, text = span(sentence, a, b)
    name = owner(text)
    return [Account(Kind.PERPETRATOR, start, start + len(name), name, "individual", NAMED, a, stance)]


def _headline(sentence: Sentence) -> bool:
    words = [t.text for t in sentence.tokens if t.text.isalpha() and len(t.text) > SHORT]
    return len(words) > 1 and sum(word[0].isupper() for word in words) > CAPITALS * len(words)


@by_language
def _bodies() -> frozenset[str]:
    return frozenset(title_words(TitleWord.BODY))


def _name_at(sentence: Sentence, a: int) -> int | None:
    """The token after a person's name that starts at token a: two capitalised words that are no place, no party."""
    end = a
    while end < min(len(sentence.lows), a + LONGEST_NAME) and _part(sentence, end):
        end += 1
    if end - a < 2:
        return None
    text = span(sentence, a, end)[2]
    first = sentence.tokens[a].text
    other = is_place(text) or is_place(first) or any(classifier(root).matches(text) for root in ("party", "cause"))
    return None if other or not _bodies().isdisjoint(sentence.lows[a:end]) else end


def _name_before(sentence: Sentence, j: int) -> int | None:
    """The first token of a person's name that ends before token j, with nothing of a name before it."""
    a = j
    while a > 0 and j - a < LONGEST_NAME and _part(sentence, a - 1):
        a -= 1
    bound = a > 0 and sentence.classes[a - 1] in (WordClass.PREPOSITION, WordClass.DETERMINER)
    owned = j > 0 and sentence.lows[j - 1].endswith(endings(Ending.POSSESSIVE))
    return a if j - a >= 2 and not bound and not owned and _name_at(sentence, a) == j else None


def _part(sentence: Sentence, k: int) -> bool:
    text = sentence.tokens[k].text
    plain = sentence.classes[k] == OTHER and sentence.lows[k] not in dates() and sentence.lows[k] not in harm_words()
    letters = text.replace("-", "").replace("'", "").replace("’", "")
    return plain and text[:1].isupper() and not text.isupper() and letters.isalpha()
