"""Numbers and ranges of text against Microsoft's specifications of Recognizers-Text.

    python -m benchmarks.numbers SPECS [--misses]

SPECS holds NumberModel.json, NumberRangeModel.json and OrdinalModel.json. A specification is a text with the numbers in
it; this project counts people and weapons in news, so the benchmark chooses, by rule and not by case:

numbers: every result that is a whole number from 0 up, and not written with a minus sign, as a power ('1e10'), as a
    plain decimal ('5.00') or a plain fraction ('thirty fifths'), with the prefix of a unit ('10G', where '5G' names a
    network), or as a part of an address ('192.168.1.2'). A decimal or fraction of a named magnitude counts ('2.33 k',
    'a million and a half'). A text without any number counts too: nothing may be found there. Right: the chosen numbers
    and no others, with the same value and the same offsets; what overlaps a result not chosen is not asked.
ranges: every result whose bounds are whole numbers from 0 up in words or digits: no ordinals, fractions, minus or
    comparison signs ('<= 30'). A text without any counts too. Right: a figure inside the result's offsets with the same
    interval. An upper bound of 'A to B' is inclusive here, as the project's contract has it (the specification writes
    '[20,30)'); other open bounds ('more than 30') move by one.
ordinals: every result ('21st', 'next'): right if no number is found at it.
"""

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from expectations.contracts.vocabulary import Hedge
from transforms.claims.numbers import Number, find_numbers

Case = dict[str, Any]
MAGNITUDE = re.compile(r"illion|thousand|hundred|dozen|lakh|crore|\d ?(?:k|m|bn|bln|tn|tln)\b", re.I)
PLAIN_DECIMAL = re.compile(r"\d[.,]\d{1,2}$|\.\d+$|\bpoint\b")
FRACTION = re.compile(r"/|\bover\b|\bout of\b|\bin\b|(?:fifth|eighth|ninth|tenth|third|quarter|half|halve|th)s?$", re.I)
UNWRITTEN = re.compile(r"^[-−]|\^|\de\d|\d ?[GT]$|negative|minus", re.I)
NOT_COUNTED = re.compile(
    r"[<>=/]|(?:^|\s)[-−]\d|negative|\b(?:half|quarter|in \d)|\b\w*(?:first|second|third|\dst|\dnd|\drd|th)\b", re.I
)
INTERVAL = re.compile(r"([\[(])(\d*),(\d*)([\])])")


def _bounds(result: Case) -> tuple[int, int]:
    return int(result["Start"]), int(result["End"]) + 1


def counts(text: str, result: Case) -> bool:
    """The result is a number as the project counts."""
    start, end = _bounds(result)
    said, value = text[start:end], result["Resolution"]["value"]
    if not value.isdecimal() or UNWRITTEN.search(said) or re.search(r"\d\.$", text[max(start - 2, 0) : start]):
        return False
    if text[end : end + 1] == "." and text[end + 1 : end + 2].isdigit():
        return False
    if MAGNITUDE.search(said):
        # A share of a number ('hundred and thirty fifths') is no number of a magnitude.
        return not re.search(r"(?:fif|tent|hundred|thousand|nin|eigh)ths?$", said, re.I) or "illion" in said
    return not (PLAIN_DECIMAL.search(said) or FRACTION.search(said))


def number_right(case: Case) -> bool | None:
    """Whether the case is read rightly; None where nothing of it is chosen."""
    text = case["Input"]
    chosen = [r for r in case["Results"] if counts(text, r)]
    aside = [_bounds(r) for r in case["Results"] if r not in chosen]
    if aside and not chosen:
        return None
    want = sorted((*_bounds(r), int(r["Resolution"]["value"])) for r in chosen)
    found = [n for n in find_numbers(text) if not any(n.start < b and a < n.end for a, b in aside)]
    return [(n.start, n.end, n.anchor) for n in found] == want


def _interval(result: Case) -> tuple[int | None, int | None]:
    match = INTERVAL.fullmatch(result["Resolution"]["value"])
    if match is None:
        raise ValueError(f"no interval: {result}")
    opens, low, high, closes = match.groups()
    spoken = opens == "[" and low and high and low != high
    least = int(low) + (opens == "(") if low else None
    most = int(high) - (closes == ")" and not spoken) if high else None
    return least, most


def range_right(case: Case) -> bool | None:
    """Whether every chosen range of the case, or that it has none, is read rightly; None where none is chosen."""
    text = case["Input"]
    found = find_numbers(text)
    if not case["Results"]:
        return all(n.hedge is Hedge.EXACT for n in found)
    chosen = [
        r
        for r in case["Results"]
        if not NOT_COUNTED.search(text[slice(*_bounds(r))]) and INTERVAL.fullmatch(r["Resolution"]["value"])
    ]
    return all(_said(found, r) for r in chosen) if chosen else None


def _said(found: list[Number], result: Case) -> bool:
    start, end = _bounds(result)
    inside = [(n.low, n.high) for n in found if start <= n.start and n.end <= end]
    return inside == [_interval(result)]


def ordinal_right(case: Case) -> bool:
    """No number is found at an ordinal."""
    spans = [_bounds(r) for r in case["Results"]]
    return not any(a <= n.start and n.end <= b for n in find_numbers(case["Input"]) for a, b in spans)


JUDGES = {
    "numbers": ("NumberModel", number_right),
    "ranges": ("NumberRangeModel", range_right),
    "ordinals": ("OrdinalModel", ordinal_right),
}


def _judged(folder: Path) -> Iterator[tuple[str, Case, bool]]:
    for name, (spec, judge) in JUDGES.items():
        for case in json.loads((folder / f"{spec}.json").read_text(encoding="utf-8-sig")):
            right = judge(case)
            if right is not None:
                yield name, case, right


def _shares(judged: list[tuple[str, Case, bool]]) -> dict[str, tuple[int, int]]:
    of = {name: [right for measure, _, right in judged if measure == name] for name in JUDGES}
    return {name: (sum(found), len(found)) for name, found in of.items()}


def floors(corpora: Path) -> dict[str, float]:
    """The gate's measures: the share of cases read rightly."""
    shares = _shares(list(_judged(corpora / "recognizers_text")))
    return {name: right / of for name, (right, of) in shares.items()}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("specs", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    judged = list(_judged(options.specs))
    for name, case, right in judged:
        if options.misses and not right:
            found = [(n.text, n.low, n.high, n.hedge.value) for n in find_numbers(case["Input"])]
            want = [(r["Text"], r.get("Resolution", {}).get("value")) for r in case["Results"]]
            print(f"{name}: {case['Input']!r}\n  want {want}\n  got  {found}")
    for name, (hits, of) in _shares(judged).items():
        print(f"{name:10} {hits}/{of} {hits / of:.3f}")


if __name__ == "__main__":
    main()
