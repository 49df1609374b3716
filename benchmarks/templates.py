"""Fills of MUC-4's templates beside the claims of a document: which claim fits which fill, and what that scores.

The mapping is written down in `benchmarks.muc4`.
"""

import re

from benchmarks.archives import Row, harmonic, value
from transforms.claims.ontology import ontology

SLOTS = ("number", "group number", "effect", "physical target", "perpetrator")
EFFECTS = {"DEATH": "killed", "INJURY": "injured"}
NONE = {"NO DEATH", "NO INJURY", "NO INJURY OR DEATH"}
HEAD = re.compile(r"^(.*?)(?:\s(?:OF|IN|AT|ON|FROM|NEAR|FOR|TO|WITH|BY|BELONGING)\s|,|$)")


def _words(text: str) -> set[str]:
    return {w.removesuffix("S") for w in re.findall(r"[\w'-]+", text.upper())} - {"THE", "A", "AN", "OF", "IN", ""}


def _head(text: str) -> str:
    found = HEAD.match(" ".join(text.upper().split()))
    words: list[str] = re.findall(r"[\w'-]+", found.group(1)) if found else []
    return words[-1].removesuffix("S") if words else ""


def same_thing(a: str, b: str) -> bool:
    """One phrase holds the other's words, or they have one head."""
    x, y = _words(a), _words(b)
    return bool(x and y) and (x <= y or y <= x or _head(a) == _head(b) != "")


def agrees(claim: Row, alternatives: list[list[object]]) -> bool:
    """The claim's figure is one of the alternatives [low, high, approximate]."""
    figure = value(claim)
    for low, high, about in alternatives:
        a, b = (float(str(x)) if x is not None else None for x in (low, high))
        if figure is None or (about and a == 2 and b is None):
            if figure is None or figure >= 2:
                return True
            continue
        slack = figure / 10 if about else 0
        if (a is None or figure >= a - slack) and (b is None or figure <= b + slack):
            return True
    return False


def victims(templates: list[Row]) -> list[Row]:
    """Fills of each target and effect: `kinds`, `strings`, `number`, `numbered` (of this effect alone), `optional`."""
    fills = []
    for template in templates:
        for target in template.get("human_targets") or []:
            names = [*target["names"], *target["descriptions"]]
            for effect in target["effects"]:
                kinds = {EFFECTS[v] for v in effect["values"] if v in EFFECTS} or (
                    {"none"} if NONE & set(effect["values"]) else set()
                )
                optional = template["optional"] or target["optional"] or effect["optional"]
                number = target["number"] or []
                fill = {"kinds": kinds, "strings": names, "number": number, "optional": optional}
                fill["numbered"] = bool(number) and len(target["effects"]) == 1
                fills.extend([fill] if kinds else [])
    return fills


def strings(templates: list[Row], slots: tuple[str, ...]) -> list[Row]:
    """Fills: `strings`, `optional` of string slots."""
    return [
        {"strings": fill.get("ids") or fill.get("names") or [], "optional": template["optional"] or fill["optional"]}
        for template in templates
        for slot in slots
        for fill in template.get(slot) or []
        if fill.get("ids") or fill.get("names")
    ]


def about(claim: Row, fill: Row) -> bool:
    """The claim is of the fill's effect and of its target."""
    figure = value(claim)
    if figure == 0 or "none" in fill["kinds"]:
        return figure == 0 and "none" in fill["kinds"]
    if claim["kind"] not in fill["kinds"]:
        return False
    named = {_head(s) for s in fill["strings"]} & _words(claim["quote"])
    return bool(named) or ((figure is None or figure > 1) and agrees(claim, fill["number"]))


def _beside(claim: Row, templates: list[Row], fills: list[Row]) -> bool:
    """The key cannot judge the figure: it is a template's sum, or about a target whose number the key does not hold."""
    if any(about(claim, f) and agrees(claim, f["number"]) for f in fills if f["numbered"]):
        return False
    sums = [t[claim["kind"]] for t in templates if t[claim["kind"]]]
    figure = value(claim)
    whole = figure is not None and any(
        (s["lo"] is None or s["lo"] <= figure) and (s["hi"] is None or figure <= s["hi"]) for s in sums if s["exact"]
    )
    return whole or any(about(claim, f) for f in fills if not f["numbered"])


def score(documents: list[tuple[list[Row], list[Row], list[list[bool]]]]) -> Row:
    """Recall, precision, F1. A document: its fills, its claims, and whether claim j fits fill i (`fits[i][j]`)."""
    found = wanted = right = given = 0
    for fills, claims, fits in documents:
        found += sum(any(row) and not fill["optional"] for fill, row in zip(fills, fits, strict=True))
        wanted += sum(not fill["optional"] for fill in fills)
        units = set()
        for j, claim in enumerate(claims):
            hits = tuple(i for i, row in enumerate(fits) if row[j])
            words = claim["value_text"].upper() if claim["value_class"] else ""
            units.add((bool(hits), hits or (claim["kind"], claim["low"], claim["high"], words)))
        given += len(units)
        right += sum(hit for hit, _ in units)
    recall, precision = found / max(1, wanted), right / max(1, given)
    return {"r": recall, "p": precision, "f1": harmonic(precision, recall), "fills": wanted, "claims": given}


def compared(templates: list[Row], claims: list[Row]) -> dict[str, tuple[list[Row], list[Row], list[list[bool]]]]:
    """For one document, each slot's fills, claims and fits."""
    tree = ontology()
    harmed = [c for c in claims if c["kind"] in EFFECTS.values()]
    named = [c for c in claims if c["kind"] == "target" and c["value_class"]]
    open_class = {"target", "object"}
    objects = [c for c in named if open_class & {c["value_class"]} or "object" in tree.ancestors(c["value_class"])]
    doers = [c for c in claims if c["kind"] == "perpetrator" and c["value_class"]]
    all_fills = victims(templates)
    fills = [f for f in all_fills if "none" not in f["kinds"]]
    counted = [c for c in harmed if value(c) != 0]
    numbered = [f for f in fills if f["numbered"]]
    counted = [c for c in counted if not _beside(c, templates, fills)]
    groups = [f for f in numbered if not any(high == 1 for _, high, _ in f["number"])]
    several = [c for c in counted if value(c) != 1]
    things = strings(templates, ("physical_targets",))
    agents = strings(templates, ("perp_individuals", "perp_orgs"))

    def alike(named: list[Row], said: list[Row]) -> list[list[bool]]:
        return [[any(same_thing(c["value_text"], s) for s in f["strings"]) for c in said] for f in named]

    def agreeing(named: list[Row], said: list[Row]) -> list[list[bool]]:
        return [[about(c, f) and agrees(c, f["number"]) for c in said] for f in named]

    return {
        "number": (numbered, counted, agreeing(numbered, counted)),
        "group number": (groups, several, agreeing(groups, several)),
        "effect": (all_fills, harmed, [[about(c, f) for c in harmed] for f in all_fills]),
        "physical target": (things, objects, alike(things, objects)),
        "perpetrator": (agents, doers, alike(agents, doers)),
    }
