"""Who says a figure: source and cue on PolNeAR (Newell, Margolin, Ruths 2018), where the content holds a number.

    python -m benchmarks.attribution POLNEAR_DIR [--misses] [--half read|unread]

POLNEAR_DIR holds articles.jsonl.gz and gold.jsonl.gz. The unit is one figure of ours inside the
content of an attribution by the primary annotator: stated as a number, no bare 'no' or 'some', no date, model name or
address; shares and money count, for they are attributed as tolls are. Of nested contents the innermost is taken. As in
the corpus' own study of agreement, a span matches where it shares a token with the gold span; `exact` asks for the same
tokens, articles apart. A pronoun is judged as written, not by whom it stands for. `saying` leaves out beliefs, plans
and deeds, which the corpus counts too: its cue holds a verb of reporting. Articles are halved by a hash of their id: of
`unread` no error has been looked at.
"""

import argparse
import gzip
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from expectations.contracts.vocabulary import Basis, Residue
from transforms.claims.attribution import find_sources
from transforms.claims.distractors import reason
from transforms.claims.grammar import Figure, Sentence, parse
from transforms.claims.sentences import split
from transforms.claims.speakers import speaker

Row = dict[str, Any]
Spans = list[tuple[int, int]]
NO_CANDIDATE = (Residue.DATE, Residue.CLOCK, Residue.MODEL_NAME, Residue.ADDRESS, Residue.ORDINAL)

REPORTING = re.compile(
    r"\b(?:sa(?:y|id|ys|ying)|t(?:ell|old)\w*|report\w*|according|add(?:s|ed|ing)?|wr[io]t\w*|not(?:e[sd]?|ing)|"
    r"announc\w*|stat(?:es?|ed|ing)|claim\w*|cit(?:es?|ed|ing)|estimat\w*|confirm\w*|warn\w*|argu\w*|explain\w*|"
    r"point\w* (?:out|to)|tweet\w*|show\w*|f(?:inds?|ound)|reveal\w*|suggest\w*|conclud\w*|recall\w*|declar\w*|"
    r"insist\w*|den(?:y|ies|ied)|alleg\w*|describ\w*|indicat\w*|quot\w*|acknowledg\w*|admit\w*|repl(?:y|ies|ied)|"
    r"continued|puts?|counted|list(?:s|ed))\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Said:
    """A figure's source and cue as spans of the article."""

    source: Spans
    cue: Spans


def _lines(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def half(doc: str) -> str:
    """The half of the articles that a document belongs to."""
    return "read" if hashlib.sha256(doc.encode()).digest()[0] % 2 == 0 else "unread"


def counts(sentence: Sentence, figure: Figure) -> bool:
    """A candidate number: stated as one, no bare 'no' or 'some', no date and no year."""
    anchor = figure.number.anchor
    return figure.basis is Basis.STATED and bool(anchor) and reason(sentence, figure) not in NO_CANDIDATE


def _spans(parts: list[Row]) -> Spans:
    return [(a, b) for part in parts for a, b in part["spans"]]


def figures(text: str) -> Iterator[tuple[int, Said | None]]:
    """Every figure of the article with the source that is read for it."""
    start = 0
    for line in text.split("\n"):
        for a, b in split(line):
            sentence = parse(line[a:b])
            at = start + a
            stated = [f.number for f in sentence.figures if counts(sentence, f)]
            sources = find_sources(sentence) if stated else []
            for number in stated:
                spoken = speaker(text, at, sources, number.start)
                said = None
                if spoken is not None:
                    base, source = spoken.base, spoken.source
                    cue = (base + source.cue_start, base + source.cue_start + len(source.cue))
                    said = Said([(spoken.start, base + source.end)], [cue])
                yield at + number.start, said
        start += len(line) + 1


def _words(text: str, spans: Spans) -> set[int]:
    """Where the words of the spans start, articles apart."""
    skip = {"the", "a", "an", "’s", "'s"}
    return {
        a + m.start() for a, b in spans for m in re.finditer(r"[^\W_]+", text[a:b]) if m.group().lower() not in skip
    }


def measure(folder: Path, chosen: str, *, misses: bool = False) -> Row:
    """Counts over one half of the articles."""
    gold: dict[str, list[Row]] = {}
    for row in _lines(folder / "gold.jsonl.gz"):
        if row["primary"] and half(row["doc_id"]) == chosen:
            gold.setdefault(row["doc_id"], []).append(row)
    tally = dict.fromkeys(
        ("held", "given", "right", "exact", "cue", "saying", "saying right", "silent", "silent right"), 0
    )
    for article in _lines(folder / "articles.jsonl.gz"):
        if half(article["id"]) != chosen:
            continue
        text = article["text"]
        contents = sorted(
            ((b - a, a, b, row) for row in gold.get(article["id"], []) for a, b in _spans(row["content"])),
            key=lambda c: c[:3],
        )
        for at, said in figures(text):
            inner = next((c[3] for c in contents if c[1] <= at < c[2]), None)
            _count(tally, text, at, inner, said, misses=misses)
    p, r = tally["right"] / max(tally["given"], 1), tally["right"] / max(tally["held"], 1)
    return {
        "source p": round(p, 3),
        "source r": round(r, 3),
        "source f1": round(2 * p * r / max(p + r, 1e-9), 3),
        "source exact": round(tally["exact"] / max(tally["right"], 1), 3),
        "cue share": round(tally["cue"] / max(tally["right"], 1), 3),
        "saying r": round(tally["saying right"] / max(tally["saying"], 1), 3),
        "nobody": round(tally["silent right"] / max(tally["silent"], 1), 3),
        **tally,
    }


def _count(tally: dict[str, int], text: str, at: int, row: Row | None, said: Said | None, *, misses: bool) -> None:
    source, cue = (_spans(row["source"]), _spans(row["cue"])) if row else ([], [])
    want, got = _words(text, source), _words(text, said.source) if said else set()
    saying = bool(source) and REPORTING.search(" ".join(text[a:b] for a, b in cue)) is not None
    right = bool(want & got)
    tally["held"] += bool(source)
    tally["given"] += said is not None
    tally["right"] += right
    tally["exact"] += right and want == got
    tally["cue"] += right and said is not None and bool(_words(text, cue) & _words(text, said.cue))
    tally["saying"] += saying
    tally["saying right"] += saying and right
    tally["silent"] += not source
    tally["silent right"] += not source and said is None
    if misses and (bool(source) or said is not None) and want != got:
        kind = "SPAN" if right else "WRONG" if source and said else "MISSED" if source else "EXTRA"
        told = [" + ".join(text[a:b] for a, b in spans) for spans in (source, cue, said.source if said else [])]
        line = f"[{text[at : at + 12]}] {text[max(0, at - 200) : at + 160]}".replace("\n", " / ")
        print(f"{kind}{' saying' if saying else ''} want {told[0]!r} ({told[1]}) got {told[2]!r} | {line}")


def floors(corpora: Path) -> dict[str, float]:
    """The gate's measures, over both halves."""
    found: dict[str, float] = {}
    for name in ("read", "unread"):
        result = measure(corpora / "polnear", name)
        found |= {f"{name} {key}": result[key] for key in ("source p", "saying r", "source f1", "cue share")}
    return found


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("polnear", type=Path)
    parser.add_argument("--half", choices=("read", "unread"), action="append")
    parser.add_argument("--misses", action="store_true", help="of the half that may be read")
    args = parser.parse_args()
    result = {h: measure(args.polnear, h, misses=args.misses and h == "read") for h in args.half or ("read", "unread")}
    json.dump(result, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
