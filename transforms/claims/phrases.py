"""Noun phrases around a token, roughly: enough words to quote what was hit and who did it."""

from functools import cache

from transforms.claims.grammar import COMMA, FIGURE, OTHER, STOP, Sentence, WordClass
from transforms.claims.lexicon import words_by_key
from transforms.claims.triggers import Form, words

LONGEST = 18
ITEM = 5
A, V, D, P, C = (
    WordClass.AUX,
    WordClass.ADVERB,
    WordClass.DETERMINER,
    WordClass.PREPOSITION,
    WordClass.COORDINATOR,
)
BREAKS = (STOP, WordClass.SUBORDINATOR, WordClass.RELATIVE, WordClass.SAYING, A)
QUOTES = frozenset("\"“”‘’'")
INNER = frozenset({"of", "in", "at", "near", "inside", "outside", "across", "aboard", "from", "on"})


@cache
def _verbs() -> frozenset[str]:
    """Verbs that end a noun phrase: words of harm that are no nouns or adjectives."""
    ends = (Form.ACTIVE.value, Form.INTRANSITIVE.value, Form.PARTICIPLE.value)
    return frozenset(word for word, key in words().items() if key.split()[1] in ends and " " not in word)


@cache
def _days() -> frozenset[str]:
    return frozenset(words_by_key("calendar", ("months", "weekdays"))["weekdays"])


def phrase_after(sentence: Sentence, i: int) -> int:
    """The token after the noun phrase that starts at token i; i where none starts there."""
    lows, classes = sentence.lows, sentence.classes
    j = i
    end = min(i + LONGEST, len(lows))
    while j < end:
        low = lows[j]
        quote = low in QUOTES
        if (classes[j] in BREAKS and not quote) or low in _days() or (low in _verbs() and j > i) or low == ".":
            if low == "." and _initial(sentence, j):
                j += 1
                continue
            break
        if low in (
            "to",
            "as",
            "following",
            "leaving",
            "causing",
            "before",
            "via",
            "saying",
            "amid",
            "during",
            "with",
            "by",
        ):
            break
        if classes[j] == P and low not in INNER and j > i:
            break
        if classes[j] == COMMA and not _listed_place(sentence, j) and not _listed(sentence, j):
            break
        j += 1
    return _trim(sentence, i, j)


def _listed(sentence: Sentence, j: int) -> bool:
    """The comma joins items of a list of things: plain words follow, up to the next comma, 'and' or 'or'."""
    k = j + 1
    while k < len(sentence.lows) and k - j <= ITEM and sentence.classes[k] in (OTHER, FIGURE, D, V):
        if sentence.lows[k] in _verbs():
            return False
        k += 1
    if k >= len(sentence.lows) or k == j + 1 or sentence.classes[k] not in (COMMA, C):
        return False
    return sentence.classes[k] == C or _listed(sentence, k)


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
    return after[:1].isupper() and before[:1].isupper()


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
        if (classes[k] in BREAKS and low not in QUOTES) or low in _verbs() or low in _days() or comma:
            break
        if classes[k] == P and low not in ("of",):
            break
        if low == "." and not _initial(sentence, k):
            break
        k -= 1
    a = k + 1
    while a < j and (classes[a] in (C, V) or lows[a] in QUOTES):
        a += 1
    return a


def span(sentence: Sentence, a: int, b: int) -> tuple[int, int, str]:
    """Code points and words of the tokens a to b (exclusive)."""
    start, end = sentence.tokens[a].start, sentence.tokens[b - 1].end
    return start, end, sentence.text[start:end]


def is_content(sentence: Sentence, a: int, b: int) -> bool:
    """The tokens hold a word that names something."""
    return any(sentence.classes[i] in (OTHER, FIGURE) and sentence.lows[i][:1].isalpha() for i in range(a, b))
