"""Which party a quoted source speaks for, told from its name alone.

A name that says a party or nation ('Russian officials', 'Air Force of Ukraine') speaks for it; else an authority of a
place ('Mayor of Kyiv', 'police in Kerala') for the country of that place. Persons, and bodies whose names say neither
('the mayor', 'UNICEF'), have none: a side is read, never guessed. Parties are those of the ontology, after ACLED's
actor lists.
"""

import polars as pl

from expectations.contracts.catalogue import BY_NAME
from transforms.claims.doers import UNNAMED, parties
from transforms.claims.ontology import classifier
from transforms.claims.places import find_places, wider
from transforms.claims.source_words import AttributionWord, lists

VERSION = 1
"""Raised when parties are told in another way."""

SOURCE_PARTIES = BY_NAME["source_parties"]


def party_of(source: str) -> tuple[str, str] | None:
    """The party (a node of the ontology, or a country in the same form) and why; None where the name says none."""
    named = [(source[a:b], node) for a, b, node in parties(source) if node not in UNNAMED]
    if named:
        return named[0][1], f"its name says '{named[0][0]}'"
    if not lists()[AttributionWord.AUTHORITY].intersection(source.lower().split()):
        return None
    for start, end, place in find_places(source):
        country = (place, *wider(place))[-1]
        node = classifier("party").node(country) or country.lower().replace(" ", "_")
        return node, f"'{source[start:end]}' lies in {country}"
    return None


def source_parties(claims: pl.DataFrame) -> pl.DataFrame:
    """The contract's frame of `source_parties`: a row an event and named source whose name says a party, by its key.

    `claims` has the claims table's schema with event_id set.
    """
    source = pl.coalesce("source_canonical", "attributed_to")
    named = claims.filter(pl.col("event_id").is_not_null()).select("event_id", source=source).drop_nulls().unique()
    found = {name: said for name in named["source"].unique() if (said := party_of(name)) is not None}
    rows = [(event, name, *found[name]) for event, name in named.iter_rows() if name in found]
    frame = pl.DataFrame(rows, schema=SOURCE_PARTIES.frame_schema, orient="row")
    return SOURCE_PARTIES.conform(frame).sort("event_id", "source")
