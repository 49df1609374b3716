"""Figures read in agencies' headlines, against the deaths that UCDP's georeferenced event data give the event.

    python -m benchmarks.ucdp CORPORA [--misses]

A headline counts here when it carries a number at all: digits or a number word that belongs to no date, clock, year or
update mark. Of those, `best` and `in range` say in what share one of the claims of people killed is UCDP's best
estimate, or lies in its low..high. That is no measure of the reading alone: the archive counts one event and side, a
headline often a day or a country (about half of them, as read by hand). So `stated best` and `stated in range` ask only
where such a number stands in the headline beside a word of death: the share in which it was read. `rightful` is the
share of the claims whose figure lies in low..high, over headlines that state a number in that range.

UCDP GED: Sundberg and Melander (2013), Introducing the UCDP Georeferenced Event Dataset. One headline that several
events share is scored with each.
"""

import re
from pathlib import Path

from benchmarks.archives import Row, claims_of, command, half, rows, share, value

UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS = {
    **{word: n for n, word in enumerate(f"{UNITS} eighteen nineteen".split(), 1)},
    **{word: 10 * n for n, word in enumerate(TENS.split(), 2)},
    "dozen": 12,
}
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
ASIDE = "|".join(
    (
        r"\bUPDATE \d+",
        r"\d+[/.]\d+[/.]\d+",
        rf"\d+(?:st|nd|rd|th)?\s+{MONTH}\b\.?(?:\s+\d+)?",
        rf"\b{MONTH}\.?\s+\d+(?:,?\s+\d+)?",
        r"\b(?:19|20)\d\d\b",
        r"\b\d+(?::\d+|\s*gmt)",
    )
)
NUMBER = re.compile(rf"(?<![\w.-])(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(WORDS)})s?(?![\w.])", re.I)
DEATH = re.compile(r"\b(?:kill|dead|dea(?:th|d)|die[ds]?\b|dying|slain|massacr|murder|fatal|bod(?:y|ies)\b|toll)", re.I)


def numbers(headline: str) -> set[int]:
    """The numbers that stand in a headline, by a plain pattern that knows nothing of the reading measured."""
    found = NUMBER.findall(re.sub(ASIDE, " ", headline, flags=re.I))
    return {WORDS.get(word.lower().rstrip("s")) or int(word.replace(",", "").rstrip("sS") or 0) for word in found}


def cases(corpora: Path, chosen: str | None) -> list[Row]:
    """Headlines with a number: `headline`, `event`, `low`, `best`, `high`, `numbers`, `claims` (people killed)."""
    folder = corpora / "ucdp_ged"
    events = {event["event_id"]: event for event in rows(folder / "gold.jsonl.gz")}
    articles = [a for a in rows(folder / "articles.jsonl.gz") if chosen in (None, half(a["event_id"]))]
    numbered = [a for a in articles if a["title"] and numbers(a["title"])]
    found = claims_of(numbered)
    out = []
    for article in numbered:
        event = events[article["event_id"]]
        low, high = sorted((event["low"], event["high"]))
        killed = [c for c in found.get(article["id"], []) if c["kind"] == "killed"]
        out.append(
            {
                "headline": article["title"],
                "low": low,
                "best": event["best"],
                "high": high,
                "numbers": numbers(article["title"]) if DEATH.search(article["title"]) else set(),
                "claims": killed,
                "all": found.get(article["id"], []),
            }
        )
    return out


def _has(case: Row, *, best: bool) -> bool:
    wanted = range(case["best"], case["best"] + 1) if best else range(case["low"], case["high"] + 1)
    return any(value(claim) in wanted for claim in case["claims"])


def _states(case: Row, *, best: bool) -> bool:
    return any(n == case["best"] if best else case["low"] <= n <= case["high"] for n in case["numbers"])


def measure(corpora: Path, chosen: str | None) -> Row:
    """The figures of all headlines, or of one half."""
    told = cases(corpora, chosen)
    reachable = [case for case in told if _states(case, best=False)]
    return {
        "headlines": len(told),
        "stated": len(reachable),
        "best": share(_has(case, best=True) for case in told),
        "in range": share(_has(case, best=False) for case in told),
        "stated best": share(_has(case, best=True) for case in told if _states(case, best=True)),
        "stated in range": share(_has(case, best=False) for case in reachable),
        "rightful": share(
            value(claim) in range(case["low"], case["high"] + 1) for case in reachable for claim in case["claims"]
        ),
    }


def floors(corpora: Path) -> dict[str, float]:
    """The gate's measures."""
    figures = measure(corpora, None)
    return {f"headline {name}": figures[name] for name in ("best", "stated best", "stated in range", "rightful")}


def misses(corpora: Path) -> None:
    """Headlines of the half that is read whose best figure stands there and was not read, and figures out of range."""
    seen = set()
    for case in cases(corpora, "read"):
        if case["headline"] in seen:
            continue
        seen.add(case["headline"])
        said = "; ".join(f"{c['kind']} {c['value_text']!r} {c['rule']}" for c in case["all"])
        archive = f"{case['low']}-{case['best']}-{case['high']}"
        if _states(case, best=False) and not _has(case, best=False):
            print(f"MISSED {archive} | {case['headline']} | {said}")
        elif case["numbers"] and not case["claims"]:
            print(f"SILENT {archive} | {case['headline']} | {said}")
        elif case["claims"] and not _has(case, best=False):
            print(f"OTHER  {archive} | {case['headline']} | {said}")


if __name__ == "__main__":
    command(__doc__, measure, misses)
