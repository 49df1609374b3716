"""Which claims a toll chart shows, in which order, and the table that says the same."""

from collections import Counter
from dataclasses import dataclass, replace

from expectations.contracts.vocabulary import FAMILY, Family, Kind
from reports.charts.marks import Drawn
from reports.figures import in_symbols, in_words, number, plural, spread
from reports.hostile import neutral, shortened
from reports.labels import labels
from reports.links import Links
from reports.parts import Chart, ChartRow
from reports.rows import ClaimRow, DiscrepancyRow, EstimateRow
from reports.times import stamp

OWN_VOICE = "outlet's own voice"
OTHER = "other source"


@dataclass(frozen=True, slots=True)
class Params:
    """Drawn `charts` and `tables` a page; `rows` a chart and `sources` told apart in it; none below `least` figures."""

    charts: int = 2
    tables: int = 6
    rows: int = 32
    sources: int = 5
    least: int = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: a claim, and the other outlets that say exactly the same of the same time."""

    claim: ClaimRow
    more: int = 0
    corrects: str | None = None


def make_charts(
    claims: list[ClaimRow],
    discrepancies: list[DiscrepancyRow],
    consensus: dict[str, EstimateRow],
    links: Links,
    params: Params | None = None,
) -> list[Chart]:
    """A chart for each kind with at least two figures that are totals of the event, in the vocabulary's order."""
    chosen = params or Params()
    by_kind: dict[str, list[ClaimRow]] = {}
    for claim in claims:
        whole = claim.is_event_total and claim.population is None and claim.stance != "denies"
        if whole and claim.charted is not None and _counts(claim.kind):
            by_kind.setdefault(claim.kind, []).append(claim)
    enough = [k.value for k in Kind if len(by_kind.get(k.value, [])) >= chosen.least][: chosen.tables]
    drawn = set(sorted(enough, key=lambda k: (not _people(k), -len(by_kind[k]), k))[: chosen.charts])
    corrections = [d for d in discrepancies if d.type == "downward_correction"]
    return [
        _chart(
            k,
            by_kind[k],
            [d for d in corrections if d.kind == k],
            consensus=consensus.get(k),
            links=links,
            params=chosen,
            draw=k in drawn,
        )
        for k in enough
    ]


def _counts(kind: str) -> bool:
    return kind in FAMILY and FAMILY[Kind(kind)] is not Family.ACCOUNT


def _people(kind: str) -> bool:
    return FAMILY[Kind(kind)] is Family.PEOPLE


def _chart(
    kind: str,
    claims: list[ClaimRow],
    corrections: list[DiscrepancyRow],
    *,
    consensus: EstimateRow | None,
    links: Links,
    params: Params,
    draw: bool,
) -> Chart:
    heading = labels().kinds[kind].heading
    marks, steps = _corrected(_merged(claims), corrections)
    marks, left_out = _fitting(marks, params.rows)
    keep = {mark.claim.claim_id for mark in marks}
    said = plural(len({c.outlet for c in claims}), "outlet")
    best = spread(consensus.low, consensus.best, consensus.high) if consensus else None
    caption = f"{heading} as {said} report it, in the order of the times the figures speak of."
    markup = None
    if draw and len(marks) >= params.least:
        from reports.charts.tolls import draw as draw_chart

        rows = _drawn(marks, params)
        place = {mark.claim.claim_id: i for i, mark in enumerate(marks)}
        pairs = [(place[a], place[b]) for a, b in steps if a in keep and b in keep]
        band = (consensus.low, consensus.high) if consensus else None
        summary = f"{caption} {'Consensus: ' + best + '. ' if best else ''}The table below the chart gives every mark."
        markup = draw_chart(kind, heading, summary, rows=rows, band=band, steps=pairs)
    return Chart(kind, heading, caption, markup, [_row(mark, links) for mark in marks], left_out)


def _merged(claims: list[ClaimRow]) -> list[Mark]:
    """One mark for what one outlet says of one time in the same words of the same source."""
    seen: dict[tuple[str, str, str, str], Mark] = {}
    for claim in sorted(claims, key=_order):
        time = stamp(claim.when, claim.when_precision)
        key = (claim.outlet, time.iso if time else "", in_symbols(claim), claim.source or "")
        seen.setdefault(key, Mark(claim))
    return list(seen.values())


def _order(claim: ClaimRow) -> tuple[bool, float, float, str, str]:
    """By time, undated last; what is known to the same day only by its figure."""
    when = claim.when
    return (when is None, when.timestamp() if when else 0.0, claim.charted or 0.0, claim.outlet, claim.claim_id)


def _corrected(marks: list[Mark], corrections: list[DiscrepancyRow]) -> tuple[list[Mark], list[tuple[str, str]]]:
    """Marks that say which figure they correct, and the steps from the higher to the lower one, one a correction."""
    place = {mark.claim.claim_id: i for i, mark in enumerate(marks)}
    changed = list(marks)
    steps: list[tuple[str, str]] = []
    for found in corrections:
        inside = sorted(place[i] for i in found.claim_ids if i in place and marks[place[i]].claim.when is not None)
        falls = [(b - a, a, b) for a in inside for b in inside if a < b and _value(marks[a]) > _value(marks[b])]
        if not falls:
            continue
        _, higher, lower = min(falls)
        steps.append((marks[higher].claim.claim_id, marks[lower].claim.claim_id))
        changed[lower] = replace(changed[lower], corrects=f"down from {in_words(marks[higher].claim)}")
    return changed, steps


def _value(mark: Mark) -> float:
    return mark.claim.charted or 0.0


def _fitting(marks: list[Mark], most: int) -> tuple[list[Mark], int]:
    """At most `most` marks: those that say the same of the same time become one, then the oldest go."""
    if len(marks) <= most:
        return marks, 0
    groups: dict[tuple[str, str, str], list[Mark]] = {}
    for mark in marks:
        time = stamp(mark.claim.when, mark.claim.when_precision)
        groups.setdefault((time.iso if time else "", in_symbols(mark.claim), mark.claim.source or ""), []).append(mark)
    joined = [replace(_head(group), more=len({m.claim.outlet for m in group}) - 1) for group in groups.values()]
    extra = len(joined) - most
    if extra <= 0:
        return joined, 0
    droppable = [m for m in joined if m.corrects is None][:extra]
    dropped = {m.claim.claim_id for m in droppable}
    kept = [m for m in joined if m.claim.claim_id not in dropped][-most:]
    return kept, len(joined) - len(kept)


def _head(group: list[Mark]) -> Mark:
    return next((m for m in group if m.corrects), group[0])


def _drawn(marks: list[Mark], params: Params) -> list[Drawn]:
    common = Counter(m.claim.source for m in marks if m.claim.source).most_common()
    named = {name for name, _ in sorted(common, key=lambda item: (-item[1], item[0]))[: params.sources]}
    rows = []
    for mark in marks:
        claim = mark.claim
        time = stamp(claim.when, claim.when_precision)
        source = claim.source
        outlet = shortened(neutral(claim.outlet), 24)
        rows.append(
            Drawn(
                when=time.short if time else "undated",
                outlet=f"{outlet} +{mark.more}" if mark.more else outlet,
                figure=neutral(in_symbols(claim)) + ("" if claim.stance == "asserts" else " ?"),
                source=OWN_VOICE if source is None else shortened(neutral(source), 30) if source in named else OTHER,
                value=claim.charted or 0.0,
                low=claim.low,
                high=claim.high,
                note=mark.corrects or "",
            )
        )
    return rows


def _row(mark: Mark, links: Links) -> ChartRow:
    claim = mark.claim
    outlet = links.outlet(claim.outlet)
    return ChartRow(
        when=stamp(claim.when, claim.when_precision),
        outlet=replace(outlet, text=f"{outlet.text} and {number(mark.more)} more") if mark.more else outlet,
        figure=in_words(claim) + ("" if claim.stance == "asserts" else " (unconfirmed)"),
        source=shortened(claim.source or OWN_VOICE, 60),
        corrected=mark.corrects,
    )
