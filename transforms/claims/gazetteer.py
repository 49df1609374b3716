"""The table of places, loaded once: names, what each lies in, which of several namesakes is meant.

From GeoNames (https://www.geonames.org), CC BY 4.0, made by benchmarks/make_places.py; transforms/reference/README.md
says what was kept.
"""

from dataclasses import dataclass
from enum import IntEnum
from functools import cache

import polars as pl

from transforms.claims.lexicon import REFERENCE
from transforms.claims.place_names import folded


class Flag(IntEnum):
    """What else a name is: nothing, a person's name, an ordinary word; or an abbreviation read only behind a comma."""

    PLACE = 0
    PERSON = 1
    WORD = 2
    ABBREVIATION = 3


class Level(IntEnum):
    """How large an area a place is."""

    CITY = 0
    REGION = 1
    COUNTRY = 2


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Columns by row of places.parquet; `first`: name → its first row in `names`, the likeliest of the namesakes."""

    first: dict[str, int]
    names: list[str]
    place: list[int]
    flag: list[int]
    label: list[str]
    level: list[int]
    within: list[int | None]
    population: list[int]

    def rows(self, name: str) -> list[int]:
        """The places of a folded name, likeliest first."""
        a = b = self.first.get(name, len(self.names))
        while b < len(self.names) and self.names[b] == name:
            b += 1
        return self.place[a:b]

    def flag_of(self, name: str) -> Flag | None:
        """None where no place has the name."""
        i = self.first.get(name)
        return None if i is None else Flag(self.flag[i])

    def labelled(self, label: str) -> int | None:
        """The largest place under that label."""
        rows = [row for row in self.rows(folded(label)) if self.label[row] == label]
        return max(rows, key=lambda row: self.population[row], default=None)

    def chain(self, row: int) -> list[int]:
        """The place and those that it lies in, narrowest first."""
        out = [row]
        while (up := self.within[out[-1]]) is not None:
            out.append(up)
        return out


@cache
def gazetteer() -> Gazetteer:
    """The shipped table."""
    names = pl.read_parquet(REFERENCE / "place_names.parquet")
    places = pl.read_parquet(REFERENCE / "places.parquet")
    keys = names["name"].to_list()
    return Gazetteer(
        dict(zip(reversed(keys), range(len(keys) - 1, -1, -1), strict=True)),
        keys,
        names["place"].to_list(),
        names["flag"].to_list(),
        places["label"].to_list(),
        places["kind"].replace_strict({level.name.lower(): level.value for level in Level}).to_list(),
        places["within"].to_list(),
        places["population"].to_list(),
    )
