"""Who says a figure: source and cue on PolNeAR (Newell, Margolin, Ruths 2018), where the content holds a number.

    python -m benchmarks.attribution CORPORA [--misses]

The unit is one figure of ours inside the content of an attribution by the primary annotator: stated as a number, no
bare 'no' or 'some', no date, model name or address; shares and money count, for they are attributed as tolls are. Of
nested contents the innermost is taken. As in the corpus' own study of agreement, a span matches where it shares a token
with the gold span; `exact` is the share of those with the same tokens, articles apart. A pronoun is judged as written,
not by whom it stands for; a quotation's speaker may stand in another sentence. Precision is over all figures for which
a source is given, also those in no content; recall over those whose attribution has a source. `saying r` leaves out
beliefs, plans and deeds, which the corpus counts too: the cue holds a verb of reporting. `nobody` is the share of
figures without a source for which none is given. Articles are halved by a hash of their id: of `unread` no error has
been looked at.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.archives import HALVES, Row, command, harmonic, rows
from expectations.contracts.vocabulary import Basis, Residue
from transforms.claims.attribution import find_sources
from transforms.claims.distractors import reason
from transforms.claims.grammar import Figure, Sentence, parse
from transforms.claims.sentences import split
from transforms.claims.speakers import Spoken, speaker

Spans = list[tuple[int, int]]
NO_CANDIDATE = (Residue.DATE, Residue.CLOCK, Residue.MODEL_NAME, Residue.ADDRESS, Residue.ORDINAL)
GATED = ("source p", "source r", "source f1", "cue f1", "saying r")
REPORTING = re.compile(
    r"\b(?:sa(?:y|id|ys|ying)|t(?:ell|old)\w*|report\w*|according|add(?:s|ed|ing)?|wr[io]t\w*|not(?:e[sd]?|ing)|"
    r"announc\w*|stat(?:es?|ed|ing)|claim\w*|cit(?:es?|ed|ing)|estimat\w*|confirm\w*|warn\w*|argu\w*|explain\w*|"
    r"point\w* (?:out|to)|tweet\w*|show\w*|f(?:inds?|ound)|reveal\w*|suggest\w*|conclud\w*|recall\w*|declar\w*|"
    r"insist\w*|den(?:y|ies|ied)|alleg\w*|describ\w*|indicat\w*|quot\w*|acknowledg\w*|admit\w*|repl(?:y|ies|ied)|"
    r"continued|puts?|counted|list(?:s|ed))\b",
    re.I,
)


def half(identifier: str) -> str:
    """The half of the articles that one belongs to."""
    return HALVES[hashlib.sha256(identifier.encode()).digest()[0] % 2]


def counts(sentence: Sentence, figure: Figure) -> bool:
    """A candidate number."""
    stated = figure.basis is Basis.STATED and bool(figure.number.anchor)
    return stated and reason(sentence, figure) not in NO_CANDIDATE


def figures(text: str) -> Iterator[tuple[int, Spoken | None]]:
    """The code point of every figure of the article, with the source that is read for it."""
    start = 0
    for line in text.split("\n"):
        for a, b in split(line):
            sentence = parse(line[a:b])
            stated = [f.number.start for f in sentence.figures if counts(sentence, f)]
            sources = find_sources(sentence) if stated else []
            for at in stated:
                yield start + a + at, speaker(text, start + a, sources, at)
        start += len(line) + 1


def words(text: str, spans: Spans) -> set[int]:
    """Where the words of the spans start, articles apart."""
    skip = {"the", "a", "an", "s"}
    found = (
        a + m.start() for a, b in spans for m in re.finditer(r"[^\W_]+", text[a:b]) if m.group().lower() not in skip
    )
    return set(found)


def judged(corpora: Path, chosen: str | None) -> Iterator[tuple[str, int, Spans, Spans, Spoken | None]]:
    """Text, figure, gold source, gold cue and the source that was read, of the chosen half or of all articles."""
    gold: dict[str, list[Row]] = {}
    for row in rows(corpora / "polnear" / "gold.jsonl.gz"):
        if row["primary"]:
            gold.setdefault(row["doc_id"], []).append(row)
    for article in rows(corpora / "polnear" / "articles.jsonl.gz"):
        if chosen not in (None, half(article["id"])):
            continue
        contents = [(b - a, a, b, row) for row in gold.get(article["id"], []) for a, b in _spans(row, "content")]
        contents.sort(key=lambda c: c[:3])
        for at, spoken in figures(article["text"]):
            row = next((c[3] for c in contents if c[1] <= at < c[2]), {})
            yield article["text"], at, _spans(row, "source"), _spans(row, "cue"), spoken


def _spans(row: Row, role: str) -> Spans:
    return [(a, b) for part in row.get(role, []) for a, b in part["spans"]]


def _read(spoken: Spoken | None) -> tuple[Spans, Spans]:
    """Our source and cue as spans of the article."""
    if spoken is None:
        return [], []
    base, source = spoken.base, spoken.source
    cue = base + source.cue_start
    return [(base + source.start, base + source.end)], [(cue, cue + len(source.cue))]


def measure(corpora: Path, chosen: str | None) -> Row:
    """Shares over one half of the articles, or all."""
    n: Counter[str] = Counter()
    for text, at, source, cue, spoken in judged(corpora, chosen):
        del at
        ours, our_cue = _read(spoken)
        right = bool(words(text, source) & words(text, ours))
        saying = bool(source) and REPORTING.search(" ".join(text[a:b] for a, b in cue)) is not None
        n.update(
            held=bool(source),
            given=bool(ours),
            right=right,
            exact=right and words(text, source) == words(text, ours),
            cued=bool(source) and bool(words(text, cue) & words(text, our_cue)),
            saying=saying,
            said=saying and right,
            silent=not source,
            nobody=not source and not ours,
        )
    found: Row = {"figures with a source": n["held"], "given one": n["given"]}
    for name, hits in (("source", n["right"]), ("cue", n["cued"])):
        p, r = hits / max(n["given"], 1), hits / max(n["held"], 1)
        found |= {f"{name} p": p, f"{name} r": r, f"{name} f1": harmonic(p, r)}
    found |= {"exact": n["exact"] / max(n["right"], 1), "saying r": n["said"] / max(n["saying"], 1)}
    return found | {"nobody": n["nobody"] / max(n["silent"], 1)}


def misses(corpora: Path) -> None:
    """Prints what was missed, wrong or said by nobody, in the half that is read."""
    for text, at, source, cue, spoken in judged(corpora, "read"):
        ours, _ = _read(spoken)
        if words(text, source) == words(text, ours):
            continue
        right = words(text, source) & words(text, ours)
        kind = "SPAN" if right else "WRONG" if source and ours else "MISSED" if source else "EXTRA"
        told = [" + ".join(text[a:b] for a, b in spans) for spans in (source, cue, ours)]
        kind += " saying" if REPORTING.search(told[1]) else ""
        line = f"[{text[at : at + 12]}] {text[max(0, at - 200) : at + 160]}".replace("\n", " / ")
        print(f"{kind} want {told[0]!r} ({told[1]}) got {told[2]!r} | {line}")


def floors(corpora: Path) -> dict[str, float]:
    """The gate's measures, over each half."""
    halves = {name: measure(corpora, name) for name in HALVES}
    return {f"{name} {key}": found[key] for name, found in halves.items() for key in GATED}


if __name__ == "__main__":
    command(__doc__, measure, misses)
