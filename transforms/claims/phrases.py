"""Noun phrases around a token, roughly: enough words to quote what was hit and who did it."""

from enum import StrEnum

from expectations.contracts.vocabulary import Basis
from transforms.claims.grammar import COMMA, FIGURE, OTHER, STOP, Sentence, WordClass
from transforms.claims.lexicon import by_language, word_set, words_by_key
from transforms.claims.ontology import classifier
from transforms.claims.particles import ARTICLES, INFINITIVE, PARTITIVE, ROLE, Ending, endings
from transforms.claims.places import is_place
from transforms.claims.triggers import Form, words

LONGEST = 18
ITEM = 8
SUBJECT = 24
A, V, D, P, C = (
    WordClass.AUX,
    WordClass.ADVERB,
    WordClass.DETERMINER,
    WordClass.PREPOSITION,
    WordClass.COORDINATOR,
)
BREAKS = (STOP, WordClass.SUBORDINATOR, WordClass.RELATIVE, WordClass.SAYING, A)
QUOTES = frozenset("\"“”‘’'")


class PhraseWord(StrEnum):
    """The lists of phrases.toml."""

    END = "end"
    RECENT = "recent"
    SPAN = "span"
    PLACE = "place"
    INNER = "inner"
    BEFORE_DATE = "before_date"
    VERB_TOO = "verb_too"


@by_language
def _listed_words(kind: PhraseWord) -> frozenset[str]:
    return frozenset(words_by_key("phrases", PhraseWord, unique=False)[kind])


INNER = word_set("phrases", PhraseWord.INNER)


@by_language
def _verbs() -> frozenset[str]:
    """Verbs that end a noun phrase: words of harm that are no nouns or adjectives."""
    ends = (Form.ACTIVE.value, Form.INTRANSITIVE.value, Form.PARTICIPLE.value)
    return frozenset(word for word, key in harm_words().items() if key.split()[1] in ends and " " not in word)


@by_language
def harm_words() -> dict[str, str]:
    """Words of harm with their kind and form, as `triggers.words` gives them, kept."""
    return words()


@by_language
def _calendar(kind: str) -> frozenset[str]:
    return frozenset(words_by_key("calendar", ("months", "weekdays"))[kind])


@by_language
def _time_openings() -> frozenset[str]:
    """Words at which a time may start."""
    opening = (PhraseWord.RECENT, PhraseWord.BEFORE_DATE)
    return _calendar("months").union(_calendar("weekdays"), *(_listed_words(kind) for kind in opening))


def starts_time(sentence: Sentence, k: int) -> bool:
    """A date or span of time starts at token k: 'Monday', '31 October', 'last week', 'two days', '1700'."""
    lows = sentence.lows
    if k >= len(lows):
        return False
    low, after = lows[k], lows[k + 1] if k + 1 < len(lows) else ""
    numeral = low[:1].isdigit() or sentence.classes[k] == FIGURE
    if not numeral and low not in _time_openings():
        return False
    months, spans = _calendar("months"), _listed_words(PhraseWord.SPAN)
    if low in _calendar("weekdays") or (low in months and low not in _listed_words(PhraseWord.VERB_TOO)):
        return True
    if low in _listed_words(PhraseWord.RECENT):
        return after in spans or after in _calendar("weekdays")
    if low in _listed_words(PhraseWord.BEFORE_DATE):
        return starts_time(sentence, k + 1)
    return numeral and (after in months or after in spans or (len(low) == 4 and low.isdigit()))


def time_end(sentence: Sentence, k: int) -> int:
    """The token after the date or span of time that starts at token k; k where none does."""
    end = k
    while end < len(sentence.lows) and (
        starts_time(sentence, end)
        or (
            end > k
            and (sentence.lows[end] in _listed_words(PhraseWord.SPAN) or sentence.lows[end] in _calendar("months"))
        )
    ):
        end += 1
    return end


def phrase_after(sentence: Sentence, i: int) -> int:
    """The token after the noun phrase that starts at token i; i where none starts there."""
    lows, classes = sentence.lows, sentence.classes
    j = i
    end = min(i + LONGEST, len(lows))
    while j < end:
        low = lows[j]
        if low == "." and _initial(sentence, j):
            j += 1
            continue
        if (classes[j] in BREAKS and low not in QUOTES) or low == "." or (j > i and low in _verbs()):
            break
        if low in _listed_words(PhraseWord.END) or starts_time(sentence, j):
            break
        if classes[j] == P and j > i and (low not in INNER or starts_time(sentence, j + 1)):
            break
        if classes[j] == COMMA and not _listed_place(sentence, j) and not _listed(sentence, j):
            break
        if (classes[j] == C and j > i and _acts_next(sentence, j + 1)) or (j > i and _opens_sentence(sentence, j)):
            break
        j += 1
    return _trim(sentence, i, j)


def _opens_sentence(sentence: Sentence, j: int) -> bool:
    """An article in capitals that no point stands before, as where a headline runs into its text."""
    text, before = sentence.tokens[j].text, sentence.tokens[j - 1].text
    return sentence.lows[j] in ARTICLES and text[0].isupper() and sentence.classes[j - 1] == OTHER and before.islower()


def _acts_next(sentence: Sentence, k: int) -> bool:
    """A verb or a clause of its own follows 'and': 'the bank and killed two', 'and the police said'."""
    lows, classes = sentence.lows, sentence.classes
    if k >= len(lows) or lows[k] in _verbs() or classes[k] in (A, P, *BREAKS):
        return True
    if k + 1 >= len(lows) or classes[k] != OTHER or lows[k + 1] in PARTITIVE or classifier("target").node(lows[k]):
        return False
    counted = classes[k + 1] == FIGURE and sentence.figures[sentence.figure_at[k + 1]].basis is Basis.STATED
    past = lows[k].endswith(endings(Ending.PARTICIPLE)) and classes[k + 1] in (P, FIGURE)
    return classes[k + 1] == D or counted or past


def _listed(sentence: Sentence, j: int) -> bool:
    """The comma joins items of a list of things: plain words follow, up to the next comma, 'and' or 'or'."""
    lows, classes = sentence.lows, sentence.classes
    k = j + 1
    if k < len(lows) and classes[k] == C:
        return _item(sentence, k + 1) and not _acts_next(sentence, k + 1)
    while k < len(lows) and k - j <= ITEM and _inside_item(sentence, k, j + 1):
        if lows[k] in _verbs():
            return False
        k += 1
    if k >= len(lows) or k == j + 1 or classes[k] not in (COMMA, C):
        return False
    return classes[k] == C or _listed(sentence, k)


def _inside_item(sentence: Sentence, k: int, first: int) -> bool:
    return sentence.classes[k] in (OTHER, FIGURE, D, V) or (sentence.lows[k] in INNER and k > first)


def _item(sentence: Sentence, k: int) -> bool:
    """A thing of a list starts at token k and no verb follows it."""
    lows, classes = sentence.lows, sentence.classes
    first = k
    while k < len(lows) and k - first <= ITEM and _inside_item(sentence, k, first):
        if lows[k] in _verbs():
            return False
        k += 1
    if k == first or (k < len(lows) and classes[k] in (A, WordClass.SAYING)):
        return False
    named = classifier("target").matches(span(sentence, first, k)[2])
    return bool(named) or classes[first] in (D, FIGURE)


def items(sentence: Sentence, a: int, b: int) -> list[tuple[int, int]]:
    """Token bounds of the items of a list, or of the one phrase: cut at commas and 'and'."""
    out: list[tuple[int, int]] = []
    start = a
    for k in range(a, b + 1):
        if k == b or (sentence.classes[k] in (COMMA, C) and not _listed_place(sentence, k)):
            if k > start:
                out.append((start, k))
            start = k + 1
    return out


def _initial(sentence: Sentence, j: int) -> bool:
    return j > 0 and len(sentence.lows[j - 1]) == 1 and j + 1 < len(sentence.lows)


def _listed_place(sentence: Sentence, j: int) -> bool:
    """'Peshawar, Pakistan': the comma lies inside a name."""
    after = sentence.tokens[j + 1].text if j + 1 < len(sentence.tokens) else ""
    before = sentence.tokens[j - 1].text if j > 0 else ""
    if not sentence.text.isupper():
        return after[:1].isupper() and before[:1].isupper()
    if is_place(after.title()):
        return True
    # Where all is in capitals only the noun tells: 'IN UCHIZA, SAN MARTIN DEPARTMENT'.
    return any(low in _listed_words(PhraseWord.PLACE) for low in _until_stop(sentence, j + 1)[1:])


def is_area(sentence: Sentence, a: int, b: int) -> bool:
    """The phrase's head says where and not what: 'the San Miguel neighborhood', 'a street in the capital'."""
    return sentence.lows[head_of(sentence, a, b)] in _listed_words(PhraseWord.PLACE)


def head_of(sentence: Sentence, a: int, b: int) -> int:
    """The last token of the phrase before its first preposition."""
    return next((k for k in range(a + 1, b) if sentence.classes[k] == P or sentence.lows[k] in PARTITIVE), b) - 1


def _until_stop(sentence: Sentence, k: int) -> list[str]:
    end = k
    while end < len(sentence.lows) and end - k < ITEM and sentence.classes[end] == OTHER:
        end += 1
    return sentence.lows[k:end]


def _trim(sentence: Sentence, i: int, j: int) -> int:
    while j > i and (
        sentence.classes[j - 1] in (P, C, V, COMMA, D) or sentence.lows[j - 1] in QUOTES or sentence.lows[j - 1] == "-"
    ):
        j -= 1
    return j


def phrase_before(sentence: Sentence, j: int, longest: int = 8) -> int:
    """The first token of the noun phrase that ends before token j."""
    lows, classes = sentence.lows, sentence.classes
    k = j - 1
    while k >= 0 and j - k <= longest:
        low = lows[k]
        comma = classes[k] == COMMA and not _listed(sentence, k)
        if (classes[k] in BREAKS and low not in QUOTES) or low in _verbs() or low in _calendar("weekdays") or comma:
            break
        if (classes[k] == P and low not in PARTITIVE) or low in ROLE:
            break
        if low == "." and not _initial(sentence, k):
            break
        k -= 1
    a = k + 1
    while a < j and (classes[a] in (C, V) or lows[a] in QUOTES):
        a += 1
    return a


def subject_before(sentence: Sentence, j: int, stops: frozenset[str] = frozenset(), *, listed: bool = True) -> int:
    """The first token of the subject that ends before token j, with what is said of its place.

    'A telephone booth in southern Kyiv' is one; 'In Kyiv a school' is 'a school'. `stops`: further words that end it;
    `listed`: commas join the items of a list or lie in a name.
    """
    lows, classes = sentence.lows, sentence.classes
    k = j - 1
    while k >= 0 and j - k <= SUBJECT:
        low = lows[k]
        joins = listed and (classes[k] != COMMA or _listed(sentence, k) or _listed_place(sentence, k))
        comma = classes[k] == COMMA and not joins
        if (classes[k] in BREAKS and low not in QUOTES) or low in _verbs() or low in stops or comma:
            break
        if (classes[k] == P and low not in INNER) or (low == "." and not _initial(sentence, k)) or low in INFINITIVE:
            break
        if starts_time(sentence, k):
            break
        k -= 1
    a = k + 1
    while a < j and (classes[a] in (C, V, COMMA) or lows[a] in QUOTES):
        a += 1
    if a < j and classes[a] == P and lows[a] not in PARTITIVE:
        # What opens with a preposition says where; the subject starts at the next determiner or figure behind its noun.
        a = next((m for m in range(a + 2, j) if classes[m] in (D, FIGURE) and lows[m] not in PARTITIVE), j - 1)
    return a


def verb_start(sentence: Sentence, i: int) -> int:
    """The first token of the auxiliaries and adverbs before the verb at token i: of 'was later hit' that of 'was'."""
    j = i
    while j > 0 and (sentence.classes[j - 1] in (V, A) or sentence.lows[j - 1].endswith(endings(Ending.ADVERB))):
        j -= 1
    return j


def span(sentence: Sentence, a: int, b: int) -> tuple[int, int, str]:
    """Code points and words of the tokens a to b (exclusive)."""
    start, end = sentence.tokens[a].start, sentence.tokens[b - 1].end
    return start, end, sentence.text[start:end]


def is_content(sentence: Sentence, a: int, b: int) -> bool:
    """The tokens hold a word that names something."""
    return any(sentence.classes[i] in (OTHER, FIGURE) and sentence.lows[i][:1].isalpha() for i in range(a, b))
