"""Whether a figure on the left of a word of harm is who was harmed, and not the doer, the speaker or nobody."""

from expectations.contracts.vocabulary import Kind
from transforms.claims.account_words import NEGATIONS
from transforms.claims.described import Introduction, objects
from transforms.claims.grammar import COMMA, FIGURE, OTHER, STOP, Figure, Sentence, TollWord, WordClass, toll_words
from transforms.claims.particles import COMPLEMENT, DEFINITE, NEGATIVE, PARTITIVE, Ending, endings
from transforms.claims.people import population_of
from transforms.claims.triggers import Form, Trigger

A, V = WordClass.AUX, WordClass.ADVERB
# Behind a participle they show that it has no object.
NO_OBJECT = (
    *(WordClass.PREPOSITION, COMMA, STOP, A, WordClass.RELATIVE, WordClass.COORDINATOR),
    *(WordClass.SUBORDINATOR, WordClass.SAYING),
)
# The lower bounds of vague words that count anything: some, many, several, few.
VAGUE_LOWS = (1, 2, 3)


def may_count(s: Sentence, figure: Figure, t: Trigger, *, passive: bool) -> bool:
    """The figure counts who met the harm of the word behind it; `passive`: a form of 'be' stands before that word."""
    if _names_only(s, figure, t) or _reports(s, figure, t) or _denied(s, figure, t):
        return False
    if t.form is Form.PARTICIPLE and not passive and (_acts(s, figure, t) or _objects_follow(s, t)):
        return False
    return figure.number.anchor != 0 or figure.known or _none_counts(s, figure, t)


def _reports(s: Sentence, figure: Figure, t: Trigger) -> bool:
    """'Residents reported the death of two': whoever does something with a death has not died."""
    if figure.known_by is None or figure.number.last == t.start:
        return False
    # 'The mayor asked for another shot': a noun, though it might be a participle.
    return t.form is Form.NOUN or (t.form is Form.PARTICIPLE and s.classes[t.start - 1] == WordClass.DETERMINER)


def _acts(s: Sentence, figure: Figure, t: Trigger) -> bool:
    """'the driver shot his wife': the person on the left does the harm."""
    if figure.known_by in (None, Introduction.INDEFINITE) or t.end >= len(s.lows):
        return False
    ends = s.classes[t.end] in NO_OBJECT or s.lows[t.end] in toll_words(TollWord.HEAD_END)
    return not ends and s.lows[t.end] != "."


def _denied(s: Sentence, figure: Figure, t: Trigger) -> bool:
    """'The driver was not hurt'."""
    i = t.start - 1
    while i > figure.number.last and s.classes[i] in (A, V) and s.lows[i] not in NEGATIONS:
        i -= 1
    return figure.number.anchor != 0 and i >= figure.number.last and s.lows[i] in NEGATIONS


def _objects_follow(s: Sentence, t: Trigger) -> bool:
    """'Several gunmen killed the mayor': what follows is who was harmed, so that the subject did it."""
    return t.end < len(s.lows) and s.lows[t.end] in objects()


def _names_only(s: Sentence, figure: Figure, t: Trigger) -> bool:
    """'one of the slain victims', 'several survivors', 'some funerals for those killed': nobody is counted."""
    number = figure.number
    if number.anchor is not None:
        between = s.lows[number.last : t.start]
        whole = len(between) == 2 and between[0] in PARTITIVE and between[1] in DEFINITE
        return number.anchor == 1 and whole
    if t.form is Form.NOUN and t.kind is Kind.RESCUED:
        return True
    unsaid = figure.head == "" and t.start > number.last and s.classes[number.last] == OTHER
    return unsaid and number.low in VAGUE_LOWS


def _none_counts(s: Sentence, figure: Figure, t: Trigger) -> bool:
    """'no deaths', 'nobody was hurt', 'no reports of injuries'; but not 'no group … killed'."""
    number = figure.number
    if number.text.lower() not in NEGATIVE:
        return True
    between = [s.lows[j] for j in range(number.last, t.start) if s.classes[j] != V]
    return not between or any(w in toll_words(TollWord.REPORT) for w in between)


def relative(s: Sentence, i: int, t: Trigger) -> bool:
    """'four victims that had been shot': the relative at token i stands for the people right before it."""
    verb = range(i + 1, t.start)
    people = i > 0 and (s.classes[i - 1] == FIGURE or population_of(s.lows[i - 1]) is not None)
    return people and s.lows[i] in COMPLEMENT and len(verb) > 0 and all(s.classes[j] in (A, V) for j in verb)


def since(s: Sentence, i: int, t: Trigger) -> bool:
    """'after being shot': the subject of the main clause is who was shot."""
    between = range(i + 1, t.start)
    verb = len(between) > 0 and all(s.classes[j] in (A, V) for j in between)
    # 'have since been shot' opens no clause.
    opens = s.lows[i + 1].endswith(endings(Ending.GERUND)) or s.classes[i - 1] == A
    return verb and opens and t.form is Form.PARTICIPLE
