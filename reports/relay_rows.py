"""Rows of the queries on how outlets pass figures on: one frozen dataclass a query, as in reports.rows."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class OutletProfileRow:
    """outlet_profiles.sql: one outlet's record (view outlet_profile); lags in minutes."""

    outlet: str
    n_articles: int
    n_events: int
    n_attributed: int
    n_own_voice: int
    n_relays: int
    n_lags_known: int
    n_first: int
    median_lag_minutes: float | None
    longest_lag_minutes: int | None
    n_lag_floors: int
    n_stale_relays: int
    n_misrelays: int
    n_corrections: int
    n_corrected: int


@dataclass(frozen=True, slots=True)
class OutletPartyRow:
    """outlet_parties.sql: one party whose figures the outlet carries, or leaves out in `left_out` events."""

    outlet: str
    party: str
    figures: int
    carried: int
    left_out: int


@dataclass(frozen=True, slots=True)
class OutletRelayRow:
    """outlet_relays.sql: one figure that the outlet published after another had it from the same source."""

    outlet: str
    event_id: str
    event_title: str
    source: str
    kind: str
    figure: int
    published_at: datetime
    published_precision: str | None
    first_at: datetime
    first_outlet: str
    lag_minutes: int
    lag_is_floor: bool


@dataclass(frozen=True, slots=True)
class OutletFaultRow:
    """outlet_faults.sql: one claim of the outlet and its role in a finding about time or relay."""

    outlet: str
    event_id: str
    event_title: str
    role: str
    kind: str
    figure: int
    source: str | None
    published_at: datetime | None
    published_precision: str | None
    other_figure_low: int
    other_figure_high: int
