"""`rashomon report EVENT --as-of TIME`: an event as it could be known then, on the terminal and as a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from expectations.contracts import BY_NAME
from expectations.contracts.vocabulary import Precision, Profile
from rashomon.commands.compared import ESTIMATE, as_dictionary, estimate_rows, stored
from rashomon.commands.output import counted, plain, print_json, print_table
from rashomon.errors import InputError, UsageError
from rashomon.settings import Settings
from reports.figures import in_symbols, number
from reports.hostile import safe_event_id
from reports.pages import render
from reports.replay_page import render_replay
from reports.rows import Figured
from reports.times import known, stamp
from transforms.comparison import Comparison
from transforms.replay import Published, published_by, replayed
from transforms.times import parse_iso
from warehouse.connect import reader
from warehouse.sql import query

LEDGER = ["kind", "figure", "authority", "as of", "first seen in", "published", "superseded"]
SHOWN = [Profile.CONSENSUS.value, Profile.LATEST.value]


@dataclass(frozen=True, slots=True)
class Replay:
    """One event as of a time: its frames and ledger (None, empty where nothing was out), and what was left out."""

    event: str
    at: datetime
    published: Published
    found: Comparison | None
    ledger: list[dict[str, Any]]
    page: Path | None

    @property
    def sentence(self) -> str:
        """What of the coverage is in it."""
        out = self.published
        left = [
            (out.later, "published later"),
            (out.day_open, "dated to a day that was not over by then"),
            (out.undated, "undated"),
        ]
        told = "; ".join(f"{number(n)} {why}" for n, why in left if n)
        return f"{counted(out.articles.height, 'article')} published by then; left out: {told or 'none'}."


def time_of(text: str) -> datetime:
    """The instant in UTC; a day is its end. Raises UsageError where the text is no ISO 8601 date or time."""
    found = parse_iso(text)
    if found is None:
        raise UsageError(f"--as-of {plain(text)!r} is no ISO 8601 date or time, such as 2025-04-24T16:00+03:00")
    at, precision = found
    try:
        return at + timedelta(days=1) if precision is Precision.DAY else at
    except OverflowError:
        return at


def replay(
    settings: Settings, events: Sequence[str], at: datetime, *, asked: str, json: bool, quiet: bool
) -> int:  # fmt: skip
    """Prints the ledger of each event as of `at` and writes its page, if anything of it was out by then."""
    made = [_replay(settings, event, at, asked) for event in events]
    if any(one.page for one in made):
        # So that the events' own pages lead to the replays.
        render(settings.warehouse, settings.reports, list(events))
    if json:
        print_json([_dictionary(one) for one in made])
    elif not quiet:
        for one in made:
            _print(one)
    return 0


def _frame(con: duckdb.DuckDBPyConnection, name: str, event: str) -> pl.DataFrame:
    return con.execute(query(name), {"ids": [event]}).pl()


def _replay(settings: Settings, event: str, at: datetime, asked: str) -> Replay:
    with reader(settings.warehouse) as con:
        moved = con.execute(query("moved_into"), {"event": event}).fetchone()
        if moved and moved[0] is not None:
            raise UsageError(f"event {event!r} was merged into another", hint=f"ask for {plain(moved[0])}")
        revisions = BY_NAME["articles"].conform(_frame(con, "revisions_of", event))
        memberships = _frame(con, "memberships_of", event)
    published = published_by(revisions, at)
    if published.articles.is_empty():
        return Replay(event, at, published, None, [], None)
    found = replayed(published, memberships, event, at)
    with stored(found) as path:
        with reader(path) as con:
            ledger = _frame(con, "ledger_of", event).to_dicts()
        one = Replay(event, at, published, found, ledger, None)
        page = _page(settings, one, path, asked) if safe_event_id(event) else None
    return Replay(event, at, published, found, ledger, page)


def _page(settings: Settings, one: Replay, warehouse: Path, asked: str) -> Path:
    if not (settings.reports / "events" / f"{one.event}.html").is_file():
        render(settings.warehouse, settings.reports, [one.event])
    try:
        return render_replay(
            warehouse, settings.warehouse, settings.reports, at=one.at, asked=asked, sentence=one.sentence
        )
    except OSError as error:
        raise InputError(str(settings.reports), error.strerror or str(error)) from None


def _dictionary(one: Replay) -> dict[str, Any]:
    out = one.published
    return {
        "event_id": one.event,
        "as_of": one.at,
        "n_articles": out.articles.height,
        "left_out": {"later": out.later, "day_not_over": out.day_open, "undated": out.undated},
        "first_known": out.first,
        "page": str(one.page) if one.page else None,
        "ledger": one.ledger,
        **(as_dictionary(one.found) if one.found else {}),
    }


def _print(one: Replay) -> None:
    print(f"{plain(one.event)} as it could be known on {known(one.at).text}: {one.sentence}")
    if one.found is None:
        first = stamp(one.published.first)
        told = f"the first article was on {first.text}" if first else "no article of it is dated"
        print(f"Nothing of it was out by then; {told}.")
        return
    print()
    print_table(LEDGER, [_line(entry) for entry in one.ledger], "Toll ledger")
    print()
    then = one.found.event_estimates.filter(pl.col("profile").is_in(SHOWN))
    print_table(ESTIMATE, estimate_rows(then), "Estimates by then")
    if one.page:
        print(f"\nPage: {one.page}")


def _line(entry: dict[str, Any]) -> tuple[object, ...]:
    figure = in_symbols(Figured(**{name: entry[name] for name in ("low", "high", "anchor", "hedge", "value_text")}))
    as_of = stamp(entry["as_of"], entry["as_of_precision"])
    first = stamp(entry["first_published"], entry["first_precision"])
    since, later = stamp(entry["superseded_from"]), entry["superseded_by"]
    return (
        entry["kind"],
        figure + ("" if entry["stance"] == "asserts" else f" ({entry['stance']})"),
        entry["authority"] + (" (own voice)" if entry["in_outlets_own_voice"] else ""),
        as_of.text if as_of else "",
        entry["first_outlet"],
        first.text if first else "undated",
        f"by {number(later)} on {since.text}" if since and later is not None else "",
    )
