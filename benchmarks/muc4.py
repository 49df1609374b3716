"""Victims and targets of MUC-4's templates, beside the scores that the best system of 1992 reached on TST3.

    python -m benchmarks.muc4 CORPORA [--misses] [--cased] [--wrapped]

Published (recall / precision): number of human targets 66 / 56, their effect 62 / 52, physical target 47 / 42.

A template is one terrorist act, ours are claims of a document, so slots are compared over a document's templates
(`benchmarks.templates`):

- **Effect.** One fill for each human target and effect DEATH (a claim `killed`), INJURY (`injured`), or none at all
  (NO DEATH, NO INJURY, NO INJURY OR DEATH: a claim of 0 of either kind). Other effects (a release, a resignation) and
  targets that were threatened or kidnapped have no kind among claims and are left out.
- **Number.** One fill for each target with one DEATH or INJURY. The claim's figure as reported is one of the
  alternatives: the number itself, '~' within a tenth, 'PLURAL' (2 or more) any vague word or figure above 1, an open
  bound its side. Targets of one template with the same string share one entry in this edition of the keys, the number
  of the last and all effects: their numbers are left out, and so are claims about them, as are claims that give the
  sum of a template's targets. `group number` leaves out fills and claims of one person, most of whom are only named.
- **Cross-reference.** MUC ties number and effect to the target's own string. Here a claim is about a target when its
  sentence holds the head (last word) of one of the target's strings, or, as 'the five were killed' names nobody, when
  the figures agree and are above 1.
- **Physical target.** A claim `target` whose class is an object or open, no people. Strings match when one holds the
  other's words, or their heads (last word before a preposition, singular) are the same.
- **Perpetrator.** The same with claims `perpetrator`, against individuals and organisations together.

An optional fill or template that is missed costs no recall, one that is found counts as right; alternatives count as
either. Precision counts what is distinct in a document: claims about the same targets, or with the same figure (the
same words) about none, once. `relevant p` leaves out documents without a template: a claim there may be right and is of
no terrorist act by MUC-4's guidelines (battles, reports of no one act); in the others such acts still count as wrong.

Texts are upper-case and their lines were broken at a width: lines of a paragraph are joined first. `--cased` scores
the documents that exist in both cases in each, `--wrapped` the texts with their line breaks as they are.
"""

import json
import re
import sys
from pathlib import Path

from benchmarks.archives import Row, claims_of, command, half, harmonic, rows
from benchmarks.templates import SLOTS, compared, score

PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s{2,}\S)")


def joined(text: str) -> str:
    """The text with one line a paragraph."""
    return "\n".join(" ".join(part.split()) for part in PARAGRAPH.split(text) if part.strip())


def cases(
    corpora: Path, chosen: str | None, field: str = "text", *, cased: bool = False, wrapped: bool = False
) -> list[Row]:
    """Documents: `id`, `text`, `templates` (none where the document is not relevant), `claims`, `slots`."""
    folder = corpora / "muc4"
    articles = [a for a in rows(folder / "articles.jsonl.gz") if chosen in (None, half(a["id"]))]
    prepared = str if wrapped else joined
    articles = [{**a, "text": prepared(a[field])} for a in articles if a["text_mixed_case"] or not cased]
    templates: dict[str, list[Row]] = {}
    for template in rows(folder / "gold.jsonl.gz"):
        templates.setdefault(template["doc_id"], []).extend([template] if template["relevant"] else [])
    found = claims_of(articles)
    return [
        {"id": a["id"], "text": a["text"], "templates": t, "claims": c, "slots": compared(t, c)}
        for a in articles
        for t, c in [(templates.get(a["id"], []), found.get(a["id"], []))]
    ]


def measure(
    corpora: Path, chosen: str | None, field: str = "text", *, cased: bool = False, wrapped: bool = False
) -> Row:
    """Each slot's figures, with precision over all documents and over relevant ones."""
    told = cases(corpora, chosen, field, cased=cased, wrapped=wrapped)
    return {
        slot: {
            **score([case["slots"][slot] for case in told]),
            "relevant p": score([case["slots"][slot] for case in told if case["templates"]])["p"],
        }
        for slot in SLOTS
    }


def floors(corpora: Path) -> dict[str, float]:
    """The gate's measures: recall and F1, with precision over relevant documents."""
    figures = measure(corpora, None)
    return {
        name: value
        for slot, found in figures.items()
        for name, value in ((f"{slot} r", found["r"]), (f"{slot} f1", harmonic(found["relevant p"], found["r"])))
    }


def misses(corpora: Path) -> None:
    """Fills without a claim, and claims of relevant documents without a fill, in the half that is read."""
    for case in cases(corpora, "read"):
        for slot, (fills, claims, fits) in case["slots"].items():
            for fill, row in zip(fills, fits, strict=True):
                if not any(row) and not fill["optional"]:
                    about_it = f"{sorted(fill.get('kinds', []))} {fill.get('number', '')} {fill['strings']}"
                    print(f"MISSED {slot} {case['id']} {about_it}")
            for j, claim in enumerate(claims):
                if case["templates"] and not any(row[j] for row in fits):
                    print(f"WRONG {slot} {case['id']} {claim['kind']} {claim['value_text']} | {claim['quote']}")


if __name__ == "__main__":
    if "--cased" in sys.argv:
        for field in ("text", "text_mixed_case"):
            print(field, json.dumps(measure(Path(sys.argv[1]), None, field, cased=True)))
    elif "--wrapped" in sys.argv:
        print(json.dumps(measure(Path(sys.argv[1]), None, wrapped=True)))
    else:
        command(__doc__, measure, misses)
