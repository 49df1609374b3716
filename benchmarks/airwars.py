"""Ranges of killed and injured: the archive's low and high against the claims in an incident's texts.

    python -m benchmarks.airwars CORPORA [--misses]

Two corpora, never pooled: `gaza` (one narrator relates what many sources said), `syria` (one or more outlets' texts an
incident; the archive counts civilians only). For each incident with an archive figure of a kind:

- `told`: share in which both bounds are among the claims' figures of that kind, event totals or not: what the range can
  be made of was read.
- `low`, `high`, `both`: share in which the interval of the claims has the archive's bound. The interval goes from the
  least to the greatest figure of the claims that are totals of the event; zeros count only beside nothing else, and
  where no claim is a total, all count.
- `flagged`: F1 of 'the figures differ', against the archive's low < high.

A point or one-sided claim gives its figure as reported ('more than 20' 21), a range both ends. A vague word gives what
Airwars codes for it: 'dozens' 12 to 24, 'a number', 'several', 'others' 2. An archive figure that only such a code gave
is left in: the text makes a claim there, of harm without a number. Where the archive weighs sources (drops a first low
report, adds up names) no reading can follow it; `told` is the measure of reading, the others of the interval as well.
"""

from pathlib import Path

from benchmarks.archives import Row, claims_of, command, half, harmonic, rows, share, value

CORPORA = {"gaza": "airwars_gaza", "syria": "airwars_syria"}
KINDS = ("killed", "injured")


# Airwars' codes for plurals without a number, by the lower bound of the vague word here.
DOZENS, FEW = 24, 3
CODED = {DOZENS: (12, 24)}


def _ends(claim: Row) -> tuple[float, float]:
    if claim["hedge"] == "range" and claim["low"] is not None and claim["high"] is not None:
        return claim["low"], claim["high"]
    if claim["hedge"] == "vague" and claim["low"] is not None:
        return CODED.get(claim["low"], (2, 2) if claim["low"] <= FEW else (claim["low"], claim["low"]))
    figure = claim["low"] if claim["hedge"] == "more_than" else value(claim)
    given = claim["high"] if figure is None else figure
    return (given, given)


def interval(claims: list[Row]) -> tuple[float, float] | None:
    """From the least to the greatest figure of the totals; None without a figure."""
    for chosen in ([c for c in claims if c["is_event_total"]], claims):
        ends = [end for claim in chosen for end in _ends(claim)]
        counted = [end for end in ends if end] or ends
        if counted:
            return min(counted), max(counted)
    return None


def cases(corpora: Path, name: str, chosen: str | None) -> list[Row]:
    """Incidents of one corpus: `id`, `texts`, for each kind the archive's [low, high] and the claims."""
    folder = corpora / CORPORA[name]
    articles = {a["id"]: a for a in rows(folder / "articles.jsonl.gz")}
    incidents = [i for i in rows(folder / "gold.jsonl.gz") if chosen in (None, half(i["incident_id"]))]
    wanted = {key for incident in incidents for key in incident["article_ids"]} & articles.keys()
    found = claims_of([articles[key] for key in sorted(wanted)])
    return [
        {
            "id": incident["incident_id"],
            "texts": [articles[key] for key in incident["article_ids"] if key in wanted],
            **{kind: incident[kind] for kind in KINDS},
            "claims": {
                kind: [c for key in incident["article_ids"] for c in found.get(key, []) if c["kind"] == kind]
                for kind in KINDS
            },
        }
        for incident in incidents
    ]


def _kind(told: list[Row], kind: str) -> dict[str, float]:
    scored = [(case[kind], case["claims"][kind]) for case in told if case[kind]]
    spans = [(archive, interval(claims)) for archive, claims in scored]
    ranged = [(low < high, span is not None and span[0] < span[1]) for (low, high), span in spans]
    hits = sum(real and seen for real, seen in ranged)
    return {
        "incidents": len(scored),
        "told": share({low, high} <= {end for c in claims for end in _ends(c)} for (low, high), claims in scored),
        "low": share(span is not None and span[0] == low for (low, _), span in spans),
        "high": share(span is not None and span[1] == high for (_, high), span in spans),
        "both": share(span is not None and span == (low, high) for (low, high), span in spans),
        "silent": share(not claims for _, claims in scored),
        "flagged": harmonic(
            hits / max(1, sum(seen for _, seen in ranged)), hits / max(1, sum(real for real, _ in ranged))
        ),
    }


def measure(corpora: Path, chosen: str | None) -> Row:
    """The figures of each corpus and kind, over all incidents or one half."""
    return {
        f"{name} {kind}": _kind(told, kind)
        for name in CORPORA
        for told in [cases(corpora, name, chosen)]
        for kind in KINDS
    }


def floors(corpora: Path) -> dict[str, float]:
    """The gate's measures."""
    figures = measure(corpora, None)
    return {f"{what} {name}": figures[what][name] for what in figures for name in ("told", "low", "high", "both")}


def misses(corpora: Path) -> None:
    """Incidents of the half that is read whose bounds differ, with the claims, and the texts without one."""
    for name in CORPORA:
        for case in cases(corpora, name, "read"):
            for kind in KINDS:
                claims, archive = case["claims"][kind], case[kind]
                span = interval(claims)
                if not archive or (span is not None and list(span) == archive):
                    continue
                ends = {end for claim in claims for end in _ends(claim)}
                print(f"{'INTERVAL' if set(archive) <= ends else 'UNTOLD'} {name} {case['id']} {kind} {archive} {span}")
                for claim in claims:
                    total = claim["total_reason"] or "total"
                    print(f"    {claim['value_text']!r} {claim['hedge']} {total} {claim['rule']} | {claim['quote']}")
                if not set(archive) <= ends:
                    print("\n".join(f"    TEXT {text['title']} || {text['text']}" for text in case["texts"]))


if __name__ == "__main__":
    command(__doc__, measure, misses)
