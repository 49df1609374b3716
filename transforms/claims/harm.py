"""Harm to people: which figure belongs to which word of harm.

Roles are local and directional: a participle takes the object on its right or the subject on its left, a toll noun the
figure behind its verb, parts in an insertion follow the whole before them. After MUC-4's slot definitions; the grammar
is a partial parse in the sense of Abney (1996), no full one.
"""

from dataclasses import dataclass

from expectations.contracts.vocabulary import Kind, Residue
from transforms.claims.accounts import AttackWord, attack_words
from transforms.claims.distractors import reason
from transforms.claims.grammar import (
    COMMA,
    FIGURE,
    GENERIC,
    OTHER,
    STOP,
    Figure,
    Sentence,
    TollWord,
    WordClass,
    population_of,
    toll_words,
)
from transforms.claims.triggers import Form, Trigger, find_triggers


@dataclass(frozen=True)
class Params:
    """How many words may lie between a figure and the word of harm: with a form of 'be', in an adjacent phrase, before
    an intransitive verb, behind a toll noun, and between 'no reports of' and its noun.
    """

    passive_reach: int = 14
    adjacent_reach: int = 5
    intransitive_reach: int = 10
    toll_reach: int = 30
    search_reach: int = 4
    none_reach: int = 6


@dataclass(frozen=True, slots=True)
class Harm:
    """A figure that states harm. `part`: it stands in an insertion or list as part of a larger one; `older`: a figure
    that another one replaced; `trigger`: the word that says so, None where it was taken over from a neighbour.
    """

    figure: int
    kind: Kind
    rule: str
    trigger: Trigger | None
    part: bool = False
    older: bool = False


A, V, D, P = WordClass.AUX, WordClass.ADVERB, WordClass.DETERMINER, WordClass.PREPOSITION
C, R, W, Q = WordClass.COORDINATOR, WordClass.SUBORDINATOR, WordClass.RELATIVE, WordClass.SAYING
QUOTES = frozenset("\"“”'‘’")
# Numbers that stand inside a phrase without ending it: 'a man of 45 had died'.
ASIDE = (Residue.AGE, Residue.DATE, Residue.CLOCK)
SUBJECTLESS = frozenset({"from", "in", "with", "by", "between", "on", "at", "near", "for", "into", "under"})


def find_harm(sentence: Sentence, params: Params = Params()) -> tuple[list[Harm], list[Trigger]]:
    """The figures that state harm, by their place, and the words of harm of the sentence."""
    triggers = find_triggers(sentence)
    return _Linker(sentence, triggers, params).link(), triggers


class _Linker:
    def __init__(self, sentence: Sentence, triggers: list[Trigger], params: Params) -> None:
        self.s = sentence
        self.triggers = triggers
        self.params = params
        self.trigger_at: dict[int, Trigger] = {i: t for t in triggers for i in range(t.start, t.end)}
        self.things = [reason(sentence, f) for f in sentence.figures]
        self.found: dict[int, Harm] = {}

    def link(self) -> list[Harm]:
        # 'nine survivors were arrested': who they are comes after what befell them.
        for trigger in sorted(self.triggers, key=self._only_qualifies):
            self._one(trigger)
        self._none_reported()
        self._coordinate()
        self._insertions()
        self._older()
        return [self.found[k] for k in sorted(self.found)]

    def _only_qualifies(self, t: Trigger) -> bool:
        """'nine survivors were arrested', '52 injured people are in hospital': who they are, not what befell them."""
        if t.form is Form.NOUN:
            return t.kind is Kind.RESCUED
        after = self.s.lows[t.end] if t.end < len(self.s.lows) else ""
        figure_before = t.start > 0 and self.s.classes[t.start - 1] == FIGURE
        return t.form is Form.PARTICIPLE and figure_before and population_of(after) is not None

    def _claim(self, k: int | None, trigger: Trigger, rule: str) -> bool:
        if k is None or k in self.found or trigger.combined:
            return False
        figure = self.s.figures[k]
        self.found[k] = Harm(k, trigger.kind, rule, trigger, part=self._is_part(figure), older=figure.number.older)
        return True

    def _is_part(self, figure: Figure) -> bool:
        number = figure.number
        behind = self.s.lows[number.last : number.last + 6]
        of_them = behind[:1] == ["of"] and behind[1:2] in (["them"], ["whom"], ["those"], ["these"])
        # 'four of the victims': a part, however large; 'one of the five killed' is not read here.
        of_all = behind[:2] == ["of", "the"] and any(w in toll_words(TollWord.WHOLE) for w in behind[2:])
        return self.s.inserted[number.first] or of_them or of_all

    def _one(self, t: Trigger) -> None:
        if t.form is Form.TOLL:
            if not self._claim(self._toll_right(t), t, "toll"):
                self._claim(self._left(t, self.params.adjacent_reach, passive=False), t, "toll_left")
        elif t.form is Form.ACTIVE and self._is_event_noun(t):
            return
        elif t.form in (Form.ACTIVE, Form.SEARCH):
            if not self._claim(self._right(t), t, t.form.value) and t.form is Form.ACTIVE:
                # '10 arrests': the same word as a noun.
                self._claim(self._left(t, 0, passive=False), t, "noun")
        elif t.form is Form.NOUN:
            self._noun(t)
        else:
            self._verb(t)

    def _is_event_noun(self, t: Trigger) -> bool:
        """'the shooting Two women …': a noun for the event, no verb with an object."""
        before = self.s.classes[t.start - 1] if t.start > 0 else STOP
        return before in (OTHER, D) and attack_words(AttackWord.NOUN).at(self.s.lows, t.start) is not None

    def _verb(self, t: Trigger) -> None:
        passive = self._passive(t)
        if t.form is Form.PARTICIPLE and not passive and self._claim(self._right(t), t, "object"):
            return
        if t.form in (Form.INTRANSITIVE, Form.PREDICATIVE) and not passive:
            reach = self.params.intransitive_reach if t.form is Form.INTRANSITIVE else self.params.adjacent_reach
        else:
            reach = self.params.passive_reach if passive else self.params.adjacent_reach
        verbal = passive or t.form is Form.INTRANSITIVE
        if self._claim(self._left(t, reach, passive=verbal), t, "subject" if verbal else "adjacent"):
            return
        # 'Killed were 12', 'Missing are 14', 'and the missing 441', 'people killed on the ground number 19'.
        if t.end < len(self.s.lows):
            numbered = any(w in ("number", "numbered") for w in self.s.lows[t.end : t.end + 6])
            if self.s.classes[t.end] == A or numbered:
                self._claim(self._toll_right(t, reach=8), t, "inverted")
            elif t.form is Form.PREDICATIVE:
                self._claim(self._object_at(t.end, 1, owner=t), t, "inverted")

    def _noun(self, t: Trigger) -> None:
        if self._claim(self._left(t, 3, passive=False), t, "noun"):
            return
        if t.end < len(self.s.lows) and self.s.lows[t.end] == "of":
            self._claim(self._object_at(t.end + 1, 8), t, "noun_of")
        else:
            self._claim(self._toll_right(t, reach=6), t, "noun_right")

    def _passive(self, t: Trigger) -> bool:
        i = t.start - 1
        while i >= 0 and self.s.classes[i] in (V, D):
            i -= 1
        return i >= 0 and self.s.classes[i] == A and self.s.lows[i] not in ("left", "leaving", "have", "has", "had")

    def _left(self, t: Trigger, reach: int, *, passive: bool) -> int | None:
        s = self.s
        i, words = t.start - 1, 0
        while i >= 0 and words <= reach:
            kind = s.classes[i]
            if kind == FIGURE:
                k = s.figure_at[i]
                number = s.figures[k].number
                aside = self.things[k] in ASIDE or (s.inserted[i] and not s.inserted[t.start])
                if aside or self._is_whole(k) or (passive and self._governed(k)):
                    i = number.first - 1
                    words += 1
                    continue
                return k if self._may_count(k, t) else None
            other = self.trigger_at.get(i)
            aside = s.inserted[i] and not s.inserted[t.start]
            if other is not None and not aside and not self._only_qualifies(other):
                return None
            if kind in (STOP, R, Q) and s.lows[i] not in QUOTES:
                return None
            if kind == COMMA and not passive and not s.inserted[i - 1]:
                return None
            if kind in (OTHER, P, W, C) and not s.inserted[i]:
                words += 1
            i -= 1
        return None

    def _governed(self, k: int) -> bool:
        """'at 12 sites people were killed': a figure right behind such a preposition is no subject."""
        number = self.s.figures[k].number
        return number.first > 0 and self.s.lows[number.first - 1] in SUBJECTLESS

    def _is_whole(self, k: int) -> bool:
        """The second figure of 'three of the four': whom the first one is a part of, except 'one of the five'."""
        number = self.s.figures[k].number
        i = number.first - 1
        while i >= 0 and self.s.classes[i] == D and self.s.lows[i] != "of":
            i -= 1
        if i < 1 or self.s.lows[i] != "of" or k == 0:
            return False
        first = self.s.figures[k - 1].number
        return i - first.last in (0, 1) and not (first.anchor == 1 and number.anchor is not None and number.anchor > 1)

    def _may_count(self, k: int, t: Trigger) -> bool:
        figure = self.s.figures[k]
        if self.things[k] is not None:
            return False
        # 'one of the slain victims', 'several survivors': nobody is counted.
        names = figure.number.anchor == 1 and self.s.lows[figure.number.last : t.start] == ["of", "the"]
        # 'some funerals … killed': a vague word counts people only where it says so.
        if (
            figure.number.text.isalpha()
            and figure.number.anchor is None
            and figure.head == ""
            and t.start > figure.number.last
        ):
            vague = self.s.classes[figure.number.last] == OTHER and t.start != figure.number.last
            if vague and figure.number.low in (1, 2, 3):
                return False
        if names or (t.form is Form.NOUN and t.kind is Kind.RESCUED and figure.number.anchor is None):
            return False
        if figure.number.anchor == 0 and not figure.known:
            return self._none_counts(figure, t)
        return True

    def _none_counts(self, figure: Figure, t: Trigger) -> bool:
        """'no deaths', 'nobody was hurt', 'no reports of injuries'; but not 'no group … killed'."""
        number = figure.number
        if number.text.lower() != "no":
            return True
        between = self.s.lows[number.last : t.start]
        return not between or any(w in toll_words(TollWord.REPORT) for w in between)

    def _right(self, t: Trigger) -> int | None:
        return self._object_at(t.end, self.params.search_reach, owner=t)

    def _object_at(self, i: int, reach: int, owner: Trigger | None = None) -> int | None:
        """The figure that starts within `reach` qualifying words from token i."""
        s = self.s
        for j in range(i, min(i + reach, len(s.lows))):
            if s.classes[j] == FIGURE:
                k = s.figure_at[j]
                if self.things[k] is not None or (owner is not None and self._owned(k)):
                    return None
                return k if s.figures[k].number.anchor != 0 or s.figures[k].known else None
            family = s.lows[j] == "family" and j + 1 < len(s.lows) and s.lows[j + 1] == "of"
            told = reach > self.params.search_reach and (s.classes[j] == A or s.lows[j] in ("what", "to", "estimated"))
            if s.classes[j] not in (V, D) and s.lows[j] not in QUOTES and not family and not told:
                return None
        return None

    def _owned(self, k: int) -> bool:
        """The figure has a word of harm of its own right behind it: '5 killed 12 injured'."""
        figure = self.s.figures[k]
        i = figure.number.last
        limit = max(figure.np_end, i) + 2
        while i < min(limit, len(self.s.lows)):
            if i in self.trigger_at:
                # 'killed 12 wounded soldiers': the word of harm only qualifies the head.
                qualifies = self._only_qualifies(self.trigger_at[i])
                return not qualifies and not (figure.known and i < figure.np_end - 1)
            if self.s.classes[i] not in (V, A, D, OTHER):
                return False
            i += 1
        return False

    def _toll_right(self, t: Trigger, reach: int | None = None) -> int | None:
        s = self.s
        links = toll_words(TollWord.CONNECTOR) | toll_words(TollWord.MEASURE) | {"included", "includes"}
        end = min(t.end + (reach or self.params.toll_reach), len(s.lows))
        i = t.end
        while i < end:
            if s.classes[i] == FIGURE:
                k = s.figure_at[i]
                number = s.figures[k].number
                before = s.lows[number.first - 1] if number.first > 0 else ""
                if before == "a" and number.first > 1:
                    before = s.lows[number.first - 2]
                linked = before in links or (number.older and before == "from")
                hedged = number.first < number.left and s.lows[number.first] in links
                if self.things[k] is None and (linked or hedged or i == t.end):
                    if number.older and k + 1 < len(s.figures) and k not in self.found:
                        self.found[k] = Harm(k, t.kind, "toll_before", t, older=True)
                        return k + 1
                    return k
                i = number.last
                continue
            if s.lows[i] in (";", "•", "►") or s.classes[i] == R or s.lows[i] == "?":
                return None
            i += 1
        return None

    def _coordinate(self) -> None:
        """'three men and two women were killed': the figures of one list share the word of harm."""
        s = self.s
        changed = True
        while changed:
            changed = False
            for k in range(len(s.figures) - 1):
                a, b = k, k + 1
                if (a in self.found) == (b in self.found) or not self._listed(a, b):
                    continue
                have, want = (a, b) if a in self.found else (b, a)
                harm = self.found[have]
                if harm.trigger is None or harm.rule in ("toll", "toll_before", "inverted") or self._owned(want):
                    continue
                figure = s.figures[want]
                if self.things[want] is not None or not figure.known or figure.number.anchor == 0:
                    continue
                # A list shares its verb on the side where the verb stands.
                if s.inserted[figure.number.first] != s.inserted[s.figures[have].number.first]:
                    continue
                on_left = harm.trigger.start >= s.figures[have].number.last
                if on_left != (want < have):
                    continue
                part = s.inserted[figure.number.first] and not s.inserted[harm.trigger.start]
                self.found[want] = Harm(want, harm.kind, "list", harm.trigger, part=part or harm.part)
                changed = True

    def _listed(self, a: int, b: int) -> bool:
        first, second = self.s.figures[a], self.s.figures[b]
        gap = range(first.number.last, second.number.first)
        if len(gap) > 8:
            return False
        classes = [self.s.classes[i] for i in gap]
        lows = [self.s.lows[i] for i in gap]
        joint = C in classes or COMMA in classes or "well" in lows
        return joint and not any(
            c in (STOP, R, Q, A, W) or i in self.trigger_at for c, i in zip(classes, gap, strict=True)
        )

    def _insertions(self) -> None:
        """A figure in an insertion without a word of harm of its own is part of the figure before it."""
        s = self.s
        for k, figure in enumerate(s.figures):
            if k in self.found or not s.inserted[figure.number.first] or self.things[k] is not None:
                continue
            if figure.number.anchor == 0 or self._is_whole(k):
                continue
            before = [j for j in self.found if j < k and not self.found[j].older]
            if before:
                whole = self.found[max(before)]
                self.found[k] = Harm(k, whole.kind, "part_of", None, part=True)

    def _none_reported(self) -> None:
        """'no casualties', 'no indications of civilian casualties': nobody was killed, as far as is known."""
        s = self.s
        for i, word in enumerate(s.lows):
            if word not in toll_words(TollWord.EMPTY):
                continue
            near = [s.figure_at[j] for j in range(max(0, i - self.params.none_reach), i) if s.figure_at[j] >= 0]
            if not near or s.figures[near[-1]].number.anchor != 0 or near[-1] in self.found:
                continue
            number = s.figures[near[-1]].number
            between = range(number.last, i)
            if all(s.classes[j] in (OTHER, P, D, V) for j in between) and not any(
                j in self.trigger_at for j in between
            ):
                nouns = [p for j in between if (p := population_of(s.lows[j])) not in (None, GENERIC)]
                s.figures[near[-1]].population = nouns[-1] if nouns else None
                self.found[near[-1]] = Harm(near[-1], Kind.KILLED, "none_reported", None)

    def _older(self) -> None:
        """'rose to 12, up from nine': the earlier figure is a claim of the same kind."""
        s = self.s
        phrases = [tuple(p.split()) for p in toll_words(TollWord.OLDER)]
        for k, figure in enumerate(s.figures):
            first = figure.number.first
            if k in self.found or self.things[k] is not None or not self.found:
                continue
            if any(first >= len(p) and tuple(s.lows[first - len(p) : first]) == p for p in phrases if len(p) > 1):
                near = min(self.found, key=lambda j: (abs(j - k), j))
                self.found[k] = Harm(k, self.found[near].kind, "earlier", None, older=True)
