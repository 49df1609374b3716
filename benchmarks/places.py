"""Places: names found, the right one of namesakes, and the place that an article is about.

    python -m benchmarks.places CORPORA [--misses]

- `gva` (one city and state an incident; texts of at least `LEAST` code points that name the city): `city`, `state`:
  share of texts among whose places they are; `within`: share of the cities found that were taken for the one of that
  state; `main`: share of texts of which the city is the one named most, countries and regions apart; `lead`: share in
  which `main_place` of headline and lead is the city.
- `muc4` (capitals throughout; one incident a text): `country` and `town` of the key that the text names.
- `airwars` (Gaza): `place`: names of the archive's location that the text names, in any spelling the archive gives.
- `ucdp` (headlines): `place`: of the archive's town, region or country, those that the headline names.

A text that does not name the place cannot show it: names are looked for without case, accents and hyphens.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.archives import Row, command, half, rows, share
from transforms.claims.gazetteer import Level, gazetteer
from transforms.claims.place_names import folded
from transforms.claims.place_search import search
from transforms.claims.places import find_places, main_place

LEAST, LEAD, EVERY = 200, 600, 4
SORT = re.compile(
    r"(?:\s+(?:town|city|village|district|governorate|province|oblast|state|area|neighbou?rhood|refugee camp|camp))+$",
    re.I,
)
Case = tuple[Row, Row]


def _names(text: str) -> set[str]:
    """Labels and names as written of the places of a text, folded."""
    label = gazetteer().label
    listed = {n for f in search(text) for n in (label[f.row], text[f.start : f.end])}
    return {folded(n) for n in (*listed, *(name for _, _, name in find_places(text)))}


def _found(names: set[str], name: str) -> bool:
    """Also as a part of a longer one: 'Gaza' in 'Gaza City'."""
    return any(f" {folded(name)} " in f" {n} " for n in names)


def _says(text: str, name: str) -> bool:
    return f" {folded(name)} " in f" {folded(text)} "


def _whole(article: Row) -> str:
    return f"{article.get('title') or ''}\n{article['text']}"


def gva(corpora: Path, chosen: str | None) -> Iterator[Case]:
    """(incident, article) of every `EVERY`th incident."""
    folder = corpora / "gva"
    incidents = {i["incident_id"]: i for i in rows(folder / "gold.jsonl.gz") if int(i["incident_id"]) % EVERY == 0}
    for article in rows(folder / "articles.jsonl.gz"):
        incident = incidents.get(article["incident_id"])
        if incident is None or chosen not in (None, half(article["incident_id"])) or article["also_in_incidents"]:
            continue
        if len(article["text"]) >= LEAST and incident["city"] and _says(_whole(article), incident["city"]):
            yield incident, article


def _gva(cases: list[Case]) -> dict[str, float]:
    table = gazetteer()
    found, main, states, within, lead = [], [], [], [], []
    for incident, article in cases:
        text = _whole(article)
        city, state = folded(incident["city"]), incident["state"]
        hits = search(text)
        places = Counter(f.name for f in hits if table.level[f.row] == Level.CITY)
        found.append(city in places)
        main.append(bool(places) and places.most_common(1)[0][0] == city)
        if _says(text, state):
            states.append(folded(state) in _names(text))
        if city in places:
            chains = [[folded(table.label[r]) for r in table.chain(f.row)] for f in hits if f.name == city]
            within.append(any(folded(state) in c or folded(f"{state} State") in c for c in chains))
        lead.append(folded(main_place(text[:LEAD]) or "") == city)
    return {
        "texts": len(cases),
        "city": share(found),
        "state": share(states),
        "within": share(within),
        "main": share(main),
        "lead": share(lead),
    }


def muc4(corpora: Path, chosen: str | None) -> dict[str, float]:
    """Texts with one incident."""
    texts = {a["id"]: a["text"] for a in rows(corpora / "muc4" / "articles.jsonl.gz")}
    keys: dict[str, list[Row]] = {}
    for row in rows(corpora / "muc4" / "gold.jsonl.gz"):
        if row["relevant"] and chosen in (None, half(row["doc_id"])):
            keys.setdefault(row["doc_id"], []).append(row)
    told: dict[str, list[bool]] = {"country": [], "town": []}
    for doc, (key, *more) in keys.items():
        if more or doc not in texts:
            continue
        text = texts[doc]
        names = _names(text)
        for level in (key["locations"] or [[]])[0]:
            what = "country" if level["kind"] == "COUNTRY" else "town" if level["kind"] in ("CITY", "TOWN") else None
            if what and _says(text, level["name"]):
                told[what].append(folded(level["name"]) in names)
    return {f"{what}": share(hits) for what, hits in told.items()}


def _listed(corpora: Path, name: str, chosen: str | None) -> Iterator[tuple[str, list[str]]]:
    """(text, names that the archive gives) of Airwars' assessments or of UCDP's headlines."""
    folder = corpora / name
    articles = {a["id"]: a for a in rows(folder / "articles.jsonl.gz")}
    for row in rows(folder / "gold.jsonl.gz"):
        key = row.get("incident_id") or row["event_id"]
        if chosen not in (None, half(key)):
            continue
        if "location" in row:
            named = [part.strip().removeprefix("the ") for part in (row["location"] or "").split(",")]
        else:
            named = [row["where"], row["adm_1"], row["country"]]
        names = [SORT.sub("", n) for n in named if n]
        for article in row.get("article_ids") or [key]:
            if article in articles and names:
                yield _whole(articles[article]), names


def _of_names(corpora: Path, name: str, chosen: str | None) -> float:
    hits = []
    for text, names in _listed(corpora, name, chosen):
        said = [n for n in names if n.isascii() and n and _says(text, n)]
        if said:
            found = _names(text)
            hits += [_found(found, n) for n in said]
    return share(hits)


def measure(corpora: Path, chosen: str | None) -> Row:
    """The figures of each corpus, over all or one half."""
    return {
        "gva": _gva(list(gva(corpora, chosen))),
        "muc4": muc4(corpora, chosen),
        "airwars": {"place": _of_names(corpora, "airwars_gaza", chosen)},
        "ucdp": {"place": _of_names(corpora, "ucdp_ged", chosen)},
    }


def floors(corpora: Path) -> dict[str, float]:
    """The gate's measures."""
    return {
        f"{name} {what}": value
        for name, told in measure(corpora, None).items()
        for what, value in told.items()
        if what != "texts"
    }


def misses(corpora: Path) -> None:
    """Texts of the half that is read whose city is not the one named most."""
    table = gazetteer()
    for incident, article in gva(corpora, "read"):
        text = _whole(article)
        places = Counter(f.name for f in search(text) if table.level[f.row] == Level.CITY)
        city = folded(incident["city"])
        if not places or places.most_common(1)[0][0] != city:
            print(f"{incident['city']}, {incident['state']} {places.most_common(3)} | {text[:160]!r}")


if __name__ == "__main__":
    command(__doc__, measure, misses)
