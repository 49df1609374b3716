"""Figures that share a word of harm with a neighbour: lists, insertions, earlier figures, and reports of none."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from expectations.contracts.vocabulary import Basis, Kind
from transforms.claims.described import MANY, Introduction
from transforms.claims.grammar import COMMA, FIGURE, OTHER, STOP, TollWord, toll_words
from transforms.claims.harm_search import SUBJECTLESS, A, C, D, P, Q, R, Search, V, W
from transforms.claims.lexicon import by_language, word_set
from transforms.claims.particles import ADDITIVE, DEFINITE, PARTITIVE
from transforms.claims.people import GENERIC, population_of
from transforms.claims.tokens import Phrases
from transforms.claims.triggers import Form, Trigger


@dataclass(frozen=True, slots=True)
class Harm:
    """A figure that states harm.

    `part`: it stands in an insertion or list as part of a larger one; `older`: another figure replaced it; `listed`:
    it adds up with others of its sentence; `trigger`: the word that says so, None where it was taken over. `of_them`:
    it counts some of those told of before, of whom nothing says that they met the same harm.
    """

    figure: int
    kind: Kind
    rule: str
    trigger: Trigger | None
    part: bool = False
    older: bool = False
    listed: bool = False
    of_them: bool = False


# Behind a toll stands one figure; a list of kinds would be read as one.
OBJECTS = ("active", "object", "list")
JOINT = word_set("toll_words", TollWord.JOINT)
UNSHARED = ("toll", "toll_before", "inverted")


BOTH_STATES = {Kind.INJURED, Kind.HOSPITALISED}
"""Two states of which one person may be in both."""
BESIDE_REACH = 8


@by_language
def _beside() -> Phrases:
    return Phrases(dict.fromkeys(toll_words(TollWord.BESIDE), ""))


def accompanied(search: Search, found: dict[int, Harm]) -> None:
    """'killed the mayor and two guards', 'died along with five others': people counted beside one who is not.

    Adds to `found`.
    """
    s = search.s
    beside = _beside()
    for k, figure in enumerate(s.figures):
        number = figure.number
        if k in found or search.things[k] is not None or not figure.known or number.anchor in (0, None):
            continue
        if search.owned(k) or _is_inserted(search, k) or figure.basis is not Basis.STATED:
            continue
        joint = beside.ending(s.lows, number.left)
        opening = number.left - (joint[0] if joint else 1)
        if joint is None and (opening < 0 or s.lows[opening] not in ADDITIVE):
            continue
        i = opening - 1
        while i >= 0 and opening - i <= BESIDE_REACH and i not in search.trigger_at:
            named = s.classes[i] in (OTHER, D) or (s.classes[i] in (COMMA, FIGURE) and joint is not None)
            if not named or (s.lows[i] == "." and len(s.lows[i - 1]) > 1):
                break
            i -= 1
        trigger = search.trigger_at.get(i)
        if trigger is None or trigger.kind not in (Kind.KILLED, Kind.INJURED):
            continue
        # 'killed and two others': the verb needs an object before 'and'.
        object_before = trigger.form in (Form.PARTICIPLE, Form.ACTIVE) and opening - trigger.end > 0
        if joint is not None or (object_before and not search.passive(trigger)):
            found[k] = Harm(k, trigger.kind, "list", trigger, listed=True)


def second_kinds(search: Search, triggers: list[Trigger], found: dict[int, Harm]) -> Iterator[Harm]:
    """'no deaths or injuries' is none of either; 'were injured and taken to hospital' is both of the same people."""
    s = search.s
    for first, second in pairwise(triggers):
        harm = next((h for h in found.values() if h.trigger is first and not h.part), None)
        if harm is None or any(h.trigger is second for h in found.values()):
            continue
        gap = [s.classes[j] for j in range(first.end, second.start)]
        between = C in gap and all(kind in (C, A, V, COMMA) for kind in gap)
        none = first.combined and second.combined
        states = {first.kind, second.kind} == BOTH_STATES and harm.rule in ("subject", "adjacent")
        if between and (none or states):
            yield replace(harm, kind=second.kind, trigger=second)


def coordinate(search: Search, found: dict[int, Harm]) -> None:
    """'three men and two women were killed': the figures of one list share the word of harm. Adds to `found`."""
    last = len(search.s.figures) - 1
    # Forwards and backwards once: every list is reached from its end that has the word of harm.
    for k in (*range(last), *reversed(range(last))):
        if (k in found) == (k + 1 in found):
            continue
        have, want = (k, k + 1) if k in found else (k + 1, k)
        harm = found[have]
        if harm.trigger is not None and harm.rule not in UNSHARED and _shares(search, harm, have, want):
            part = harm.part or _is_inserted(search, want)
            found[want] = Harm(want, harm.kind, "list", harm.trigger, part=part, listed=not part)
            found[have] = replace(harm, listed=not part)


def _is_inserted(search: Search, k: int) -> bool:
    return search.s.inserted[search.s.figures[k].number.first]


def _shares(search: Search, harm: Harm, have: int, want: int) -> bool:
    figure = search.s.figures[want]
    countable = search.things[want] is None and figure.known and figure.number.anchor != 0
    if not countable or search.owned(want) or _is_inserted(search, want) != _is_inserted(search, have):
        return False
    # 'killing at least 129 people, a lawmaker said'.
    if figure.np_end < len(search.s.lows) and search.s.classes[figure.np_end] == Q:
        return False
    first = figure.number.first
    before = [w for w in search.s.lows[max(0, first - 2) : first] if w not in DEFINITE]
    if before and (before[-1] in PARTITIVE or before[-1] in SUBJECTLESS) and want < have:
        return False
    # A list shares its verb on the side where the verb stands.
    on_left = harm.trigger is not None and harm.trigger.start >= search.s.figures[have].number.last
    return on_left == (want < have) and _listed(search, min(have, want), max(have, want))


def _listed(search: Search, a: int, b: int) -> bool:
    s = search.s
    gap = range(s.figures[a].number.last, s.figures[b].number.first)
    if len(gap) > search.params.list_reach:
        return False
    unnumbered = MANY in (s.figures[a].known_by, s.figures[b].known_by)
    joints = (C,) if unnumbered else (C, COMMA)  # 'killed 12, local officials say'
    joint = any(s.classes[i] in joints or s.lows[i] in JOINT for i in gap) and not _apposed(search, a, b)
    return joint and not any(s.classes[i] in (STOP, R, Q, A, W) or i in search.trigger_at for i in gap)


def _apposed(search: Search, a: int, b: int) -> bool:
    """'One person, a 19-year-old man, was killed': the second phrase says who the first one was.

    It does where nothing but a comma joins them, each is one person, and no third one follows.
    """
    s = search.s
    first, second = s.figures[a].number, s.figures[b].number
    alone = first.anchor == second.anchor == 1 and s.figures[b].known_by == Introduction.INDEFINITE
    end = s.figures[b].np_end
    closed = end >= len(s.lows) or s.classes[end] != C
    before = [i for i in range(max(0, first.first - 1), first.first) if s.classes[i] in (C, COMMA)]
    third = b + 1 < len(s.figures) and _near(search, b, b + 1)
    return alone and closed and not before and not third and s.classes[second.first - 1] == COMMA


def _near(search: Search, a: int, b: int) -> bool:
    s = search.s
    gap = range(s.figures[a].number.last, s.figures[b].number.first)
    return (
        len(gap) <= search.params.list_reach
        and any(s.classes[i] == C for i in gap)
        and not any(s.classes[i] in (STOP, R, Q, A, W) or i in search.trigger_at for i in gap)
    )


def insertions(search: Search, found: dict[int, Harm]) -> None:
    """A figure in an insertion without a word of harm of its own is part of the figure before it. Adds to `found`."""
    whole: int | None = None
    for k, figure in enumerate(search.s.figures):
        if k in found:
            whole = whole if found[k].older else k
            continue
        inserted = whole is not None and _is_inserted(search, k) and search.things[k] is None
        if whole is not None and inserted and figure.number.anchor != 0 and not search.is_whole(k):
            found[k] = Harm(k, found[whole].kind, "part_of", None, part=True)


def partition(search: Search, found: dict[int, Harm]) -> None:
    """'eight dead: five in the north, three in town': figures behind a whole that add up to it. Adds to `found`."""
    figures = search.s.figures
    for k in [k for k, harm in found.items() if not (harm.part or harm.older)]:
        whole, parts = figures[k].number.anchor, []
        for j in range(k + 1, len(figures)):
            if j in found:
                break
            if not _is_inserted(search, j) and search.things[j] is None and figures[j].basis is Basis.STATED:
                parts.append(j)
        sizes = [figures[j].number.anchor or 0 for j in parts]
        opened = parts and search.s.classes[figures[parts[0]].number.first - 1] in (COMMA, STOP)
        if opened and len(parts) > 1 and all(sizes) and sum(sizes) == whole:
            found.update({j: Harm(j, found[k].kind, "part_of", None, part=True) for j in parts})


def none_reported(search: Search, found: dict[int, Harm]) -> None:
    """'no casualties', 'no indications of civilian casualties': nobody was killed, as far as is known."""
    s = search.s
    empty = toll_words(TollWord.EMPTY)
    for i in [i for i, low in enumerate(s.lows) if low in empty]:
        near = [s.figure_at[j] for j in range(max(0, i - search.params.none_reach), i) if s.figure_at[j] >= 0]
        if not near or s.figures[near[-1]].number.anchor != 0 or near[-1] in found or search.things[near[-1]]:
            continue
        between = range(s.figures[near[-1]].number.last, i)
        if all(s.classes[j] in (OTHER, P, D, V) and j not in search.trigger_at for j in between):
            nouns = [p for j in between if (p := population_of(s.lows[j])) not in (None, GENERIC)]
            s.figures[near[-1]].population = nouns[-1] if nouns else None
            found[near[-1]] = Harm(near[-1], Kind.KILLED, "none_reported", None)


def earlier(search: Search, found: dict[int, Harm]) -> None:
    """'rose to 12, up from nine': the earlier figure is a claim of the same kind. Adds to `found`."""
    s = search.s
    if not found:
        return
    phrases = [words for p in toll_words(TollWord.OLDER) if len(words := tuple(p.split())) > 1]
    for k, figure in enumerate(s.figures):
        first = figure.number.first
        if k in found or search.things[k] is not None:
            continue
        if any(first >= len(p) and tuple(s.lows[first - len(p) : first]) == p for p in phrases):
            near = min(found, key=lambda j: (abs(j - k), j))
            found[k] = Harm(k, found[near].kind, "earlier", None, older=True)


def multiples(search: Search, found: dict[int, Harm]) -> None:
    """'a triple homicide'; 'killed two, then himself', where the doer adds to those whom he killed. Adds to `found`."""
    for k, figure in enumerate(search.s.figures):
        if figure.multiple is None or k in found:
            continue
        own = figure.population is not None
        # He adds to those whom he killed, and to nobody whose toll may hold him already.
        adds = own and any(j < k and h.kind is figure.multiple and h.rule in OBJECTS for j, h in found.items())
        # 'Five dead in murder-suicide': the act's floor says nothing beside a figure.
        others = (
            h for j, h in found.items() if search.s.figures[j].population is None or not search.s.figures[j].multiple
        )
        beside = not own and figure.number.high is None and any(h.kind is figure.multiple for h in others)
        found[k] = Harm(k, figure.multiple, "multiple", None, part=(own and not adds) or beside, listed=adds)
