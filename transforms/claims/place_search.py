"""Names of places in a text: n-grams looked up in the gazetteer, and which of them are meant as places.

A name that is nothing but a large place's is one wherever it stands. A small place's, a person's ('Jordan') or an
ordinary word ('Reading') must be said of a place: behind 'in', before ', England', before 'district', in a list with
one that is, or at the head of a dateline.
"""

import re
from dataclasses import dataclass

from transforms.claims.gazetteer import Flag, Level, gazetteer
from transforms.claims.place_names import ARTICLES, SHORT, folded
from transforms.claims.place_text import PlaceWord, Text, dates, list_gap, place_words, possessive

DATELINE = re.compile(r"(?:, |/|:| \(| [—–-])")
LONGEST = 5
TITLE, ABBREVIATED, INITIALS = 3, 3, 5
"""Letters, at most, of a title or given name cut short ('Mr. Hama'), of a state cut short, of initials ('NATO')."""


@dataclass(frozen=True)
class Params:
    """`large`: inhabitants from which a city is known by its bare name; `famous`: from which no person has its name.

    `ratio`: how many times larger than a namesake that the context fits the likeliest place may be.
    """

    large: int = 100_000
    famous: int = 500_000
    ratio: int = 20


@dataclass(slots=True)
class Found:
    """A name in a text, with its row in the gazetteer."""

    start: int
    end: int
    name: str
    row: int


def search(text: str, params: Params = Params()) -> list[Found]:
    """The places of the text, left to right."""
    words = Text(text)
    hits: list[tuple[int, int, str]] = []
    behind = 0
    for i, capital in enumerate(words.capitals):
        if i < behind or not (capital or (words.words[i] in ARTICLES and words.gap(i) == "-")):
            continue
        hit = _longest(words, i)
        if hit is not None:
            hits.append((i, *hit))
            behind = hit[0]
    return _chosen(words, hits, params) if hits else []


def _longest(words: Text, i: int) -> tuple[int, str] | None:
    """The longest listed name from word i on: (word behind it, name)."""
    text, ends, first = words.text, words.ends, gazetteer().first
    a = words.starts[i]
    # 'Non-Kyiv', but 'Russia-Ukraine'.
    if text[a - 1 : a] == "-" and i and words.words[i - 1].islower():
        return None
    for j in range(_run(words, i), i, -1):
        b = ends[j - 1]
        if not words.capitals[j - 1] or (text[b : b + 1] == "-" and text[b + 1 : b + 2].islower()):
            continue
        name = folded(text[a : b - 2] if text.startswith(possessive(), b - 2) else text[a:b])
        if name in first and _written(words, i, j, name):
            return j, name
    return None


def _run(words: Text, i: int) -> int:
    """The word behind the last that may belong to a name from word i on."""
    text, starts, ends = words.text, words.starts, words.ends
    last, most = i + 1, min(len(starts), i + LONGEST)
    while last < most:
        a = starts[last]
        wide = a - ends[last - 1]
        joined = wide == 1 and text[a - 1] in " -"
        if not (joined or (wide == 2 and words.low(last - 1) in SHORT and text[a - 2 : a] == ". ")):
            break
        if not words.capitals[last] and words.words[last] not in place_words(PlaceWord.INSIDE):
            break
        last += 1
    return last


def _written(words: Text, i: int, j: int, name: str) -> bool:
    """Names of up to three letters stand in capitals ('UAE'); other short words in capitals are initials ('NATO')."""
    table = gazetteer()
    first = words.words[i]
    initials = j == i + 1 and len(name) <= INITIALS and sum(c.isupper() for c in first) > 1
    if len(name) <= ABBREVIATED:
        return initials or table.flag_of(name) in (Flag.PLACE, Flag.ABBREVIATION)
    settled = table.level[table.rows(name)[0]] != Level.CITY or table.flag_of(name) == Flag.ABBREVIATION
    return words.upper or not initials or settled or _dateline(words, i, j)


def _chosen(words: Text, hits: list[tuple[int, int, str]], params: Params) -> list[Found]:
    table = gazetteer()
    larger = [_around(words, hits, k) for k in range(len(hits))]
    kept: dict[int, int] = {}
    open_: list[int] = []
    persons = {
        name for i, _, name in hits if " " not in name and table.flag_of(name) != Flag.PLACE and _of_person(words, i)
    } | {name for i, _, name in hits if " " not in name and _small(name, params) and _of_person(words, i)}
    for k, (i, j, name) in enumerate(hits):
        listed = k - 1 in kept and bool(list_gap().match(words.text[words.ends[hits[k - 1][1] - 1] : words.starts[i]]))
        behind_comma = listed and hits[k - 1][1] == i and words.gap(i - 1) == ", "
        flag = table.flag_of(name)
        if flag is Flag.ABBREVIATION:
            if behind_comma or (i and words.gap(i - 1) == ", " and words.capital(i - 1)):
                kept[k] = table.rows(name)[0]
            continue
        if words.low(j) in place_words(PlaceWord.COUNTY) and words.gap(j - 1) == " " and " " not in name:
            continue
        said = (
            _firm(words, i, j, loose=name not in persons) or bool(larger[k]) or (listed and not _name_goes_on(words, j))
        )
        beside = bool(larger[k])
        if (said or name not in persons) and _meant(words, (i, j), name, said=said, beside=beside, params=params):
            kept[k] = _namesake(words, j, table.rows(name), larger[k])
        elif flag is Flag.PLACE and name not in persons and not _of_person(words, i) and not _name_goes_on(words, j):
            open_.append(k)
    # What is a place's name once is one again, and so is the name of one that lies in an area of the text.
    areas = {row for row in kept.values() if table.level[row] != Level.CITY}
    said_once = {hits[k][2]: row for k, row in kept.items()}
    for k in open_:
        name = hits[k][2]
        fits = (row for row in table.rows(name) if not areas.isdisjoint(table.chain(row)[1:]))
        row = said_once.get(name) if name in said_once else next(fits, None)
        if row is not None:
            kept[k] = row
    return [
        _found(words, hits[k], row if larger[k] else _fitted(hits[k][2], row, areas, params))
        for k, row in sorted(kept.items())
    ]


def _found(words: Text, hit: tuple[int, int, str], row: int) -> Found:
    i, j, name = hit
    start, end = words.starts[i], words.ends[j - 1]
    return Found(start, end - 2 if words.text[start:end].endswith(possessive()) else end, name, row)


def _small(name: str, params: Params) -> bool:
    table = gazetteer()
    row = table.rows(name)[0]
    return table.level[row] == Level.CITY and table.population[row] < params.famous


def _around(words: Text, hits: list[tuple[int, int, str]], k: int) -> set[int]:
    """Rows of the next place behind a comma, if one of the namesakes lies in it: 'Peshawar, Pakistan'."""
    table = gazetteer()
    _, j, name = hits[k]
    if k + 1 == len(hits) or hits[k + 1][0] != j or words.gap(j - 1) not in (", ", " (", ","):
        return set()
    larger = set(table.rows(hits[k + 1][2]))
    rows = table.rows(name)
    # 'Canada, Mexico' lists two countries; 'Georgia, United States' is no country.
    if table.level[rows[0]] == Level.COUNTRY:
        rows = [row for row in rows if table.level[row] == Level.REGION]
    return {up for row in rows for up in table.chain(row)[1:] if up in larger}


def _firm(words: Text, i: int, j: int, *, loose: bool) -> bool:
    """The text says that the name at words i to j is a place's; `loose`: weaker words tell as well."""
    if words.gap(j - 1) == " ":
        behind = words.low(j)
        if behind in place_words(PlaceWord.KIND) or (loose and behind in place_words(PlaceWord.PEOPLE)):
            return True
        if _name_goes_on(words, j):
            return False
    gap = words.gap(i - 1) if i else "\n"
    return _dateline(words, i, j) if "\n" in gap or gap.strip(" ,") else _led(words, i - 1, loose=loose)


def _led(words: Text, k: int, *, loose: bool) -> bool:
    """Word k or, past words of direction, one before it leads to a place: 'in southern', 'the town of', 'north of'."""
    directions, kinds, firm = (place_words(w) for w in (PlaceWord.DIRECTION, PlaceWord.KIND, PlaceWord.FIRM))
    if words.low(k) in place_words(PlaceWord.PART) and (words.low(k - 1) in kinds or words.low(k - 1) in directions):
        return True
    while k > 0 and words.gap(k) == " " and words.low(k) in directions and words.low(k) not in firm:
        k -= 1
    leads = words.low(k) in firm or words.low(k) in kinds
    return words.gap(k) == " " and (leads or (loose and words.low(k) in place_words(PlaceWord.LOOSE)))


def _dateline(words: Text, i: int, j: int) -> bool:
    """'UVALDE, Texas (AP) -' at the head of a line, or a line that is the name."""
    if words.upper or words.text[: words.starts[i]].rpartition("\n")[2].strip():
        return False
    behind = words.text[words.ends[j - 1] :]
    return behind[:1] in ("", "\n") or (words.words[i].isupper() and bool(DATELINE.match(behind)))


def _name_goes_on(words: Text, j: int) -> bool:
    """A capitalised word follows that no date is: 'Jackson Browne', not 'Uvalde Tuesday'."""
    if words.upper:
        return False
    return words.capital(j) and words.gap(j - 1) == " " and words.low(j) not in dates()


def _of_person(words: Text, i: int) -> bool:
    """A capitalised word right before it that tells no part of a place: 'Esteban Santiago'."""
    if words.upper or i == 0 or not words.capital(i - 1):
        return False
    before = words.words[i - 1]
    close = words.gap(i - 1) == " " or (words.gap(i - 1) == ". " and len(before) <= TITLE)
    return close and before.lower() not in place_words(PlaceWord.DIRECTION) and not before.endswith(possessive())


def _meant(words: Text, at: tuple[int, int], name: str, *, said: bool, beside: bool, params: Params) -> bool:
    i, j = at
    table = gazetteer()
    flag = table.flag_of(name)
    row = table.rows(name)[0]
    country, size = table.level[row] == Level.COUNTRY, table.population[row]
    known = country or size >= params.large
    if flag is Flag.WORD:
        return said and (known or beside or _dateline(words, i, j)) and not _of_person(words, i)
    if " " in name:
        return known or said or not _of_person(words, i)
    if flag is Flag.PERSON:
        return (said or (known and not _name_goes_on(words, j))) and not _of_person(words, i)
    if country or table.level[row] == Level.REGION or size >= params.famous:
        return True
    return (known or said) and not _of_person(words, i)


def _namesake(words: Text, j: int, rows: list[int], larger: set[int]) -> int:
    """The one in the larger place named beside it; of 'Donetsk region' the region; else the likeliest."""
    table = gazetteer()
    for row in rows:
        if larger & set(table.chain(row)[1:]):
            return row
    if words.low(j) in place_words(PlaceWord.REGION) and words.gap(j - 1) == " ":
        return next((row for row in rows if table.level[row] == Level.REGION), rows[0])
    return rows[0]


def _fitted(name: str, row: int, areas: set[int], params: Params) -> int:
    """A namesake of some size that lies in a country or region that the text names goes before the likeliest."""
    table = gazetteer()
    if not areas.isdisjoint(table.chain(row)):
        return row
    least = table.population[row] / params.ratio
    fits = (r for r in table.rows(name) if not areas.isdisjoint(table.chain(r)[1:]) and table.population[r] >= least)
    return next(fits, row)
