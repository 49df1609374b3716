"""Discrepancies as cards: the values and who prints them, two quotes side by side, the others folded."""

from collections.abc import Mapping
from dataclasses import dataclass

from expectations.contracts.vocabulary import EvidenceField, Severity, Status
from reports.figures import in_words
from reports.hostile import shortened
from reports.labels import labels, rule_in_words
from reports.links import Links, original
from reports.parts import Card, CardGroup, Count, Quote, Side
from reports.rows import ClaimRow, DiscrepancyRow
from reports.times import stamp

LONGEST_SOURCE = 80


@dataclass(frozen=True, slots=True)
class Params:
    """How much a card holds, so that a page stays small.

    The first `full` cards have `folded` more quotes; the others are brief, those up to `some` with a `few` more quotes.
    Above `unfolded` cards low severity is folded. A quote is cut beyond `window` code points on either side of the
    figure; `context` of them are shown around it.
    """

    full: int = 8
    folded: int = 4
    some: int = 20
    few: int = 1
    unfolded: int = 12
    window: int = 420
    context: int = 110
    outlets_a_side: int = 12


def make_cards(
    discrepancies: list[DiscrepancyRow],
    claims: dict[str, ClaimRow],
    links: Links,
    origins: Mapping[tuple[str, int], int],
) -> list[Card]:
    """Cards in the order of the discrepancies; `claims` by claim_id, `origins`: how many a (kind, figure) has."""
    return [
        _card(row, [claims[i] for i in row.claim_ids if i in claims], links, position, origins)
        for position, row in enumerate(discrepancies)
    ]


def grouped_cards(made: list[Card], params: Params | None = None) -> list[CardGroup]:
    """Cards by severity in their order, dismissed ones apart; low severity is folded where there are many cards."""
    chosen = params or Params()
    groups: dict[tuple[str, str], list[Card]] = {}
    for card in made:
        dismissed = card.status == Status.DISMISSED
        key = (card.status, card.status_name) if dismissed else (card.severity, card.severity_name)
        groups.setdefault(key, []).append(card)
    many = len(made) > chosen.unfolded
    return [
        CardGroup(
            key=key,
            name=name,
            types=[Count(t, cards[0].type_name, len(cards)) for t, cards in _by_type(group)],
            cards=group,
            folded=key == Status.DISMISSED or (many and key == Severity.LOW),
        )
        for (key, name), group in groups.items()
    ]


def _by_type(cards: list[Card]) -> list[tuple[str, list[Card]]]:
    types: dict[str, list[Card]] = {}
    for card in cards:
        types.setdefault(card.type, []).append(card)
    return sorted(types.items(), key=lambda item: (-len(item[1]), item[0]))


def _card(
    row: DiscrepancyRow,
    claims: list[ClaimRow],
    links: Links,
    position: int,
    origins: Mapping[tuple[str, int], int],
) -> Card:
    params = Params()
    words = labels()
    sides = _sides(claims)
    first = _opposed(claims)
    others = sorted((c for c in claims if c not in first), key=_by_time)
    brief = position >= params.full
    room = params.folded if position < params.full else params.few if position < params.some else 0
    return Card(
        discrepancy_id=row.discrepancy_id,
        type=row.type,
        type_name=words.types[row.type],
        rule=rule_in_words(row.type),
        kind_name=words.kinds[row.kind].heading,
        severity=row.severity,
        severity_name=words.severities[row.severity],
        status=row.status,
        status_name=words.statuses[row.status],
        in_article=row.in_article,
        confidence=round(100 * row.confidence),
        explanation=row.explanation,
        sides=[_side(figure, group, links, params, origins) for figure, group in sides.items()],
        quotes=[make_quote(c, links, params, with_context=not brief) for c in first],
        folded=[make_quote(c, links, params, with_context=False) for c in others[:room]],
        left_out=max(0, len(others) - room),
        brief=brief,
    )


def _said(claim: ClaimRow) -> str:
    figure = in_words(claim)
    return (
        figure if claim.stance == "asserts" else f"{figure} ({'denied' if claim.stance == 'denies' else 'unconfirmed'})"
    )


def _sides(claims: list[ClaimRow]) -> dict[str, list[ClaimRow]]:
    """Claims by what they say, the lowest figure first; words by how many say them."""
    groups: dict[str, list[ClaimRow]] = {}
    for claim in claims:
        groups.setdefault(_said(claim), []).append(claim)

    def order(item: tuple[str, list[ClaimRow]]) -> tuple[float, int, str]:
        return (_place(item[1]), -len(item[1]), item[0])

    return dict(sorted(groups.items(), key=order))


def _opposed(claims: list[ClaimRow]) -> list[ClaimRow]:
    """The two claims to read first, in time order: those that the explanation quotes."""
    return sorted(claims[:2], key=_by_time)


def _place(group: list[ClaimRow]) -> float:
    value = group[0].charted
    return -1.0 if value is None else value


def _by_time(claim: ClaimRow) -> tuple[bool, float, str, str]:
    when = claim.when
    return (when is None, when.timestamp() if when else 0.0, claim.outlet, claim.claim_id)


def _side(
    figure: str, claims: list[ClaimRow], links: Links, params: Params, origins: Mapping[tuple[str, int], int]
) -> Side:
    """`origins` counts whole events' figures: a side of parts or of mixed figures has no such number."""
    outlets = sorted({c.outlet for c in claims})
    points = {(c.kind, c.point) for c in claims if c.is_event_total and c.population is None and c.point is not None}
    whole = len(points) == 1 and all(c.is_event_total and c.population is None for c in claims)
    known = origins.get(next(iter(points)), 0) if whole else 0
    return Side(figure, [links.outlet(o) for o in outlets[: params.outlets_a_side]], len(outlets), known)


def make_quote(claim: ClaimRow, links: Links, params: Params, *, with_context: bool) -> Quote:
    """The claim as evidence: its verbatim quote in three parts, the middle one the figure or words themselves."""
    before, after = claim.quote[: claim.value_start], claim.quote[claim.value_end :]
    return Quote(
        claim_id=claim.claim_id,
        outlet=links.outlet(claim.outlet),
        original=original(claim.url, claim.title),
        published=stamp(claim.published_at, claim.published_precision),
        as_of=stamp(claim.as_of, claim.as_of_precision) if claim.as_of_basis != "published" else None,
        source=shortened(claim.attributed_to or claim.source_canonical or "", LONGEST_SOURCE) or None,
        stance=labels().stances[claim.stance],
        in_title=claim.evidence_field == EvidenceField.TITLE,
        figure=in_words(claim),
        lead=_tail_of(claim.before, params.context) if with_context else "",
        before=before if len(before) <= params.window else "…" + before[-params.window :],
        value=claim.quote[claim.value_start : claim.value_end],
        after=after if len(after) <= params.window else after[: params.window] + "…",
        tail=_head_of(claim.after, params.context) if with_context else "",
    )


def _tail_of(text: str, most: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) < most else "… " + flat[-most:].partition(" ")[2]


def _head_of(text: str, most: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) < most else flat[:most].rpartition(" ")[0] + " …"
