"""Whether a figure is the toll of the event: the sentence's own cues, then the article as a whole."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache

from expectations.contracts.vocabulary import FAMILY, Family, Kind
from transforms.claims.clauses import clause
from transforms.claims.cues import TimeWord, find, time_phrases
from transforms.claims.distractors import months
from transforms.claims.drafts import Draft
from transforms.claims.grammar import Sentence
from transforms.claims.lexicon import words_by_key
from transforms.claims.places import find_places, wider
from transforms.claims.tokens import Phrases

RATE, BACKGROUND, PART, SUBSET, ELSEWHERE = (
    "a rate, no toll",
    "an earlier or other event",
    "a part of a larger figure",
    "counts a part of those concerned",
    "counts another place",
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
COUNTED = (Family.PEOPLE, Family.WEAPONS)


class PartWord(StrEnum):
    """The lists of parts.toml."""

    PART = "part"
    SUPERLATIVE = "superlative"


@cache
def _part_phrases(kind: PartWord) -> Phrases:
    return Phrases(dict.fromkeys(words_by_key("parts", PartWord)[kind], kind.value))


@dataclass(frozen=True)
class Params:
    """`rival_share`: a lower figure of at least this share of the lead's is a rival toll, below it a part.

    `lead`: code points of the text that tell where the event was.
    In tokens: `rate_reach` to a rate behind the figure, `part_reach` to a word that makes it a part, `opening`: head
    of a sentence, where a time speaks of all of it.
    """

    rival_share: float = 0.5
    rate_reach: int = 8
    opening: int = 4
    lead: int = 300
    part_reach: int = 5


def sentence_reason(
    sentence: Sentence, i: int, last: int, published: datetime | None = None, params: Params = Params()
) -> str | None:
    """Why the figure at tokens i to `last` is no toll, as far as its own clause and the sentence's opening say so."""
    lows = sentence.lows
    start, end = clause(sentence, i)
    reach = min(len(lows), last + params.rate_reach)
    if find(time_phrases(TimeWord.RATE), lows, last, max(min(end, reach), last)) is not None:
        return RATE
    for a, b in ((start, end), (0, min(params.opening, start))):
        found = find(time_phrases(TimeWord.BACKGROUND), lows, a, b)
        if found is not None and not _ranked(sentence, found[0]):
            return BACKGROUND
    if _other_year(sentence, start, end, published) or _other_month(lows, published):
        return BACKGROUND
    near = find(
        _part_phrases(PartWord.PART), lows, max(start, i - 2), min(len(lows), max(end, last), last + params.part_reach)
    )
    return PART if near is not None else None


def _ranked(sentence: Sentence, i: int) -> bool:
    """'the largest air attack this year': the span of time ranks the event itself."""
    before = sentence.lows[max(0, i - 8) : i]
    return any(_part_phrases(PartWord.SUPERLATIVE).at(before, k) for k in range(len(before)))


def _other_year(sentence: Sentence, start: int, end: int, published: datetime | None) -> bool:
    lows = sentence.lows
    for j in range(max(start, 1), end):
        year = lows[j].isdecimal() and len(lows[j]) == 4 and lows[j][:2] in ("19", "20")
        dated = lows[j - 1] in ("in", "since", ",", "of", "a", "the") or lows[j - 1] in months()
        if year and dated and (published is None or int(lows[j]) != published.year) and not _ranked(sentence, j):
            return True
    return False


def _other_month(lows: list[str], published: datetime | None) -> bool:
    """'In December, …' at the head of the sentence, in an article of another month or without a date."""
    if (
        len(lows) < 3
        or lows[0] not in ("in", "on")
        or (lows[0] == "on" and published is None)
        or lows[1] not in months()
    ):
        return False
    return published is None or list(MONTHS).index(lows[1][:3]) + 1 not in (published.month, published.month % 12 + 1)


def places_of_lead(title: str | None, text: str, params: Params = Params()) -> set[str]:
    """The places that headline and lead name."""
    return {name for _, _, name in find_places(f"{title or ''}\n{text[: params.lead]}")}


def article_reasons(drafts: list[Draft], named: set[str], params: Params = Params()) -> list[Draft]:
    """The drafts with `reason` set where the article shows that a figure is no toll; order is kept.

    `named`: the places of its lead.
    """
    if not drafts:
        return []
    central = named | {up for name in named for up in wider(name)}
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
    # Children or women counted apart, not as the article's first figure, are a part even where no whole is given.
    apart = draft.population in ("children", "women", "students") and draft.passage.field == "text"
    if apart and (lead is draft or lead is None or lead.population != draft.population):
        return SUBSET
    return None if lead is None or lead is draft else _below_lead(draft, lead, params)


def _below_lead(draft: Draft, lead: Draft, params: Params) -> str | None:
    size, whole = _size(draft), _size(lead)
    if size is None or whole is None or size >= whole:
        return None
    rival = size >= whole * params.rival_share and draft.population == "civilians"
    if draft.population is not None and draft.population != lead.population and not rival:
        return SUBSET
    part = size == 1 or size < whole * params.rival_share
    return PART if part and size > 0 and not draft.older else None
