"""The ledger: what each authority said, in the order of the times it spoke of, and who carries it."""

from dataclasses import dataclass

from expectations.contracts.vocabulary import FAMILY, Family, Kind
from reports.figures import in_words
from reports.hostile import shortened
from reports.labels import labels
from reports.links import Links
from reports.parts import Authority, LedgerLine
from reports.rows import ClaimRow
from reports.times import stamp

ORDER = {kind.value: place for place, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Params:
    """How much of the ledger a page holds."""

    authorities: int = 14
    lines: int = 16
    outlets: int = 4
    longest_name: int = 80


def make_ledger(claims: list[ClaimRow], links: Links, params: Params | None = None) -> list[Authority]:
    """Authorities with their event totals, those with most lines first; the outlets' own voice is not among them."""
    chosen = params or Params()
    by_source: dict[str, list[ClaimRow]] = {}
    for claim in claims:
        figured = claim.kind in FAMILY and FAMILY[Kind(claim.kind)] is not Family.ACCOUNT and claim.numeric
        if claim.source and figured and claim.is_event_total and claim.population is None:
            by_source.setdefault(claim.source, []).append(claim)
    made = [_authority(name, rows, links, chosen) for name, rows in by_source.items()]
    made.sort(key=lambda a: (-(len(a.lines) + a.left_out), a.name))
    return made[: chosen.authorities]


def _authority(name: str, claims: list[ClaimRow], links: Links, params: Params) -> Authority:
    lines: dict[tuple[str, ...], list[ClaimRow]] = {}
    for claim in sorted(claims, key=lambda c: (c.when is None, c.when.timestamp() if c.when else 0.0, ORDER[c.kind])):
        time = stamp(claim.when, claim.when_precision)
        key = (time.iso if time else "", claim.kind, in_words(claim), claim.stance)
        lines.setdefault(key, []).append(claim)
    made = [_line(rows, links, params) for rows in lines.values()]
    return Authority(shortened(name, params.longest_name), made[: params.lines], max(0, len(made) - params.lines))


def _line(claims: list[ClaimRow], links: Links, params: Params) -> LedgerLine:
    head = claims[0]
    outlets = list(dict.fromkeys(c.outlet for c in claims))
    return LedgerLine(
        as_of=stamp(head.when, head.when_precision),
        from_publication=head.as_of is None or head.as_of_basis == "published",
        kind_name=labels().kinds[head.kind].heading,
        figure=in_words(head),
        stance=head.stance,
        outlets=[links.outlet(o) for o in outlets[: params.outlets]],
        more=max(0, len(outlets) - params.outlets),
    )
