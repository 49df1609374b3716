"""Estimates of each event under every profile."""

from collections.abc import Callable

import polars as pl

from expectations.contracts.tables.findings import EVENT_ESTIMATES
from expectations.contracts.vocabulary import Profile
from transforms.estimates.acled import acled
from transforms.estimates.airwars import airwars
from transforms.estimates.consensus import consensus
from transforms.estimates.ibc import ibc
from transforms.estimates.latest import latest
from transforms.estimates.ucdp import ucdp
from transforms.estimates.votes import votes

PROFILES: dict[Profile, Callable[[pl.DataFrame], pl.DataFrame]] = {
    Profile.LATEST: latest,
    Profile.ACLED: acled,
    Profile.UCDP: ucdp,
    Profile.IBC: ibc,
    Profile.AIRWARS: airwars,
    Profile.CONSENSUS: consensus,
}
"""Profile → votes to estimates; each says in its module which rules it has."""


def estimate(claims: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """EVENT_ESTIMATES.frame_schema, a row an event, counting kind and profile, sorted by its key.

    `claims` has the claims table's schema with event_id set, `articles` one row an article. An event without any
    figure of a kind has no row for it; 0 stands only where it was claimed. Raises
    polars.exceptions.ColumnNotFoundError where a column is missing.
    """
    voted = votes(claims, articles)
    if voted.is_empty():
        return EVENT_ESTIMATES.empty()
    frames = [profile(voted).with_columns(profile=pl.lit(name.value)) for name, profile in PROFILES.items()]
    return EVENT_ESTIMATES.conform(pl.concat(frames, how="diagonal")).sort("event_id", "kind", "profile")
