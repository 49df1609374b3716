"""Whether a figure is the toll of the event: the sentence's own cues, then the article as a whole."""

from dataclasses import dataclass

from expectations.contracts.vocabulary import FAMILY, Family, Kind
from transforms.claims.clauses import clause
from transforms.claims.cues import TimeWord, find, time_phrases
from transforms.claims.drafts import Draft
from transforms.claims.grammar import Sentence
from transforms.claims.places import find_places, wider

RATE, BACKGROUND, PART, SUBSET, ELSEWHERE = (
    "a rate, no toll",
    "an earlier or other event",
    "a part of a larger figure",
    "counts a part of those concerned",
    "counts another place",
)
COUNTED = (Family.PEOPLE, Family.WEAPONS)


@dataclass(frozen=True)
class Params:
    """`rival_share`: a lower figure of at least this share of the lead's is a rival toll, below it a part."""

    rival_share: float = 0.5
    rate_reach: int = 8


def sentence_reason(sentence: Sentence, i: int, last: int, params: Params = Params()) -> str | None:
    """Why the figure at tokens i to `last` is no toll, as far as its own clause says so."""
    start, end = clause(sentence, i)
    reach = min(len(sentence.lows), last + params.rate_reach)
    if find(time_phrases(TimeWord.RATE), sentence.lows, last, max(min(end, reach), last)) is not None:
        return RATE
    if find(time_phrases(TimeWord.BACKGROUND), sentence.lows, start, end) is not None:
        return BACKGROUND
    return _other_year(sentence, start, end)


def _other_year(sentence: Sentence, start: int, end: int) -> str | None:
    lows = sentence.lows
    for j in range(start, end):
        year = lows[j].isdecimal() and len(lows[j]) == 4 and lows[j][:2] in ("19", "20")
        if year and j > 0 and lows[j - 1] in ("in", "since", ",", "of", "september", "march", "december"):
            return BACKGROUND
    return None


def article_reasons(drafts: list[Draft], title: str | None, text: str, params: Params = Params()) -> list[Draft]:
    """The drafts with `reason` set where the article shows that a figure is no toll; order is kept."""
    near = f"{title or ''}\n{text[:600]}"
    central = {name for _, _, name in find_places(near)}
    central |= {up for name in central for up in wider(name)}
    leads: dict[Kind, Draft] = {}
    for draft in drafts:
        if _may_lead(draft):
            leads.setdefault(draft.kind, draft)
    return [draft.with_(reason=_reason(draft, leads.get(draft.kind), central, params)) for draft in drafts]


def _may_lead(draft: Draft) -> bool:
    return FAMILY.get(draft.kind) in COUNTED and draft.reason is None and not draft.part and _size(draft) is not None


def _size(draft: Draft) -> int | None:
    return draft.anchor if draft.anchor is not None else draft.low


def _reason(draft: Draft, lead: Draft | None, central: set[str], params: Params) -> str | None:
    if draft.reason is not None or FAMILY.get(draft.kind) not in COUNTED:
        return draft.reason
    if draft.part:
        return PART
    away = draft.scope is not None and central and not {draft.scope, *wider(draft.scope)} & central
    if away:
        return ELSEWHERE
    return None if lead is None or lead is draft else _below_lead(draft, lead, params)


def _below_lead(draft: Draft, lead: Draft, params: Params) -> str | None:
    size, whole = _size(draft), _size(lead)
    if size is None or whole is None or size >= whole:
        return None
    if draft.population is not None and draft.population != lead.population:
        return SUBSET
    part = size == 1 or size < whole * params.rival_share
    return PART if part and size > 0 and not draft.older else None
