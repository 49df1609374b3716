"""Harm to people: which figure belongs to which word of harm.

Roles are local and directional: a participle takes the object on its right or the subject on its left, a toll noun the
figure behind its verb, parts in an insertion follow the whole before them. Slots after MUC-4; a partial parse in the
sense of Abney (1996), no full one.
"""

from dataclasses import replace

from expectations.contracts.vocabulary import Kind
from transforms.claims.carried import Counted, carry, divides
from transforms.claims.described import BARE, Introduction
from transforms.claims.grammar import Figure, Sentence, TollWord, toll_words
from transforms.claims.harm_lists import (
    BOTH_STATES,
    Harm,
    accompanied,
    coordinate,
    earlier,
    insertions,
    multiples,
    none_reported,
    partition,
    second_kinds,
)
from transforms.claims.harm_search import A, Params, Search
from transforms.claims.named import NAMED
from transforms.claims.particles import DEFINITE, PARTITIVE, word_at
from transforms.claims.triggers import Form, Trigger, find_triggers
from transforms.claims.weapons import intercepts

DEFAULTS = Params()
NOTHING = Counted()


def find_harm(sentence: Sentence, counted: Counted = NOTHING, params: Params = DEFAULTS) -> list[Harm]:
    """The figures of the sentence that state harm, by their place; `counted`: what came before it in the article."""
    if not sentence.figures:
        return []
    triggers = [t for t in find_triggers(sentence) if not intercepts(sentence, t.start)]
    if not triggers and counted == NOTHING and not _told_otherwise(sentence):
        return []
    return _Linker(Search(sentence, triggers, params)).link(triggers, counted)


def _told_otherwise(sentence: Sentence) -> bool:
    """Without a word of harm: by the name of the act, by 'no casualties', by 'of the dead'."""
    empty = not toll_words(TollWord.EMPTY).isdisjoint(sentence.lows)
    return empty or divides(sentence) or any(f.multiple is not None for f in sentence.figures)


class _Linker:
    def __init__(self, search: Search) -> None:
        self.search = search
        self.s = search.s
        self.params = search.params
        self.found: dict[int, Harm] = {}
        self.also: list[Harm] = []

    def link(self, triggers: list[Trigger], counted: Counted) -> list[Harm]:
        # 'nine survivors were arrested': who they are comes after what befell them.
        for trigger in sorted(triggers, key=self.search.only_qualifies):
            self._one(trigger)
        for more in (none_reported, accompanied, coordinate, partition, insertions, earlier, multiples):
            more(self.search, self.found)
        carry(self.search, self.found, counted)
        self._divide()
        self.also.extend(second_kinds(self.search, triggers, self.found))
        return sorted((*self.found.values(), *self.also), key=lambda harm: harm.figure)

    def _claim(self, k: int | None, trigger: Trigger, rule: str) -> bool:
        if k is None:
            return False
        if k in self.found:
            # 'rushed an injured child to hospital': two states of one person.
            first, number = self.found[k], self.s.figures[k].number
            both = {first.kind, trigger.kind} == BOTH_STATES and number.first < trigger.start < number.last
            if both and not (first.part or any(other.figure == k for other in self.also)):
                self.also.append(Harm(k, trigger.kind, rule, trigger))
            return False
        if trigger.combined and self.s.figures[k].number.anchor != 0:
            return False
        if self.s.figures[k].number.older and k + 1 < len(self.s.figures):
            # 'from eight to six': both are said, the second one holds.
            self.found[k] = Harm(k, trigger.kind, "toll_before", trigger, older=True)
            k += 1
        figure = self.s.figures[k]
        # Who is told of by name and age as hit may have died: the text goes on to say so.
        if figure.known_by == NAMED and trigger.kind is not Kind.KILLED:
            return False
        # 'three are in critical condition': how some of the injured fare, never all of them.
        words = self.s.lows[trigger.start : trigger.end]
        fares = trigger.kind is Kind.INJURED and not toll_words(TollWord.FARES).isdisjoint(words)
        of_them = self._is_of_them(figure)
        named = not of_them and figure.number.anchor != 0 and self._names_part(figure)
        part = fares or self.s.inserted[figure.number.first] or named
        of_them = of_them and not part
        self.found[k] = Harm(k, trigger.kind, rule, trigger, part=part, older=figure.number.older, of_them=of_them)
        return True

    def _divide(self) -> None:
        """'eight were shot, killing two of them': a part of figures of the same kind only."""
        for k, harm in self.found.items():
            if harm.of_them and any(j < k and other.kind is harm.kind for j, other in self.found.items()):
                self.found[k] = replace(harm, part=True, of_them=False)

    def _names_part(self, figure: Figure) -> bool:
        """'four of the dead', 'one of those who died': a part, however large; not read is 'one of the five killed'."""
        behind = self._behind_of(figure)
        whole = word_at(behind, 0) in DEFINITE and any(w in toll_words(TollWord.WHOLE) for w in behind[1:])
        return whole or word_at(behind, 0) in toll_words(TollWord.THEM)

    def _is_of_them(self, figure: Figure) -> bool:
        """'three of them', 'four of those victims', not 'four of those who died'."""
        behind = self._behind_of(figure)
        first, second = word_at(behind, 0), word_at(behind, 1)
        several = figure.number.anchor is not None and figure.number.anchor > 1
        them = first in toll_words(TollWord.PRONOUN)
        hit = first in DEFINITE | toll_words(TollWord.THEM) and second in toll_words(TollWord.HIT)
        return several and (them or hit)

    def _behind_of(self, figure: Figure) -> list[str]:
        last = figure.number.last
        return self.s.lows[last + 1 : last + 6] if word_at(self.s.lows, last) in PARTITIVE else []

    def _one(self, t: Trigger) -> None:
        if t.form is Form.TOLL:
            if not self._claim(self.search.toll_right(t), t, "toll"):
                self._claim(self.search.left(t, self.params.adjacent_reach, passive=False), t, "toll_left")
        elif t.form is Form.EVENT:
            if (of := self.search.partitive_of(t)) is not None:
                self._claim(self.search.object_at(of + 1, self.params.search_reach), t, "noun_of")
        elif t.form is Form.ACTIVE and (self.search.is_event_noun(t) or self.search.intended(t)):
            return
        elif t.form in (Form.ACTIVE, Form.SEARCH):
            if not self._claim(self.search.right(t), t, t.form.value) and t.form is Form.ACTIVE:
                # '10 arrests': the same word as a noun; in 'man kills self' it is a verb, and the man its doer.
                k = self.search.left(t, 0, passive=False)
                if k is not None and self.s.figures[k].known_by not in (BARE, Introduction.INDEFINITE):
                    self._claim(k, t, "noun")
        elif t.form is Form.NOUN:
            self._noun(t)
        else:
            self._verb(t)

    def _verb(self, t: Trigger) -> None:
        passive = self.search.passive(t)
        if t.form is Form.PARTICIPLE and not passive and self._claim(self.search.right(t), t, "object"):
            return
        if t.form in (Form.INTRANSITIVE, Form.PREDICATIVE) and not passive:
            reach = self.params.intransitive_reach if t.form is Form.INTRANSITIVE else self.params.adjacent_reach
        else:
            reach = self.params.passive_reach if passive else self.params.adjacent_reach
        verbal = passive or t.form is Form.INTRANSITIVE
        if self._claim(self.search.left(t, reach, passive=verbal), t, "subject" if verbal else "adjacent"):
            return
        # 'Killed were 12', 'Missing are 14', 'and the missing 441', 'people killed on the ground number 19'.
        if t.end < len(self.s.lows):
            numbered = not toll_words(TollWord.NUMBERING).isdisjoint(self.s.lows[t.end : t.end + 6])
            if self.s.classes[t.end] == A or numbered:
                behind = self.search.toll_right(t, reach=8)
                # 'In hospital are three in critical condition': the nearer word says it.
                if behind is None or not self.search.owned(behind):
                    self._claim(behind, t, "inverted")
            elif t.form is Form.PREDICATIVE:
                self._claim(self.search.object_at(t.end, 1, owner=t), t, "inverted")

    def _noun(self, t: Trigger) -> None:
        if self._claim(self.search.left(t, 3, passive=False), t, "noun"):
            return
        if word_at(self.s.lows, t.end) in PARTITIVE:
            self._claim(self.search.object_at(t.end + 1, 8), t, "noun_of")
        else:
            self._claim(self.search.toll_right(t, reach=6), t, "noun_right")
