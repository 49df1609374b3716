"""How outlets pass figures on: lag behind the source they quote, stale and misrelays, corrections, whose figures."""

from dataclasses import dataclass

from reports.contexts import OutletsPage
from reports.figures import number, plural
from reports.hostile import shortened
from reports.labels import labels
from reports.links import Links
from reports.outlet_parts import OutletFact, OutletFault, OutletLine, OutletRecord, OutletRelay, OutletSide
from reports.parts import Site
from reports.relay_rows import OutletFaultRow, OutletPartyRow, OutletProfileRow, OutletRelayRow
from reports.times import stamp

HOUR, DAY = 60, 24 * 60


@dataclass(frozen=True, slots=True)
class Params:
    """How much an outlet's page, and the list of outlets, hold."""

    faults: int = 20
    relays: int = 20
    parties: int = 12
    outlets: int = 300
    shown_parties: int = 3
    longest_source: int = 80


def lag_in_words(minutes: float | None, *, floor: bool = False) -> str:
    """'12 min', '5 h 11 min', '2 d 3 h', with '≥ ' where it is a floor; empty where it is not known."""
    if minutes is None:
        return ""
    whole = round(minutes)
    if whole < HOUR:
        said = f"{whole} min"
    elif whole < DAY:
        said = f"{whole // HOUR} h {whole % HOUR} min"
    else:
        said = f"{number(whole // DAY)} d {whole % DAY // HOUR} h"
    return f"≥ {said}" if floor else said


def party_name(party: str) -> str:
    """'United States' for united_states."""
    return " ".join(word.capitalize() for word in shortened(party, 60).split("_"))


def make_record(
    profile: OutletProfileRow | None,
    parties: list[OutletPartyRow],
    faults: list[OutletFaultRow],
    relays: list[OutletRelayRow],
    links: Links,
) -> OutletRecord | None:
    """The parts of an outlet's page; None where it printed no event's figure."""
    if profile is None or profile.n_attributed + profile.n_own_voice == 0:
        return None
    params = Params()
    return OutletRecord(
        facts=_facts(profile),
        sides=[OutletSide(party_name(p.party), p.figures, p.carried, p.left_out) for p in parties[: params.parties]],
        faults=[_fault(row, links, params) for row in faults],
        relays=[_relay(row, links, params) for row in relays],
    )


def _facts(row: OutletProfileRow) -> list[OutletFact]:
    figures = row.n_attributed + row.n_own_voice
    later = row.n_lags_known - row.n_first
    known = f"{number(row.n_lags_known)} of {plural(row.n_relays, 'relayed figure')} with a clock time"
    floors = f"; {number(row.n_lag_floors)} of them at least" if row.n_lag_floors else ""
    return [
        OutletFact("Attributed", f"{number(row.n_attributed)} of {number(figures)}", "figures with a named source"),
        OutletFact("Published first", number(row.n_first), known),
        OutletFact(
            "Lag",
            lag_in_words(row.median_lag_minutes) or "not known",
            f"median of {plural(later, 'later one')}{floors}",
        ),
        OutletFact("Stale relays", number(row.n_stale_relays), "its source had given another figure since"),
        OutletFact("Misrelays", number(row.n_misrelays), "the source’s own statement says another"),
        OutletFact(
            "Corrections", number(row.n_corrections), f"printed; {plural(row.n_corrected, 'figure')} corrected later"
        ),
    ]


def _fault(row: OutletFaultRow, links: Links, params: Params) -> OutletFault:
    low, high = number(row.other_figure_low), number(row.other_figure_high)
    return OutletFault(
        role_name=labels().roles[row.role],
        event=links.event(row.event_id, row.event_title),
        figure=f"{number(row.figure)} {labels().kinds[row.kind].noun}",
        source=shortened(row.source, params.longest_source) if row.source else None,
        other=low if low == high else f"{low} to {high}",
        published=stamp(row.published_at, row.published_precision),
    )


def _relay(row: OutletRelayRow, links: Links, params: Params) -> OutletRelay:
    return OutletRelay(
        event=links.event(row.event_id, row.event_title),
        source=shortened(row.source, params.longest_source),
        figure=f"{number(row.figure)} {labels().kinds[row.kind].noun}",
        published=stamp(row.published_at, row.published_precision),
        first=stamp(row.first_at),
        first_outlet=links.outlet(row.first_outlet),
        lag=lag_in_words(row.lag_minutes, floor=row.lag_is_floor),
    )


def make_outlets_page(
    profiles: list[OutletProfileRow], parties: dict[str, list[OutletPartyRow]], site: Site, links: Links
) -> OutletsPage:
    """The context of outlets.html: one line an outlet, those with most articles first."""
    params = Params()
    return OutletsPage(
        site=site,
        lines=[_line(row, parties.get(row.outlet, []), links, params) for row in profiles[: params.outlets]],
        left_out=max(0, len(profiles) - params.outlets),
    )


def _line(row: OutletProfileRow, parties: list[OutletPartyRow], links: Links, params: Params) -> OutletLine:
    figures = row.n_attributed + row.n_own_voice
    carried = [p for p in parties if p.figures][: params.shown_parties]
    return OutletLine(
        outlet=links.outlet(row.outlet),
        articles=row.n_articles,
        attributed=f"{number(row.n_attributed)} of {number(figures)}" if figures else "",
        relays=row.n_relays,
        first=row.n_first,
        lag=lag_in_words(row.median_lag_minutes),
        stale=row.n_stale_relays,
        misrelays=row.n_misrelays,
        corrections=row.n_corrections,
        corrected=row.n_corrected,
        parties=", ".join(f"{party_name(p.party)} {number(p.figures)}" for p in carried),
    )
