"""How far a source's words reach: the noun phrase behind 'according to', the subject before 'said'."""

from dataclasses import dataclass

from expectations.contracts.vocabulary import Basis
from transforms.claims.grammar import COMMA, FIGURE, OTHER, STOP, Sentence, WordClass
from transforms.claims.particles import (
    ADDITIVE,
    ADVERSATIVE,
    ALTERNATIVE,
    INDEFINITE,
    ON_DAY,
    RELATIVE_THING,
    Ending,
    endings,
    owner,
    word_at,
)
from transforms.claims.source_words import AttributionWord, lists, speaking, time_words


@dataclass(frozen=True)
class Params:
    """`longest`: words in a source; `gives_within`: words between a verb of counting and its figure."""

    longest: int = 16
    gives_within: int = 10
    tail: int = 6


A, V, D, P = WordClass.AUX, WordClass.ADVERB, WordClass.DETERMINER, WordClass.PREPOSITION
JOINTS = ADDITIVE | ADVERSATIVE | ALTERNATIVE
ASIDE, NOUN_REACH = 8, 4
DOUBLE, SINGLE = frozenset('"“”'), frozenset("'‘’")
LOOSE = (P, D, WordClass.COORDINATOR)
BREAKS = (STOP, WordClass.SUBORDINATOR, WordClass.RELATIVE, WordClass.SAYING, A)


def is_mark(sentence: Sentence, i: int) -> bool:
    """A quotation mark, double or single; an apostrophe that ends a plural ('officials\' count') is none."""
    low = sentence.lows[i]
    if low in DOUBLE:
        return True
    possessive = (
        i > 0
        and sentence.lows[i - 1].endswith(endings(Ending.PLURAL))
        and sentence.tokens[i - 1].end == sentence.tokens[i].start
    )
    return low in SINGLE and not (possessive and low != "‘")


def is_figure(sentence: Sentence, i: int) -> bool:
    """A figure stands there; 'a senior official' is told of without one."""
    return sentence.classes[i] == FIGURE and sentence.figures[sentence.figure_at[i]].basis is Basis.STATED


def phrase_end(sentence: Sentence, i: int, params: Params) -> int:
    """The token after the source that starts at token i; i where none starts there."""
    lows, classes = sentence.lows, sentence.classes
    j = i
    # 'two officials', 'one source': the figure counts those who speak.
    if i < len(lows) and is_figure(sentence, i):
        behind = sentence.figures[sentence.figure_at[i]].number.last
        j = behind if _counts_speakers(sentence, behind) else i
    while j < len(lows) and j - i < params.longest:
        if is_figure(sentence, j) or (classes[j] in BREAKS and lows[j] not in ("(", ")")):
            break
        if is_mark(sentence, j) or (lows[j] == ")" and "(" not in lows[i:j]):
            break
        if _is_time(sentence, i, j) or (lows[j] in ON_DAY and word_at(lows, j + 1) in time_words()):
            break
        if lows[j] == "." and not _abbreviation(sentence, j):
            break
        if classes[j] == COMMA:
            if _appositive(sentence, j):
                j += 1
                continue
            break
        j += 1
    while j > i and (classes[j - 1] in (COMMA, P, WordClass.COORDINATOR, V) or lows[j - 1] in (".", "'", "’")):
        j -= 1
    return j


def _counts_speakers(sentence: Sentence, i: int) -> bool:
    """'one former senior official': behind the figure stands a noun for those who speak."""
    ahead = sentence.lows[i : i + NOUN_REACH]
    return any(w in speaking() for w in ahead[: next((k for k, w in enumerate(ahead) if not w.isalpha()), len(ahead))])


def _is_time(sentence: Sentence, i: int, j: int) -> bool:
    """A word of time ends the phrase; 'early results', 'the latest', 'a September poll' begin with one."""
    return sentence.lows[j] in time_words() and j > i and sentence.classes[j - 1] not in (D, P)


def _abbreviation(sentence: Sentence, j: int) -> bool:
    """'Lt.', 'U.S.': the point belongs to the word before it."""
    word = sentence.tokens[j - 1].text if j > 0 else ""
    return j + 1 < len(sentence.lows) and (len(word) == 1 or (word[:1].isupper() and len(word) <= 4))


def _appositive(sentence: Sentence, comma: int) -> bool:
    """', a Central Command spokesperson' belongs to the name before the comma."""
    after = sentence.lows[comma + 1 : comma + 9]
    if word_at(after, 0) not in lists()[AttributionWord.APPOSITION]:
        return False
    authority = lists()[AttributionWord.AUTHORITY]
    until = after[: next((k for k, w in enumerate(after) if w in (",", ".", ";")), len(after))]
    verbs = lists()[AttributionWord.APPOSITION_VERB]
    return not authority.isdisjoint(until) and verbs.isdisjoint(until)


def closes_apposition(sentence: Sentence, comma: int) -> bool:
    """The comma before the verb closes an apposition: 'Karen Roxberry, a spokesperson, said'."""
    return head_end(sentence, comma) is not None


def head_end(sentence: Sentence, comma: int, *, placed: bool = True) -> int | None:
    """The comma that ends the name before the appositions closed by `comma`; None where it closes none.

    'Ann Lee, 63, who runs the clinic, said': behind 'Lee'. `placed`: a bare name may close
    it ('the mayor of Nice, France, said').
    """
    k = comma - 1
    while (
        k >= 0 and sentence.classes[k] != COMMA and not (sentence.classes[k] == STOP and sentence.lows[k] not in "()")
    ):
        k -= 1
    if k <= 0 or sentence.classes[k] != COMMA or not _apposed(sentence, k + 1, comma, placed=placed):
        return None
    earlier = head_end(sentence, k, placed=False)
    head = k if earlier is None else earlier
    last = head - 1
    if sentence.lows[last] == ")" and "(" in sentence.lows[:last]:
        last = max(i for i in range(last) if sentence.lows[i] == "(") - 1
    named = sentence.tokens[last].text[:1].isupper() or _authority(sentence, last + 1)
    return head if last >= 0 and named else None


def _apposed(sentence: Sentence, a: int, b: int, *, placed: bool) -> bool:
    """The words between two commas say more of the name before them: office, age, place, relative clause."""
    lows, classes, known = sentence.lows, sentence.classes, lists()
    if b <= a or lows[a] in JOINTS:
        return False
    if classes[a] == WordClass.RELATIVE or lows[a] in known[AttributionWord.APPOSED]:
        return True
    # ', 63,' and ', then 38,'.
    if is_figure(sentence, b - 1):
        return b - a == 1 or (b - a == 2 and lows[a] in known[AttributionWord.BEFORE_AGE])
    if classes[a] == P:
        return placed and _opens(sentence, a - 1) and b - a <= ASIDE
    if any(classes[k] in (A, WordClass.SAYING) and lows[k] not in known[AttributionWord.KEPT_AUX] for k in range(a, b)):
        return False
    named = all(sentence.tokens[k].text[:1].isupper() or lows[k] == "." for k in range(a, b)) and b - a <= 3
    owned = any(lows[k].endswith(endings(Ending.POSSESSIVE)) for k in range(a, b))
    told = lows[a].endswith(endings(Ending.PARTICIPLE) + endings(Ending.GERUND))
    return (named and placed) or told or owned or classes[a] == D or lows[a] in INDEFINITE or _authority(sentence, b, a)


def _opens(sentence: Sentence, comma: int) -> bool:
    """Nothing but a name or a body stands before the comma: 'Mr Kral, in a brief interview, said'."""
    first = 1 if is_mark(sentence, 0) else 0
    words = range(first, comma)
    bare = all(sentence.classes[k] in (OTHER, D) and not is_figure(sentence, k) for k in words)
    return bare and 0 < len(words) <= ASIDE and may_be_source(sentence, first, comma)


def _authority(sentence: Sentence, end: int, start: int | None = None) -> bool:
    words = sentence.lows[end - 1 if start is None else start : end]
    return any(w in speaking() for w in words)


def subject_start(sentence: Sentence, j: int, params: Params) -> int | None:
    """Where the subject that ends before token j starts; None where it cannot be told."""
    lows, classes = sentence.lows, sentence.classes
    closed = head_end(sentence, j - 1) if j > 0 and classes[j - 1] == COMMA else None
    last = j if closed is None else closed
    k = last - 1
    while k >= 0 and last - k <= params.longest:
        if classes[k] == COMMA or _ends_subject(sentence, k, j) or _opens_bracket(sentence, k, j):
            break
        k -= 1
    if k == j - 1 and k > 0 and (classes[k] == WordClass.RELATIVE or lows[k] in RELATIVE_THING):
        return k
    if k >= 0 and last - k > params.longest:
        return None
    a = k + 1
    # 'Two officials said'.
    if k >= 0 and is_figure(sentence, k) and a < j and _counts_speakers(sentence, a):
        a = sentence.figures[sentence.figure_at[k]].number.left
    while a < j and (classes[a] in (WordClass.COORDINATOR, V) or lows[a] in lists()[AttributionWord.BEFORE_SUBJECT]):
        a += 1
    # 'At 17:30 the service counted': the time stands before the subject without a comma.
    if a < j and classes[a] == P:
        a = next((i + 1 for i in range(a, j) if ":" in lows[i] or lows[i] in time_words()), a)
    return a


def _opens_bracket(sentence: Sentence, k: int, j: int) -> bool:
    """A bracket opens at token k that is still open at token j: '(the paper says …)'."""
    return sentence.lows[k] == "(" and ")" not in sentence.lows[k:j]


def _ends_subject(sentence: Sentence, k: int, j: int) -> bool:
    """The token belongs to no subject that ends before token j: a full stop, a verb, a new clause."""
    low = sentence.lows[k]
    if low == ".":
        return not _abbreviation(sentence, k)
    if is_mark(sentence, k):
        return True
    return (
        is_figure(sentence, k)
        or (sentence.classes[k] in BREAKS and low not in ("(", ")"))
        or _new_clause(sentence, k, j)
    )


def _new_clause(sentence: Sentence, k: int, j: int) -> bool:
    """'… and the ministry said': the conjunction opens a clause, it does not join two sources."""
    joins = sentence.classes[k] == WordClass.COORDINATOR
    return joins and k + 3 < j and sentence.lows[k + 1] not in speaking()


def may_be_source(sentence: Sentence, a: int, b: int, *, named: bool = False) -> bool:
    """The tokens name someone who can be quoted: an authority or a name, no event and no pronoun.

    `named`: the cue itself says that a source follows ('according to'), so that any noun will do.
    """
    lows = sentence.lows
    words = [owner(w) for w in lows[a:b]]
    known = lists()
    counted = b - a > 1 and is_figure(sentence, a) and any(w in speaking() for w in words)
    if (
        not words
        or sentence.classes[a] in (P, A)
        or (is_figure(sentence, a) and not counted)
        or words[0] in known[AttributionWord.NO_HEAD]
        or not sentence.tokens[a].text[0].isalnum()
        or sentence.classes[b - 1] in LOOSE
        or words[0] in known[AttributionWord.GROUP_PRONOUN]
        or any(w in known[AttributionWord.UNCERTAIN] for w in words[:2])
    ):
        return False
    authority = any(w in speaking() or w in known[AttributionWord.DOCUMENT] for w in words)
    capitals = [i for i in range(a, b) if sentence.tokens[i].text[:1].isupper() and sentence.classes[i] == OTHER]
    # A capital at the start of the sentence says nothing by itself.
    name = any(i > 0 for i in capitals) or (len(capitals) == b - a <= 3)
    if any(w in known[AttributionWord.NO_SOURCE] for w in words) and not authority:
        return False
    return authority or name or (named and words[-1].isalpha() and words[0] not in known[AttributionWord.PRONOUN])


def is_name(sentence: Sentence, a: int, b: int) -> bool:
    """A person's name and no more: one to three capitalised words, not at the very start alone."""
    words = sentence.tokens[a:b]
    return 1 <= len(words) <= 3 and all(t.text[:1].isupper() and t.text.isalpha() for t in words)
