"""Accounts that an article gives in passing, of earlier acts or of acts in general: claims, but not of the event.

A long report recalls other strikes. What it says of target, doer and cause is of the event where it stands in the
headline or near the head of the text, or where its sentence ties it to the event: by a toll of the event, by one of the
places of the lead, or by naming a suspect. After the inverted pyramid of news writing; discourse types after
van Dijk (1988).
"""

from dataclasses import dataclass

from expectations.contracts.vocabulary import FAMILY, Family
from transforms.claims.drafts import Draft
from transforms.claims.places import find_places
from transforms.claims.totals import BACKGROUND

PASSING = "told in passing"
TIED = frozenset({"named_suspect", "claims", "denies", "nobody_claims", "blamed", "passive_by", "open_cause"})
"""Rules that speak of one act by themselves."""
NAMED_ONLY = frozenset({"mechanism", "weapon_origin", "target_attack", "harmed_at"})
"""Rules that take the mere name of an act or weapon: further down it is the event's name, and says nothing anew."""
QUALIFIED = "party_attack"
"""'Israeli strikes': of an act in passing, where nothing says that it is one act, a word of what kind it was."""


@dataclass(frozen=True, slots=True)
class Params:
    """`head`: code points of the text in which every account is of the event."""

    head: int = 700


def with_asides(drafts: list[Draft], central: set[str], params: Params = Params()) -> list[Draft]:
    """The drafts, those told in passing with that as their `reason`, or left out where a name is all there is.

    `central`: narrowest places of headline and lead. Keeps order.
    """
    with_toll = {
        (d.passage.field, d.passage.start)
        for d in drafts
        if FAMILY.get(d.kind) is not Family.ACCOUNT and d.reason != BACKGROUND and d.anchor is not None
    }
    out = []
    for draft in drafts:
        if (
            FAMILY.get(draft.kind) is not Family.ACCOUNT
            or _of_event(draft, with_toll, central, params)
            or (draft.reason == BACKGROUND and draft.rule not in NAMED_ONLY)
        ):
            out.append(draft)
        elif draft.rule not in NAMED_ONLY | {QUALIFIED}:
            out.append(draft.with_(reason=PASSING))
    return out


def _of_event(draft: Draft, with_toll: set[tuple[str, int]], central: set[str], params: Params) -> bool:
    passage = draft.passage
    if draft.reason == BACKGROUND:
        return False
    if passage.field == "title" or passage.start < params.head or draft.rule in TIED:
        return True
    if (passage.field, passage.start) in with_toll:
        return True
    if draft.rule in NAMED_ONLY:
        return False
    # Where headline and lead name no place that is known, nothing says that the deed is another one.
    if not central:
        return True
    return any(name in central for _, _, name in find_places(passage.text))
