"""Searching a sentence from a word of harm: the figure on its left, on its right, behind a toll's verb."""

from dataclasses import dataclass

from expectations.contracts.vocabulary import Kind, Residue
from transforms.claims.accounts import AttackWord, attack_words
from transforms.claims.described import parents
from transforms.claims.distractors import reason
from transforms.claims.grammar import COMMA, FIGURE, OTHER, STOP, Figure, Sentence, TollWord, WordClass, toll_words
from transforms.claims.harm_counts import may_count, relative, since
from transforms.claims.lexicon import word_set
from transforms.claims.particles import (
    AGENT,
    DEFINITE,
    INDEFINITE,
    INFINITIVE,
    ORIGIN,
    PARTITIVE,
    RELATIVE_THING,
    word_at,
)
from transforms.claims.people import population_of
from transforms.claims.phrases import starts_time
from transforms.claims.triggers import Form, Trigger
from transforms.claims.weapons import counts_weapons, names_weapon


@dataclass(frozen=True)
class Params:
    """How many words may lie between a figure and the word of harm.

    `passive_reach`: with a form of 'be'; `adjacent_reach`: in a phrase without one; `intransitive_reach`: before a verb
    like 'died'; `toll_reach`: behind a toll noun; `search_reach`: before an object; `none_reach`: between 'no reports
    of' and its noun; `list_reach`: between two figures of one list.
    """

    passive_reach: int = 14
    adjacent_reach: int = 5
    intransitive_reach: int = 10
    toll_reach: int = 30
    search_reach: int = 4
    none_reach: int = 6
    list_reach: int = 8


A, V, D, P = WordClass.AUX, WordClass.ADVERB, WordClass.DETERMINER, WordClass.PREPOSITION
C, R, W, Q = WordClass.COORDINATOR, WordClass.SUBORDINATOR, WordClass.RELATIVE, WordClass.SAYING
QUOTES = frozenset("\"“”'‘’")
# Numbers that stand inside a phrase without ending it: 'a man of 45 had died'.
ASIDE = (Residue.AGE, Residue.DATE, Residue.CLOCK)
SUBJECTLESS = word_set("toll_words", TollWord.SUBJECTLESS)
ASIDE_REACH = 10
"""Tokens of a bracket, or of the last items of a list."""
FAMILY, TOLD = word_set("toll_words", TollWord.FAMILY), word_set("toll_words", TollWord.TOLD)
ALL = word_set("toll_words", TollWord.ALL)
ACTIVE_AUX = word_set("toll_words", TollWord.ACTIVE_AUX)


class Search:
    """A sentence, its words of harm, and why each of its figures counts no people (`things`)."""

    def __init__(self, sentence: Sentence, triggers: list[Trigger], params: Params) -> None:
        self.s = sentence
        self.params = params
        self.trigger_at: dict[int, Trigger] = {i: t for t in triggers for i in range(t.start, t.end)}
        no_people = [self._of_parent, self._is_reference]
        if names_weapon(sentence):
            no_people.append(self._is_weapon)
        self.things = [
            Residue.OTHER_THING if any(rule(f) for rule in no_people) else reason(sentence, f) for f in sentence.figures
        ]

    def _of_parent(self, figure: Figure) -> bool:
        """'the mother of three': children who are not among the harmed."""
        first = figure.number.first
        return first > 1 and self.s.lows[first - 1] in PARTITIVE and self.s.lows[first - 2] in parents()

    def _is_reference(self, figure: Figure) -> bool:
        """'[12]': the number of a footnote."""
        number = figure.number
        before = self.s.lows[number.first - 1] if number.first else ""
        return before == "[" and self.s.lows[number.last : number.last + 1] == ["]"]

    def _is_weapon(self, figure: Figure) -> bool:
        """'three of 12 drones were shot down'."""
        return not figure.known and figure.number.anchor != 0 and counts_weapons(self.s, figure)

    def only_qualifies(self, t: Trigger) -> bool:
        """'nine survivors were arrested', '52 injured people are in hospital': who they are, not what befell them."""
        if t.form is Form.NOUN:
            return t.kind is Kind.RESCUED
        # 'Twelve of the wounded later died.'
        of_these = self.s.lows[t.start - 1] in DEFINITE and word_at(self.s.lows, t.start - 2) in PARTITIVE
        if of_these and t.start > 2 and self.s.classes[t.start - 3] == FIGURE:
            return any(other.start >= t.end and other.kind is Kind.KILLED for other in self.trigger_at.values())
        after = self.s.lows[t.end] if t.end < len(self.s.lows) else ""
        figure_before = t.start > 0 and self.s.classes[t.start - 1] == FIGURE
        return t.form is Form.PARTICIPLE and figure_before and population_of(after) is not None

    def is_event_noun(self, t: Trigger) -> bool:
        """'the shooting Two women …': a noun for the event, no verb with an object."""
        before = self.s.classes[t.start - 1] if t.start > 0 else STOP
        return before in (OTHER, D) and attack_words(AttackWord.NOUN).at(self.s.lows, t.start) is not None

    def intended(self, t: Trigger) -> bool:
        """'threatened to kill 10 judges': an infinitive tells of a plan, unless what stands before says it was done."""
        if t.start < 2 or self.s.lows[t.start - 1] not in INFINITIVE:
            return False
        return attack_words(AttackWord.PURPOSE).at([self.s.lows[t.start - 2]], 0) is None

    def passive(self, t: Trigger) -> bool:
        """A form of 'be' stands before the word of harm."""
        i = t.start - 1
        while i >= 0 and self.s.classes[i] in (V, D, Q):
            i -= 1
        return i >= 0 and self.s.classes[i] == A and self.s.lows[i] not in ACTIVE_AUX

    def left(self, t: Trigger, reach: int, *, passive: bool) -> int | None:
        """The nearest figure on the left with at most `reach` words between; `passive` lets phrases stand between."""
        s = self.s
        i, words, main = t.start - 1, 0, False
        while i >= 0 and words <= reach:
            kind = s.classes[i]
            if kind == FIGURE:
                k = s.figure_at[i]
                number = s.figures[k].number
                aside = self.things[k] in ASIDE or (s.inserted[i] and not s.inserted[t.start])
                if aside or self.is_whole(k) or (passive and self._governed(k)):
                    i = number.first - 1
                    words += 1
                    continue
                counts = self.things[k] is None and may_count(s, s.figures[k], t, passive=self.passive(t))
                return k if counts and (not main or self._opens(k)) else None
            other = self.trigger_at.get(i)
            aside = s.inserted[i] and not s.inserted[t.start]
            if other is not None and not aside and not self.only_qualifies(other):
                return None
            if s.lows[i] == ")" and (opened := self._opened(i)) is not None:
                i = opened - 1
                continue
            reported = kind == Q and i + 1 == t.start and t.form in (Form.PARTICIPLE, Form.PREDICATIVE)
            if kind == R and since(s, i, t):
                i, main = i - 1, True
                continue
            if kind == R and relative(s, i, t):
                i -= 1
                continue
            if kind == COMMA and (opened := self._aside(i, t)) is not None:
                i = opened - 1
                continue
            if kind in (STOP, R, Q) and s.lows[i] not in QUOTES and not reported:
                return None
            inserted = s.inserted[i - 1] or (s.inserted[i + 1] and not s.inserted[t.start])
            if kind == COMMA and not passive and not inserted and not self._closes_list(i, t):
                return None
            if kind in (OTHER, P, W, C) and not s.inserted[i]:
                words += 1
            i -= 1
        return None

    def _aside(self, i: int, t: Trigger) -> int | None:
        """The comma that opens what the one at token i closes: ', 27, shot', ', whose names are known, were shot'."""
        s = self.s
        if i + 1 < t.start and s.classes[i + 1] not in (A, V):
            return None
        k = s.figure_at[i - 1] if i > 0 else -1
        if k >= 0 and self.things[k] is Residue.AGE:
            first = s.figures[k].number.first
            return first - 1 if first > 0 and s.classes[first - 1] == COMMA else None
        opened = next((j for j in range(i - 1, max(i - ASIDE_REACH, 0), -1) if s.classes[j] in (COMMA, STOP)), None)
        if opened is None or s.classes[opened] != COMMA or s.classes[opened + 1] != R:
            return None
        return None if any(j in self.trigger_at for j in range(opened, i)) else opened

    def _opens(self, k: int) -> bool:
        """The figure opens its clause, so that it is the subject."""
        number = self.s.figures[k].number
        first = number.first
        if number.anchor == 0:
            return False
        return first == 0 or self.s.classes[first - 1] in (COMMA, STOP, C, R, Q) or self.s.lows[first - 1] == "."

    def _opened(self, i: int) -> int | None:
        """The bracket that the one at token i closes: 'a paramedic (48 years old) was killed'."""
        return next((j for j in range(i - 1, max(i - ASIDE_REACH, -1), -1) if self.s.lows[j] == "("), None)

    def _closes_list(self, i: int, t: Trigger) -> bool:
        """'Five troops, 19 civilians, killed': the comma before the word of harm ends a list of figures."""
        back = range(max(0, i - ASIDE_REACH), i)
        commas = [j for j in back if self.s.classes[j] == COMMA]
        return i + 1 == t.start and any(self.s.figure_at[j] >= 0 for c in commas for j in range(c + 1, i))

    def _governed(self, k: int) -> bool:
        """'at 12 sites people were killed': a figure right behind such a preposition is no subject."""
        number = self.s.figures[k].number
        return number.first > 0 and self.s.lows[number.first - 1] in SUBJECTLESS

    def is_whole(self, k: int) -> bool:
        """The second figure of 'three of the four': whom the first one is a part of, except 'one of the five'."""
        number = self.s.figures[k].number
        i = number.first - 1
        while i >= 0 and self.s.classes[i] == D and self.s.lows[i] not in PARTITIVE:
            i -= 1
        if i < 1 or self.s.lows[i] not in PARTITIVE or k == 0:
            return False
        first = self.s.figures[k - 1].number
        return i - first.last in (0, 1) and not (first.anchor == 1 and number.anchor is not None and number.anchor > 1)

    def right(self, t: Trigger) -> int | None:
        """The figure that is the object of the word of harm."""
        return self.object_at(t.end, self.params.search_reach, owner=t)

    def object_at(self, i: int, reach: int, owner: Trigger | None = None) -> int | None:
        """The figure that starts within `reach` qualifying words from token i."""
        s = self.s
        for j in range(i, min(i + reach, len(s.lows))):
            if s.classes[j] == FIGURE:
                k = s.figure_at[j]
                if self.things[k] is not None or (owner is not None and self.owned(k)):
                    return None
                return k if s.figures[k].number.anchor != 0 or s.figures[k].known else None
            family = s.lows[j] in FAMILY and word_at(s.lows, j + 1) in PARTITIVE
            told = reach > self.params.search_reach and (s.classes[j] == A or s.lows[j] in TOLD)
            if s.classes[j] not in (V, D) and s.lows[j] not in QUOTES and not (family or told or s.lows[j] in ALL):
                return None
        return None

    def owned(self, k: int) -> bool:
        """The figure has a word of harm of its own right behind it: '5 killed 12 injured'."""
        figure = self.s.figures[k]
        i = figure.number.last
        limit = max(figure.np_end, i) + 2
        while i < min(limit, len(self.s.lows)):
            if i in self.trigger_at:
                # 'killed 12 wounded soldiers': the word of harm only qualifies the head.
                qualifies = self.only_qualifies(self.trigger_at[i])
                return not qualifies and not (figure.known and i < figure.np_end - 1)
            if self.s.classes[i] not in (V, A, D, OTHER):
                return False
            i += 1
        return False

    def toll_right(self, t: Trigger, reach: int | None = None) -> int | None:
        """The figure that the toll stands at: behind 'to', 'at', 'of', a verb of being or reaching."""
        s = self.s
        end = min(t.end + (reach or self.params.toll_reach), len(s.lows))
        i = t.end
        while i < end:
            if s.classes[i] == FIGURE:
                k = s.figure_at[i]
                if self.things[k] is None and (i == t.end or self._linked(k)):
                    return k
                i = s.figures[k].number.last
                continue
            if s.classes[i] == R and (closed := self._closed(i)) is not None:
                i = closed
                continue
            # 'The toll since Tuesday stands at 77.'
            dated = s.classes[i] == R and starts_time(s, i + 1)
            if s.lows[i] in (";", "•", "►", "?") or (s.classes[i] == R and not dated):
                return None
            i += 1
        return None

    def partitive_of(self, t: Trigger) -> int | None:
        """The 'of' behind a noun of harm, over its doer: 'the execution by gunmen of four men'."""
        lows = self.s.lows
        if word_at(lows, t.end) not in AGENT:
            return t.end if word_at(lows, t.end) in PARTITIVE else None
        near = range(t.end + 1, min(t.end + self.params.none_reach, len(lows)))
        return next((i for i in near if lows[i] in PARTITIVE and self.s.classes[i - 1] == OTHER), None)

    def _closed(self, i: int) -> int | None:
        """The comma that closes the relative clause opened by one before token i: 'the toll, which was nine, is 12'."""
        relative = self.s.lows[i] in RELATIVE_THING and self.s.classes[i - 1] == COMMA
        ends = range(i, min(i + ASIDE_REACH, len(self.s.lows) - 1))
        return next((k + 1 for k in ends if relative and self.s.classes[k] == COMMA), None)

    def _linked(self, k: int) -> bool:
        number = self.s.figures[k].number
        links = toll_words(TollWord.CONNECTOR) | toll_words(TollWord.MEASURE) | toll_words(TollWord.LINKING)
        before = self.s.lows[max(0, number.first - 2) : number.first]
        if before and before[-1] in INDEFINITE:
            before.pop()
        own = self.s.lows[number.first] if number.first < number.left else ""
        last = before[-1] if before else ""
        return last in links or own in links or (number.older and last in ORIGIN)
