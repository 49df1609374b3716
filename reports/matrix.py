"""Outlets by figures: what each outlet says of each kind, held against the consensus estimate."""

from dataclasses import dataclass

from expectations.contracts.vocabulary import FAMILY, Family, Kind
from reports.figures import in_symbols, interval
from reports.hostile import shortened
from reports.labels import labels
from reports.links import Links
from reports.parts import Cell, Matrix, MatrixRow
from reports.rows import ClaimRow, EstimateRow
from reports.times import stamp


@dataclass(frozen=True, slots=True)
class Params:
    """`tolerance`: a figure this share outside the consensus range still counts as inside. The rest bounds the page."""

    tolerance: float = 0.1
    rows: int = 60
    kinds: int = 8
    also: int = 3
    words: int = 34


def make_matrix(
    claims: list[ClaimRow], consensus: dict[str, EstimateRow], links: Links, params: Params | None = None
) -> Matrix | None:
    """One row an outlet, one column a kind; None where no claim is a total of the event."""
    chosen = params or Params()
    totals = [c for c in claims if c.is_event_total and c.population is None and c.kind in FAMILY]
    present = {c.kind for c in totals}
    kinds = [k for k in Kind if k in present][: chosen.kinds]
    if not kinds:
        return None
    by_cell: dict[tuple[str, str], list[ClaimRow]] = {}
    for claim in totals:
        by_cell.setdefault((claim.outlet, claim.kind), []).append(claim)
    outlets = sorted({c.outlet for c in totals if c.kind in kinds})
    rows = [_row(outlet, kinds, by_cell, consensus=consensus, links=links, params=chosen) for outlet in outlets]
    # The latest account stands on top: it is what the others are read against.
    rows.sort(key=lambda r: (r.when is not None, r.when.iso if r.when else ""), reverse=True)
    return Matrix(
        headings=[labels().kinds[k].heading for k in kinds],
        consensus=[interval(e.low, e.high) if (e := consensus.get(k)) else "" for k in kinds],
        rows=rows[: chosen.rows],
        left_out=max(0, len(rows) - chosen.rows),
    )


def _row(
    outlet: str,
    kinds: list[Kind],
    by_cell: dict[tuple[str, str], list[ClaimRow]],
    *,
    consensus: dict[str, EstimateRow],
    links: Links,
    params: Params,
) -> MatrixRow:
    cells = [_cell(by_cell.get((outlet, k), []), k, consensus.get(k), params) for k in kinds]
    dated = [c for k in kinds for c in by_cell.get((outlet, k), []) if c.when is not None]
    newest = max(dated, key=_when, default=None)
    return MatrixRow(links.outlet(outlet), stamp(newest.when, newest.when_precision) if newest else None, cells)


def _when(claim: ClaimRow) -> float:
    return claim.when.timestamp() if claim.when else float("-inf")


def _cell(claims: list[ClaimRow], kind: Kind, consensus: EstimateRow | None, params: Params) -> Cell:
    if not claims:
        return Cell("", "none", "")
    shown = sorted(claims, key=lambda c: (_when(c), c.stance == "asserts", c.evidence_field == "text", c.claim_id))
    head = shown[-1]
    figure = shortened(_figure(head), params.words)
    others = dict.fromkeys(shortened(_figure(c), params.words) for c in reversed(shown[:-1]))
    others.pop(figure, None)
    sign = "word" if FAMILY[kind] is Family.ACCOUNT else against(head, consensus, params)
    return Cell(figure, sign, ", ".join(list(others)[: params.also]))


def _figure(claim: ClaimRow) -> str:
    mark = {"denies": " (denied)", "unconfirmed": " ?"}.get(claim.stance, "")
    return in_symbols(claim) + mark


def against(claim: ClaimRow, consensus: EstimateRow | None, params: Params | None = None) -> str:
    """'in', 'above' or 'below' the consensus range, 'word' where there is nothing to hold against."""
    tolerance = (params or Params()).tolerance
    if not claim.numeric or consensus is None:
        return "word"
    # A vague word has no number of its own: it differs only where its whole interval lies outside.
    low, high = (claim.low, claim.high) if claim.anchor is None else (claim.anchor, claim.anchor)
    if consensus.low is not None and high is not None and high < consensus.low * (1 - tolerance):
        return "below"
    if consensus.high is not None and low is not None and low > consensus.high * (1 + tolerance):
        return "above"
    return "in"
