"""A sentence read once: tokens, the part each plays, figures with their heads, insertions."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise
from typing import Self

from expectations.contracts.vocabulary import Basis, Kind, Residue
from transforms.claims.described import Person, find_described
from transforms.claims.lexicon import by_language, words_by_key
from transforms.claims.multiples import THING, find_multiples
from transforms.claims.named import find_named
from transforms.claims.numbers import Number, find_in_tokens
from transforms.claims.particles import DEFINITE, PARTITIVE, Ending, endings, owner
from transforms.claims.people import GENERIC, people_words
from transforms.claims.tokens import Phrases, Token, tokenise


class WordClass(StrEnum):
    """The part that a word plays between a figure and the word of harm."""

    AUX = "aux"
    ADVERB = "adverb"
    DETERMINER = "determiner"
    PREPOSITION = "preposition"
    COORDINATOR = "coordinator"
    SUBORDINATOR = "subordinator"
    RELATIVE = "relative"
    SAYING = "saying"


class TollWord(StrEnum):
    """Closed lists around a toll (toll_words.toml)."""

    CONNECTOR = "connector"
    MEASURE = "measure"
    INSERTION = "insertion"
    OLDER = "older"
    EMPTY = "empty"
    REPORT = "report"
    WHOLE = "whole"
    HIT = "hit"
    MEASURED = "measured"
    NOMINAL = "nominal"
    EITHER = "either"
    FARES = "fares"
    THEM = "them"
    PRONOUN = "pronoun"
    ADDED = "added"
    NUMBERING = "numbering"
    LINKING = "linking"
    SUBJECTLESS = "subjectless"
    ACTIVE_AUX = "active_aux"
    TOLD = "told"
    FAMILY = "family"
    ALL = "all"
    JOINT = "joint"
    HEAD_END = "head_end"
    PLACED = "placed"
    OPENING = "opening"
    AMONG = "among"
    CLOSING = "closing"
    TAKES = "takes"
    LIVES = "lives"
    BESIDE = "beside"


STOPS = frozenset(';:()[]"“”|–—?!…►•')
COMMA, STOP, OTHER, FIGURE = "comma", "stop", "other", "figure"
# A head stands within this many words of its figure: 'three young Kurdish fighters'.
HEAD_REACH = 6
DASHES = frozenset("-–—")
APPOSED_REACH = 6
"""Words between those who are counted and the name of the first of them."""


@dataclass(slots=True)
class Figure:
    """A number with what it counts. `np_end`: the token after its head; `population` None where the head says none.

    `people`: the head is a noun for people, or there is none to say otherwise; `thing`: why it counts no people.
    `multiple`: an act whose name counts its victims; `known_by`: how one person without a number is introduced.
    """

    number: Number
    np_end: int
    population: str | None
    people: bool
    known: bool
    thing: Residue | None
    head: str
    basis: Basis = Basis.STATED
    multiple: Kind | None = None
    known_by: str | None = None


@dataclass(slots=True)
class Sentence:
    """A sentence with everything that its readers need. `figure_at`: index of the figure that covers a token, or -1.

    `clauses`: the clauses that were asked for, kept by clauses.py. `unnamed`: the sentence without people by name,
    where it has any.
    """

    text: str
    tokens: list[Token]
    lows: list[str]
    classes: list[str]
    figures: list[Figure]
    figure_at: list[int]
    inserted: list[bool]
    clauses: dict[int, tuple[int, int]] = field(default_factory=dict)
    unnamed: Self | None = None


@by_language
def _classes() -> dict[str, str]:
    words = {w: str(k) for k, found in words_by_key("function_words", WordClass).items() for w in found}
    return {**words, **dict.fromkeys(STOPS, STOP), ",": COMMA}


@by_language
def toll_words(kind: TollWord) -> frozenset[str]:
    """The words of one list of toll_words.toml."""
    return frozenset(words_by_key("toll_words", TollWord, unique=False)[kind])


@by_language
def _insertions() -> Phrases:
    return Phrases(dict.fromkeys(toll_words(TollWord.INSERTION), ""))


@by_language
def _placed() -> Phrases:
    """'dozens on the ground': who is meant needs no noun."""
    return Phrases(dict.fromkeys(toll_words(TollWord.PLACED), ""))


THING_REASONS = (Residue.UNIT, Residue.MONEY, Residue.PERCENT, Residue.DATE, Residue.OTHER_THING)


@by_language
def _things() -> dict[str, Residue]:
    return {w: Residue(k) for k, words in words_by_key("things", THING_REASONS).items() for w in words}


def parse(text: str, *, headline: bool = False, names: bool = False) -> Sentence:
    """Reads a sentence, or a headline, where nouns stand bare; with `names`, people by name and age are figures too.

    Linear in its length.
    """
    tokens = tokenise(text)
    lows = [t.low for t in tokens]
    table = _classes()
    classes = [table.get(w, OTHER) for w in lows]
    sentence = Sentence(text, tokens, lows, classes, [], [-1] * len(tokens), [False] * len(tokens))
    for number in find_in_tokens(text, tokens):
        _add(sentence, _headed(sentence, number))
    for number, kind, doer in find_multiples(text, tokens, lows):
        basis = Basis.STATED if doer is None else Basis.DESCRIBED
        _add(sentence, Figure(number, number.last, doer, False, False, THING, "", basis, multiple=kind))
    for person in find_described(sentence.text, tokens, lows, classes, sentence.figure_at, headline=headline):
        number, population = person.number, person.population
        kept = None if population == GENERIC else population
        _add(
            sentence,
            Figure(number, number.last, kept, True, True, None, person.noun, Basis.DESCRIBED, known_by=person.known_by),
        )
    if names and (persons := list(find_named(text, tokens, lows, classes))):
        sentence.unnamed = _finished(_copied(sentence))
        _add_named(sentence, persons)
    return _finished(sentence)


def _copied(sentence: Sentence) -> Sentence:
    return replace(
        sentence,
        classes=[*sentence.classes],
        figures=[replace(figure) for figure in sentence.figures],
        figure_at=[*sentence.figure_at],
        inserted=[*sentence.inserted],
        clauses={},
    )


def _finished(sentence: Sentence) -> Sentence:
    """With its figures in order, and marked among its words."""
    sentence.figures.sort(key=lambda f: f.number.first)
    for k, figure in enumerate(sentence.figures):
        for i in range(figure.number.first, figure.number.last):
            sentence.figure_at[i] = k
            sentence.classes[i] = FIGURE
    _mark_insertions(sentence)
    return sentence


def _add_named(sentence: Sentence, persons: list[Person]) -> None:
    """Adds those told of by name, whose age is no figure of its own.

    Not where a figure holds a part of the name, nor where the name only says who was counted right before it: 'a man,
    John Roe, 34, was killed', 'three sons, John Roe, 9, …'.
    """
    ends = sorted(f.number.last for f in sentence.figures if f.thing is None and f.people)
    told = -1
    for person in persons:
        number = person.number
        before = max((e for e in (*ends, told) if e <= number.first), default=-1)
        between = sentence.classes[before : number.first] if before >= 0 else []
        near = 0 < len(between) <= APPOSED_REACH and between[-1] in (COMMA, WordClass.COORDINATOR)
        joined = WordClass.COORDINATOR in between and before != told
        if near and not joined and WordClass.AUX not in between:
            told = number.last
            continue
        inside = [f for f in sentence.figures if f.number.first < number.last and number.first < f.number.last]
        if not any(f.thing is None and f.known for f in inside):
            sentence.figures = [f for f in sentence.figures if f not in inside]
            ends = [e for e in ends if not number.first < e <= number.last]
            figure = Figure(number, number.last, None, True, True, None, "", Basis.DESCRIBED, known_by=person.known_by)
            _add(sentence, figure)


def _add(sentence: Sentence, figure: Figure) -> None:
    sentence.figures.append(figure)
    for i in range(figure.number.first, figure.number.last):
        sentence.figure_at[i] = 0


def _headed(sentence: Sentence, number: Number) -> Figure:
    """Finds the noun that the figure counts."""
    lows, classes = sentence.lows, sentence.classes
    possessive = endings(Ending.POSSESSIVE)
    people, things, head_end = people_words(), _things(), toll_words(TollWord.HEAD_END)
    last = min(number.last + HEAD_REACH, len(lows))
    for i in range(number.last, last):
        word = lows[i]
        following = lows[i + 1] if i + 1 < len(lows) else ""
        if (population := people.get(owner(word) if word.endswith(possessive) else word)) is not None:
            # 'nine police officers': the narrower noun may stand first.
            if population == GENERIC and people.get(following, GENERIC) != GENERIC and classes[i + 1] == OTHER:
                continue
            end = i + 2 if people.get(following) and classes[i] == OTHER else i + 1
            return Figure(number, end, None if population == GENERIC else population, True, True, None, word)
        # 'no reports of injuries': what is not there is harm, and not the reports.
        absent = number.anchor == 0 and word in toll_words(TollWord.REPORT)
        later = i > number.last and things.get(word) is Residue.DATE
        if word in things and people.get(following) is None and not (later or absent):
            return Figure(number, i + 1, None, False, False, things[word], word)
        ends = word in head_end or word in DASHES or (word in DEFINITE and i == number.last)
        if classes[i] not in (OTHER, WordClass.DETERMINER, WordClass.ADVERB) or ends:
            placed = i == number.last and _placed().at(lows, i) is not None
            return Figure(number, number.last, None, True, placed, None, "")
    return Figure(number, number.last, None, True, False, None, "")


def _mark_insertions(sentence: Sentence) -> None:
    """Marks ', including two children,' and ', two children among them,': parts, not the subject of the verb."""
    lows, classes = sentence.lows, sentence.classes
    phrases = _insertions()
    hits = [i for i in phrases.hits(lows) if phrases.at(lows, i)]
    if not hits:
        return
    edges = [-1, *(i for i, c in enumerate(classes) if c in (COMMA, STOP)), len(lows)]
    for a, b in pairwise(edges):
        found = next((i for i in hits if a < i < b), None)
        if found is None:
            continue
        # ', two of them children': the figure opens the insertion.
        opened = found == a + 2 and lows[found] in PARTITIVE and sentence.figure_at[a + 1] >= 0 and a >= 0
        leads = found == a + 1 or opened or lows[found] in toll_words(TollWord.OPENING)
        last = found + (phrases.at(lows, found) or (1, ""))[0]
        closes = lows[found] in toll_words(TollWord.AMONG) or lows[last - 1] in toll_words(TollWord.CLOSING)
        trails = last >= b - 1 and closes
        if leads or trails:
            start = found if leads and not opened else a + 1
            for i in range(start, _insertion_end(sentence, start, b) if leads and not opened else b):
                sentence.inserted[i] = True


def _insertion_end(sentence: Sentence, start: int, end: int) -> int:
    """'a family of four including two children was killed': a verb behind a noun for people ends it, comma or none."""
    people, past = people_words(), endings(Ending.PARTICIPLE)
    for i in range(start + 2, end):
        verb = sentence.classes[i] == WordClass.AUX or sentence.lows[i].endswith(past)
        if verb and sentence.lows[i - 1] in people:
            return i
    return end
