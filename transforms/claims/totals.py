"""Whether a figure is the toll of the event: the sentence's own cues, then the article as a whole."""

from dataclasses import dataclass
from datetime import datetime

from expectations.contracts.vocabulary import FAMILY, Basis, Family, Hedge, Kind, Stance
from transforms.claims.background import PartWord, of_other_time, of_several, part_phrases, ranked
from transforms.claims.clauses import clause
from transforms.claims.cues import TimeWord, find, time_phrases
from transforms.claims.drafts import Draft
from transforms.claims.grammar import Sentence
from transforms.claims.people import Population
from transforms.claims.places import find_places, wider

RATE, BACKGROUND, PART, SUBSET, ELSEWHERE, LISTED, SEVERAL = (
    "a rate, no toll",
    "an earlier or other event",
    "a part of a larger figure",
    "counts a part of those concerned",
    "counts another place",
    "adds up with others of its sentence",
    "sums up several events",
)
FAR_DOWN = 3
APART = (Population.CHILDREN, Population.WOMEN, Population.STUDENTS)
COUNTED = (Family.PEOPLE, Family.WEAPONS)


@dataclass(frozen=True)
class Params:
    """`rival_share`: a lower figure of at least this share of the lead's is a rival toll, below it a part.

    `beyond`: from how many times the lead's figure on a later one speaks of more than the event. `lead`: code points of
    the text that tell where the event was; behind `far` of them a report recalls other events.
    In tokens: `rate_reach` to a rate behind the figure, `part_reach` to a word that makes it a part, `opening`: head
    of a sentence, where a time speaks of all of it.
    """

    rival_share: float = 0.5
    beyond: int = 10
    rate_reach: int = 8
    opening: int = 8
    lead: int = 300
    far: int = 700
    part_reach: int = 5


def sentence_reason(
    sentence: Sentence,
    i: int,
    last: int,
    published: datetime | None = None,
    params: Params = Params(),
    *,
    of_them: bool = False,
) -> str | None:
    """Why the figure at tokens i to `last` is no toll, as far as its own clause and the sentence's opening say so.

    `of_them`: the 'of them' behind it does not.
    """
    lows = sentence.lows
    start, end = clause(sentence, i)
    grave = part_phrases(PartWord.GRAVE)
    reach = min(len(lows), last + params.rate_reach)
    rate = find(time_phrases(TimeWord.RATE), lows, last, max(min(end, reach), last))
    if rate is not None and time_phrases(TimeWord.SHIFT).at(lows, rate[0]) is None:
        return RATE
    for a, b in ((start, end), (0, min(params.opening, start))):
        found = find(time_phrases(TimeWord.BACKGROUND), lows, a, b)
        if found is not None and not ranked(sentence, found[0]):
            return BACKGROUND
    if of_other_time(sentence, i, (start, end), published):
        return BACKGROUND
    if of_several(sentence):
        return SEVERAL
    figure = sentence.figure_at[i] if sentence.figure_at[i] >= 0 else sentence.figure_at[last - 1]
    if figure >= 0 and sentence.figures[figure].number.anchor == 0 and find(grave, lows, start, end) is not None:
        return PART
    behind = last + 2 if of_them else last
    begin = max(start, i - 2) if not of_them else behind
    near = find(part_phrases(PartWord.PART), lows, begin, min(len(lows), max(end, behind), behind + params.part_reach))
    return PART if near is not None else None


def places_of_lead(title: str | None, text: str, params: Params = Params()) -> set[str]:
    """The places that headline and lead name."""
    return {name for _, _, name in find_places(f"{title or ''}\n{text[: params.lead]}")}


def article_reasons(drafts: list[Draft], named: set[str], params: Params = Params()) -> list[Draft]:
    """The drafts with `reason` set where the article shows that a figure is no toll; order is kept.

    `named`: the places of its lead.
    """
    if not drafts:
        return []
    drafts = _divided(drafts)
    central = named | {up for name in named for up in wider(name)}
    leads: dict[Kind, Draft] = {}
    # Near the head a figure leads before a person told of without one; what stands further down leads last.
    for draft in sorted(filter(_may_lead, drafts), key=lambda d: FAR_DOWN if _far(d, params) else _unnumbered(d)):
        leads.setdefault(draft.kind, draft)
    early = _early(drafts, params)
    populations: dict[Kind, set[str | None]] = {}
    for draft in drafts:
        populations.setdefault(draft.kind, set()).add(draft.population)
    return [
        draft.with_(
            reason=BACKGROUND
            if draft.reason is None and _beyond(draft, early.get(draft.kind), leads.get(draft.kind), params)
            else _reason(draft, leads.get(draft.kind), central, populations, params)
        )
        for draft in drafts
    ]


def _divided(drafts: list[Draft]) -> list[Draft]:
    """'three of the victims died': a part where the article has as many or more of the same kind, else the toll."""
    told: dict[Kind, int] = {}
    for draft in drafts:
        if not draft.of_them and draft.reason is None and FAMILY.get(draft.kind) is Family.PEOPLE:
            told[draft.kind] = max(told.get(draft.kind, 0), _size(draft) or 0)
    return [
        draft.with_(part=True) if draft.of_them and (_size(draft) or 0) < told.get(draft.kind, 0) else draft
        for draft in drafts
    ]


def _may_lead(draft: Draft) -> bool:
    return (
        FAMILY.get(draft.kind) in COUNTED
        and draft.reason is None
        and not (draft.part or draft.listed)
        and _size(draft) is not None
    )


def _far(draft: Draft, params: Params) -> bool:
    return draft.passage.field == "text" and draft.passage.start >= params.far


def _unnumbered(draft: Draft) -> int:
    """0 for a figure, 1 for a person told of without one, 2 for a vague word."""
    if draft.hedge is Hedge.VAGUE:
        return 2
    return int(draft.basis is Basis.DESCRIBED and draft.hedge is Hedge.EXACT)


def _size(draft: Draft) -> int | None:
    return draft.anchor if draft.anchor is not None else draft.low


def _reason(
    draft: Draft, lead: Draft | None, central: set[str], populations: dict[Kind, set[str | None]], params: Params
) -> str | None:
    if draft.reason is not None or FAMILY.get(draft.kind) not in COUNTED:
        return draft.reason
    if draft.part or draft.listed:
        return PART if draft.part else LISTED
    away = draft.scope is not None and central and not {draft.scope, *wider(draft.scope)} & central
    if away:
        return ELSEWHERE
    # Children or women counted apart, not as the article's first figure, are a part even where no whole is given.
    apart = draft.population in APART and draft.passage.field == "text"
    # 'No civilian casualties' leaves open how many others there were.
    none_of_them = draft.anchor == 0 and draft.population is not None
    alone = lead is draft and draft.basis is Basis.DESCRIBED and populations.get(draft.kind) == {draft.population}
    if none_of_them or (apart and not alone and (lead is draft or lead is None or lead.population != draft.population)):
        return SUBSET
    return None if lead is None or lead is draft else _below_lead(draft, lead, params)


def _early(drafts: list[Draft], params: Params) -> dict[Kind, int]:
    """The highest figure of each kind in the headline, or else in the lead, parts too."""
    places: list[dict[Kind, int]] = [{}, {}]
    for draft in drafts:
        in_title = draft.passage.field == "title"
        size = _size(draft)
        if (in_title or draft.passage.start < params.lead) and size is not None and draft.reason != BACKGROUND:
            highest = places[in_title]
            highest[draft.kind] = max(size, highest.get(draft.kind, 0))
    return places[0] | places[1]


def _beyond(draft: Draft, early: int | None, lead: Draft | None, params: Params) -> bool:
    """'More than 500 have died in such attacks': many times the figures of the lead, neither a fear nor a change.

    Where the lead gives none (`early`), the first figure stands for it, or a person told of without one, who says less.
    """
    size = _size(draft)
    if early is None and lead is not None and draft.passage.start >= params.far:
        early = (_size(lead) or 0) * (params.beyond if _unnumbered(lead) else 1)
    if size is None or not early or draft.passage.field == "title":
        return False
    return draft.change_cue is None and draft.stance is Stance.ASSERTS and size >= early * params.beyond


def _holds(draft: Draft, whole: int) -> bool:
    """'Dozens' beside 59 says the same, as does any vague word of a headline."""
    if draft.hedge is not Hedge.VAGUE or draft.passage.field == "title":
        return draft.hedge is Hedge.VAGUE
    return draft.high is not None and draft.high >= whole


def _below_lead(draft: Draft, lead: Draft, params: Params) -> str | None:
    size, whole = _size(draft), _size(lead)
    if size is None or whole is None or size >= whole or (_holds(draft, whole) and lead.population is None):
        return None
    rival = size >= whole * params.rival_share and draft.population == Population.CIVILIANS
    if draft.population is not None and draft.population != lead.population and not rival:
        return SUBSET
    part = size == 1 or size < whole * params.rival_share
    return PART if part and size > 0 and not draft.older else None
