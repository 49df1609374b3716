"""Harm to people: which figure belongs to which word of harm.

Roles are local and directional: a participle takes the object on its right or the subject on its left, a toll noun the
figure behind its verb, parts in an insertion follow the whole before them. Slots after MUC-4; a partial parse in the
sense of Abney (1996), no full one.
"""

from expectations.contracts.vocabulary import Kind
from transforms.claims.carried import Counted, carry
from transforms.claims.described import BARE, Introduction
from transforms.claims.grammar import Figure, Sentence, TollWord, toll_words
from transforms.claims.harm_lists import Harm, coordinate, earlier, insertions, multiples, none_reported
from transforms.claims.harm_search import A, Params, Search
from transforms.claims.named import NAMED
from transforms.claims.particles import DEFINITE, PARTITIVE, word_at
from transforms.claims.triggers import Form, Trigger, find_triggers

DEFAULTS = Params()
NOTHING = Counted()


def find_harm(sentence: Sentence, counted: Counted = NOTHING, params: Params = DEFAULTS) -> list[Harm]:
    """The figures of the sentence that state harm, by their place; `counted`: what came before it in the article."""
    if not sentence.figures:
        return []
    triggers = find_triggers(sentence)
    return _Linker(Search(sentence, triggers, params)).link(triggers, counted)


class _Linker:
    def __init__(self, search: Search) -> None:
        self.search = search
        self.s = search.s
        self.params = search.params
        self.found: dict[int, Harm] = {}

    def link(self, triggers: list[Trigger], counted: Counted) -> list[Harm]:
        # 'nine survivors were arrested': who they are comes after what befell them.
        for trigger in sorted(triggers, key=self.search.only_qualifies):
            self._one(trigger)
        for more in (none_reported, coordinate, insertions, earlier, multiples):
            more(self.search, self.found)
        carry(self.search, self.found, counted)
        return [self.found[k] for k in sorted(self.found)]

    def _claim(self, k: int | None, trigger: Trigger, rule: str) -> bool:
        if k is None or k in self.found or trigger.combined:
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
        part = fares or self._is_part(figure)
        self.found[k] = Harm(k, trigger.kind, rule, trigger, part=part, older=figure.number.older)
        return True

    def _is_part(self, figure: Figure) -> bool:
        number = figure.number
        behind = self.s.lows[number.last : number.last + 6]
        of = word_at(behind, 0) in PARTITIVE
        of_them = of and word_at(behind, 1) in toll_words(TollWord.THEM)
        # 'four of the victims': a part, however large; 'one of the five killed' is not read here.
        of_all = of and word_at(behind, 1) in DEFINITE and any(w in toll_words(TollWord.WHOLE) for w in behind[2:])
        return self.s.inserted[number.first] or of_them or of_all

    def _one(self, t: Trigger) -> None:
        if t.form is Form.TOLL:
            if not self._claim(self.search.toll_right(t), t, "toll"):
                self._claim(self.search.left(t, self.params.adjacent_reach, passive=False), t, "toll_left")
        elif t.form is Form.EVENT:
            if word_at(self.s.lows, t.end) in PARTITIVE:
                self._claim(self.search.object_at(t.end + 1, self.params.search_reach), t, "noun_of")
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
