"""Numbers that no rule claimed, looked at once more with a dependency parse: the optional `--deep`.

A number becomes a claim where a word of harm is the noun that it counts by, or governs that noun as its verb: 'Of the
miners below, rescuers said, 14 were by then known to have been killed.' Labels are those of CLEAR (spaCy's English
pipelines) and of Universal Dependencies. Everything else of the claim is read as ever.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Protocol, Self

from expectations.contracts.vocabulary import Kind, Residue
from transforms.claims.account_words import NEGATIONS
from transforms.claims.grammar import Sentence
from transforms.claims.harm_lists import Harm
from transforms.claims.lexicon import by_language
from transforms.claims.number_words import number_words
from transforms.claims.particles import INFINITIVE, PARTITIVE, word_at
from transforms.claims.passages import Passage
from transforms.claims.reading import Dated, Reading, with_harms
from transforms.claims.triggers import Form, Trigger, words

RULE = "deep"


class Word(Protocol):
    """A token of a parse, as spaCy has it."""

    @property
    def text(self) -> str:
        """As written."""

    @property
    def idx(self) -> int:
        """Its first code point in the text."""

    @property
    def dep_(self) -> str:
        """Its relation to its head."""

    @property
    def head(self) -> Self:
        """The word that governs it; the root governs itself."""

    @property
    def children(self) -> Iterator[Self]:
        """The words that it governs."""


Parser = Callable[[Sequence[str]], Iterable[Iterable[Word]]]
"""Texts to parses, in their order."""


class Relation(StrEnum):
    """Labels of a parse: names of the two schemes, in every language the same."""

    NUMMOD, QUANTMOD, ADVMOD, AMOD, NMOD, NEG = "nummod", "quantmod", "advmod", "amod", "nmod", "neg"
    COMPOUND, FLAT, CONJ, APPOS, POSS = "compound", "flat", "conj", "appos", "poss"
    PREP, POBJ, AUX, MARK = "prep", "pobj", "aux", "mark"
    NSUBJ, NSUBJPASS, NSUBJ_PASS = "nsubj", "nsubjpass", "nsubj:pass"
    DOBJ, OBJ, DATIVE, IOBJ = "dobj", "obj", "dative", "iobj"
    ACL, RELCL, ACL_RELCL = "acl", "relcl", "acl:relcl"
    ACOMP, ATTR, XCOMP, OPRD, CCOMP = "acomp", "attr", "xcomp", "oprd", "ccomp"


LINKED = frozenset({Relation.PREP, Relation.POBJ})
SUBJECT = frozenset({Relation.NSUBJ, Relation.NSUBJPASS, Relation.NSUBJ_PASS})
OBJECT = frozenset({Relation.DOBJ, Relation.OBJ, Relation.DATIVE, Relation.IOBJ})
CLAUSE = frozenset({Relation.ACL, Relation.RELCL, Relation.ACL_RELCL})
COMPLEMENT = frozenset({Relation.ACOMP, Relation.ATTR, Relation.XCOMP, Relation.OPRD, Relation.CCOMP})
MARKS = frozenset({Relation.AUX, Relation.MARK})
NOMINAL = (Relation.COMPOUND, Relation.FLAT, Relation.CONJ, Relation.APPOS, Relation.POSS)
INNER = frozenset({*NOMINAL, Relation.NUMMOD, Relation.QUANTMOD, Relation.ADVMOD, Relation.AMOD, Relation.NMOD})
SUFFERED = (Form.PARTICIPLE, Form.INTRANSITIVE, Form.PREDICATIVE)
FOLLOWS = (Form.PARTICIPLE, Form.INTRANSITIVE)
DONE = (Form.ACTIVE, Form.PARTICIPLE, Form.SEARCH)
STEPS = 6
"""Relations between a number and the word that its phrase hangs on."""


@by_language
def _harm_words() -> dict[str, tuple[Kind, Form]]:
    found = ((word, key.split()) for word, key in words().items() if " " not in word)
    return {word: (Kind(kind), Form(form)) for word, (kind, form) in found}


def deepened(read: Sequence[tuple[Passage, Dated, Reading]], parser: Parser) -> list[Reading]:
    """The readings, with the claims that a parse adds; asked are only passages with a number left `unhandled`."""
    out = [reading for _, _, reading in read]
    asked = [k for k, reading in enumerate(out) if any(r.reason is Residue.UNHANDLED for r in reading.rest)]
    for k, parse in zip(asked, parser([read[k][0].text for k in asked]), strict=True):
        passage, published, reading = read[k]
        harms = list(_harms(reading, list(parse)))
        if harms:
            out[k] = with_harms(reading, passage, published, harms)
    return out


def _harms(reading: Reading, parse: list[Word]) -> Iterator[Harm]:
    sentence = reading.sentence
    left = {r.start for r in reading.rest if r.reason is Residue.UNHANDLED}
    for k, figure in enumerate(sentence.figures):
        number = figure.number
        if number.start not in left or not figure.people:
            continue
        at = sentence.tokens[number.last - 1]
        word = next((w for w in parse if w.idx <= at.start < w.idx + len(w.text)), None)
        # 'one of the five', 'Image 7 of 11': whose place is told, not whose number.
        if word_at(sentence.lows, number.last) in PARTITIVE and _numbered(sentence, number.last + 1):
            continue
        # Without a noun for people the figure itself must be who was harmed: '50 were killed', no age and no caption.
        if word is None or not (figure.known or word.dep_ in SUBJECT | OBJECT):
            continue
        found = _harm_of(word)
        if found is not None:
            harm, kind, form = found
            yield Harm(k, kind, RULE, _trigger(sentence, harm, kind, form))


def _numbered(sentence: Sentence, i: int) -> bool:
    return any(k >= 0 for k in sentence.figure_at[i : i + 2])


def _harm_of(word: Word) -> tuple[Word, Kind, Form] | None:
    """The word of harm that the number's phrase counts or hangs on."""
    joined = False
    for _ in range(STEPS):
        # '12 people killed'; '12 deaths', 'the deaths of a man and 12 women', but not '12 deaths and 30 patients'.
        own = next(
            (found for c in word.children if c.dep_ in CLAUSE and (found := _says(c, FOLLOWS)) is not None), None
        )
        own = own or (None if joined else _says(word, (Form.NOUN,)))
        if own is not None or word.dep_ in SUBJECT | OBJECT:
            return own or _governing(word)
        joined = word.dep_ == Relation.CONJ or (joined and word.dep_ not in LINKED)
        partitive = word.dep_ in LINKED and any(w.text.lower() in PARTITIVE for w in (word, word.head))
        # '241 of 242 died': the whole, not the dead.
        whole = word.text.lower() in PARTITIVE and _figure(word.head)
        if word.head is word or whole or not (word.dep_ in INNER or partitive):
            break
        word = word.head
    return None


def _governing(word: Word) -> tuple[Word, Kind, Form] | None:
    """What befell a subject, or what was done to an object; 'to kill 12' tells of a plan."""
    if word.dep_ in SUBJECT:
        return _suffered(word.head)
    intended = any(child.text.lower() in INFINITIVE and child.dep_ in MARKS for child in word.head.children)
    return None if intended else _says(word.head, DONE)


def _figure(word: Word) -> bool:
    return word.text[:1].isdigit() or word.text.lower() in number_words().cardinals


def _suffered(verb: Word) -> tuple[Word, Kind, Form] | None:
    """What befell the subject; with an object it is what the subject did."""
    children = list(verb.children)
    if any(child.dep_ in OBJECT for child in children):
        return None
    if (own := _says(verb, SUFFERED)) is not None:
        return own
    # 'are dead', 'were known to have been killed', 'was reported missing'.
    return next((own for c in children if c.dep_ in COMPLEMENT and (own := _suffered(c)) is not None), None)


def _says(word: Word, forms: tuple[Form, ...]) -> tuple[Word, Kind, Form] | None:
    found = _harm_words().get(word.text.lower())
    negated = any(child.dep_ == Relation.NEG or child.text.lower() in NEGATIONS for child in word.children)
    return None if found is None or found[1] not in forms or negated else (word, *found)


def _trigger(sentence: Sentence, word: Word, kind: Kind, form: Form) -> Trigger | None:
    at = next((i for i, token in enumerate(sentence.tokens) if token.start == word.idx), None)
    return None if at is None else Trigger(at, at + 1, kind, form)
