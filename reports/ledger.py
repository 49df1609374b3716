"""The toll ledger: what each authority said, as of when, where it was first published, and what superseded it."""

from dataclasses import dataclass

from reports.figures import in_words, number
from reports.hostile import shortened
from reports.labels import labels
from reports.links import Links
from reports.parts import Authority, LedgerLine
from reports.rows import LedgerRow
from reports.times import stamp

OWN_VOICE = "The outlets’ own voice"


@dataclass(frozen=True, slots=True)
class Params:
    """How much of the ledger a page holds."""

    authorities: int = 14
    lines: int = 16
    outlets: int = 4
    longest_name: int = 80


def make_ledger(entries: list[LedgerRow], links: Links, params: Params | None = None) -> list[Authority]:
    """Authorities with their figures, those with most first; what outlets say in their own voice comes last."""
    chosen = params or Params()
    by_source: dict[str, list[LedgerRow]] = {}
    own = [entry for entry in entries if entry.in_outlets_own_voice]
    for entry in entries:
        if not entry.in_outlets_own_voice:
            by_source.setdefault(entry.authority, []).append(entry)
    made = [_authority(name, rows, links, chosen) for name, rows in by_source.items()]
    made.sort(key=lambda a: (-(len(a.lines) + a.left_out), a.name))
    return made[: chosen.authorities] + ([_authority(OWN_VOICE, own, links, chosen)] if own else [])


def _authority(name: str, entries: list[LedgerRow], links: Links, params: Params) -> Authority:
    shown = [_line(entry, links, params) for entry in entries[: params.lines]]
    return Authority(shortened(name, params.longest_name), shown, max(0, len(entries) - params.lines))


def _line(entry: LedgerRow, links: Links, params: Params) -> LedgerLine:
    others = [outlet for outlet in entry.outlets if outlet != entry.first_outlet]
    return LedgerLine(
        as_of=stamp(entry.as_of, entry.as_of_precision),
        kind_name=labels().kinds[entry.kind].heading,
        figure=in_words(entry),
        stance=entry.stance,
        first_outlet=links.outlet(entry.first_outlet),
        first_published=stamp(entry.first_published, entry.first_precision),
        others=[links.outlet(o) for o in others[: params.outlets]],
        more=max(0, len(others) - params.outlets),
        known_from=stamp(entry.known_from),
        superseded_from=stamp(entry.superseded_from),
        superseded_by=number(entry.superseded_by) if entry.superseded_by is not None else "",
    )
