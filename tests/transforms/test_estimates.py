"""Estimates: what a vote is, and which figure wins under each profile."""

from typing import Any

import polars as pl
import pytest
from finding_frames import frames, later
from hypothesis import given, settings
from hypothesis import strategies as st
from test_alignment import CLAIM

from expectations.contracts.tables.findings import EVENT_ESTIMATES
from expectations.contracts.vocabulary import Profile
from transforms.estimates import PROFILES, estimate


def best(*specs: dict[str, Any], profile: str = "consensus", kind: str = "killed") -> dict[str, Any] | None:
    found = estimate(*frames(*specs)).filter((pl.col("profile") == profile) & (pl.col("kind") == kind))
    return found.row(0, named=True) if found.height else None


def test_every_profile_of_the_vocabulary_is_there() -> None:
    assert set(PROFILES) == set(Profile)


def test_most_origins_win_over_one() -> None:
    row = best({"anchor": 9}, {"anchor": 12}, {"anchor": 12})
    assert row is not None
    assert (row["low"], row["best"], row["high"], row["rule"]) == (9, 12, 12, "weighed_totals")
    assert row["claim_ids"] == ["c1", "c2"]


def test_copies_have_one_vote() -> None:
    row = best(
        {"anchor": 9, "origin": "wire"},
        {"anchor": 9, "origin": "wire"},
        {"anchor": 9, "origin": "wire"},
        {"anchor": 12},
        {"anchor": 12},
    )
    assert row is not None
    assert row["best"] == 12


def test_a_newer_higher_total_supersedes_many_older_ones() -> None:
    row = best(*[{"anchor": 39}] * 4, {"anchor": 57, "at": later(48), "field": "title"})
    assert row is not None
    assert row["best"] == 57


def test_a_floor_supports_the_figure_above_it() -> None:
    row = best({"anchor": 100, "hedge": "at_least"}, {"anchor": 129}, {"anchor": 120, "hedge": "more_than"})
    assert row is not None
    assert row["best"] == 129


def test_parts_rates_denials_and_other_events_have_no_vote() -> None:
    row = best(
        {"anchor": 9},
        {"anchor": 5000, "total": False, "why": "a rate, no toll"},
        {"anchor": 70, "total": False, "why": "an earlier or other event"},
        {"anchor": 80, "stance": "denies"},
    )
    assert row is not None
    assert (row["low"], row["best"], row["high"]) == (9, 9, 9)


def test_headline_and_lead_go_before_the_body() -> None:
    row = best(
        {"anchor": 12, "field": "title", "article": "one", "start": 0},
        {"anchor": 3, "article": "one", "start": 4000},
        {"anchor": 5, "article": "one", "start": 5000},
    )
    assert row is not None
    assert row["best"] == 12


def test_people_told_of_count_where_nothing_is_stated() -> None:
    quote = "A man and a woman were shot dead."
    told = {"basis": "described", "anchor": 1, "article": "one", "quote": quote}
    row = best({**told, "figure": "A man"}, {**told, "figure": "a woman"})
    assert row is not None
    assert (row["best"], row["rule"]) == (2, "described_people")
    stated = best({**told, "figure": "A man"}, {"anchor": 4, "field": "title"}, {"anchor": 4, "field": "title"})
    assert stated is not None
    assert stated["best"] == 4


def test_nought_stands_only_where_it_was_claimed() -> None:
    assert best({"anchor": 9}, kind="injured") is None
    row = best({"anchor": 0, "figure": "no"})
    assert row is not None
    assert (row["best"], row["rule"]) == (0, "claimed_none")


def test_a_vague_word_is_a_vote_only_where_nobody_gives_a_number() -> None:
    vague = {"figure": "hundreds", "low": 200, "high": 999, "hedge": "vague"}
    alone, beside = best(vague), best(vague, {"anchor": 78})
    assert alone is not None
    assert beside is not None
    assert (alone["best"], beside["best"]) == (200, 78)


def test_latest_is_the_newest_figure_with_its_own_bounds() -> None:
    row = best({"anchor": 12}, {"anchor": 12}, {"anchor": 9, "hedge": "at_least", "at": later(5)}, profile="latest")
    assert row is not None
    assert (row["low"], row["best"], row["high"], row["rule"]) == (9, 9, None, "newest_total")


@settings(max_examples=30, deadline=None)
@given(st.lists(CLAIM, min_size=1, max_size=9), st.randoms(use_true_random=False))
def test_estimates_are_ordered_and_do_not_depend_on_order(specs: list[dict[str, Any]], random: Any) -> None:
    claims, articles = frames(*specs)
    rows = list(range(len(claims)))
    random.shuffle(rows)
    found = estimate(claims, articles)
    assert found.schema == EVENT_ESTIMATES.frame_schema
    assert found.equals(estimate(claims[rows], articles.reverse()))
    assert (found["low"] <= found["best"]).all()
    assert (found["best"] <= found["high"]).fill_null(value=True).all()
    assert (
        found.filter(pl.col("best") == 0)
        .join(claims, on="kind", suffix="_claim")
        .filter(pl.col("anchor") == 0)
        .select("kind", "profile")
        .unique()
        .height
        == found.filter(pl.col("best") == 0).height
    )


LISTED = "adds up with others of its sentence"


def test_a_list_with_a_number_is_one_total() -> None:
    part = {"article": "a0", "start": 0, "total": False, "why": LISTED}
    row = best({"anchor": 3, "population": "women", **part}, {"anchor": 2, "population": "men", **part})
    assert row is not None
    assert (row["best"], row["claim_ids"]) == (5, ["c0", "c1"])


def test_the_doer_adds_to_those_whom_he_killed() -> None:
    doer = {"anchor": 1, "basis": "described", "population": "suspects", "total": False, "why": LISTED}
    row = best({"anchor": 14, "article": "a0", "start": 0}, {**doer, "article": "a0", "start": 0})
    assert row is not None
    assert row["best"] == 15


@pytest.mark.parametrize(
    ("word", "basis", "expected"), [("shot", "stated", 3), ("wounded", "stated", 4), ("shot", "derived", 4)]
)
def test_those_hit_are_counted_without_the_dead(word: str, basis: str, expected: int) -> None:
    shot = {"anchor": 4, "kind": "injured", "word": word, "basis": basis, "article": "a0", "start": 0}
    row = best(shot, {"anchor": 1, "article": "a0", "start": 100}, kind="injured")
    assert row is not None
    assert row["best"] == expected


def test_a_sentence_about_one_victim_speaks_for_two() -> None:
    one = {"anchor": 1, "basis": "described", "article": "a0", "total": False, "why": "a part of a larger figure"}
    row = best({**one, "start": 0}, {**one, "start": 0}, *({**one, "start": 600 + 50 * k} for k in range(3)))
    assert row is not None
    assert (row["best"], row["rule"]) == (2, "described_people")


@pytest.mark.parametrize(
    ("why", "expected"), [("counts a part of those concerned", 6), ("an earlier or other event", 5)]
)
def test_a_dead_suspect_beside_the_dead_of_his_sentence_adds_to_them(why: str, expected: int) -> None:
    suspect = {"anchor": 1, "basis": "described", "population": "suspects", "total": False, "why": why}
    row = best({"anchor": 5, "article": "a0", "start": 0}, {**suspect, "article": "a0", "start": 0})
    assert row is not None
    assert row["best"] == expected


def test_a_suspect_who_is_counted_in_adds_nothing() -> None:
    suspect = {"anchor": 1, "basis": "described", "population": "suspects", "total": False}
    part = {**suspect, "why": "a part of a larger figure"}
    row = best({"anchor": 5, "article": "a0", "start": 0}, {**part, "article": "a0", "start": 0})
    assert row is not None
    assert row["best"] == 5


def test_an_act_named_by_how_many_it_hit_holds_the_dead() -> None:
    act = {"anchor": 4, "kind": "injured", "rule": "multiple", "figure": "quadruple shooting", "article": "a0"}
    row = best({**act, "start": 0}, {"anchor": 2, "article": "a0", "start": 0}, kind="injured")
    assert row is not None
    assert row["best"] == 2


@pytest.mark.parametrize(("quote", "expected"), [("2 dead after 4 shot", 2), ("2 dead, 4 shot", 4)])
def test_the_dead_before_those_hit_are_among_them_where_it_says_after(quote: str, expected: int) -> None:
    said = {"quote": quote, "article": "a0", "start": 0}
    row = best({**said, "anchor": 2}, {**said, "anchor": 4, "kind": "injured", "word": "shot"}, kind="injured")
    assert row is not None
    assert row["best"] == expected


def test_others_who_were_shot_hold_no_dead() -> None:
    said = {"quote": "Three others were shot.", "figure": "Three", "anchor": 3, "kind": "injured", "word": "shot"}
    row = best({**said, "article": "a0"}, {"anchor": 1, "article": "a0", "start": 900}, kind="injured")
    assert row is not None
    assert row["best"] == 3


def test_an_article_without_dead_takes_those_of_the_event() -> None:
    early = {"anchor": 5, "kind": "injured", "word": "shot", "article": "early"}
    row = best(early, {"anchor": 1, "article": "late", "at": later(30)}, kind="injured")
    assert row is not None
    assert row["best"] == 4


def test_whom_somebody_shot_and_who_are_no_more_than_died_are_the_dead() -> None:
    shot = {"anchor": 2, "kind": "injured", "word": "shot", "rule": "object", "article": "a0", "start": 0}
    assert best(shot, {"anchor": 3, "article": "a0", "start": 100}, kind="injured") is None


def test_the_name_of_an_act_says_less_than_a_figure() -> None:
    act = {"anchor": 2, "hedge": "at_least", "rule": "multiple", "figure": "murder-suicide"}
    row = best({"anchor": 5, "field": "title"}, act, act)
    assert row is not None
    assert row["best"] == 5


@pytest.mark.parametrize(("figure", "expected"), [("A fourth victim", 4), ("4th victim", 4), ("The first victim", 1)])
def test_an_ordinal_counts_up_to_whom_it_names(figure: str, expected: int) -> None:
    row = best({"anchor": 1, "basis": "described", "figure": figure, "quote": f"{figure} has died."})
    assert row is not None
    assert row["best"] == expected


def test_a_sum_of_several_events_gives_way_to_one_of_the_event() -> None:
    night = {"anchor": 7, "field": "title", "total": False, "why": "sums up several events", "at": later(9)}
    row = best({"anchor": 1}, night)
    assert row is not None
    assert row["best"] == 1


def test_people_without_number_who_are_killed_somewhere_are_no_vote() -> None:
    assert best({"figure": "people", "low": 2, "hedge": "vague", "basis": "described"}) is None


REPORTS: list[dict[str, Any]] = [
    {"anchor": 2, "at": later(0)},
    {"anchor": 9, "at": later(30), "origin": "wire"},
    {"anchor": 9, "at": later(31), "origin": "wire"},
    {"anchor": 12, "at": later(40), "hedge": "at_least"},
    {"anchor": 10, "at": later(41)},
    {"anchor": 10, "at": later(42)},
    {"anchor": 40, "kind": "injured"},
]


@pytest.mark.parametrize(
    ("profile", "low", "figure", "high", "rule"),
    [
        # The report of 42 hours before the newest no longer stands.
        ("acled", 9, 9, 9, "lowest_current"),
        ("ucdp", 2, 10, None, "most_reported"),
        ("ibc", 2, None, 12, "two_sources"),
        ("airwars", 2, None, None, "range_fair"),
    ],
)
def test_profiles_of_archives(profile: str, low: int, figure: int | None, high: int | None, rule: str) -> None:
    row = best(*REPORTS, profile=profile)
    assert row is not None
    assert (row["low"], row["best"], row["high"], row["rule"]) == (low, figure, high, rule)
    assert row["claim_ids"]


def test_archives_that_count_deaths_alone_have_no_injured() -> None:
    found = estimate(*frames(*REPORTS, {"anchor": 44, "kind": "injured"}))
    assert set(found.filter(kind="injured")["profile"]) == {"latest", "consensus", "ibc", "airwars"}


def test_two_copies_of_one_dispatch_are_no_two_sources() -> None:
    copies = [{"anchor": 9, "origin": "wire"}, {"anchor": 9, "origin": "wire"}]
    assert best(*copies, profile="ibc") is None
    row = best(*copies, profile="airwars")
    assert row is not None
    assert (row["low"], row["high"], row["rule"]) == (9, 9, "range_weak")


def test_of_figures_with_as_many_reports_ucdp_takes_the_lower() -> None:
    row = best({"anchor": 9}, {"anchor": 12}, profile="ucdp")
    assert row is not None
    assert (row["low"], row["best"], row["high"]) == (9, 9, 12)


def test_undated_reports_all_stand() -> None:
    row = best({"anchor": 9, "at": None}, {"anchor": 12, "at": None}, profile="acled")
    assert row is not None
    assert (row["best"], row["claim_ids"]) == (9, ["c0"])


@settings(max_examples=30, deadline=None)
@given(st.lists(CLAIM, min_size=1, max_size=9), st.randoms(use_true_random=False))
def test_profiles_do_not_depend_on_order(specs: list[dict[str, Any]], random: Any) -> None:
    claims, articles = frames(*specs)
    rows = list(range(len(claims)))
    random.shuffle(rows)
    first = estimate(claims, articles)
    assert first.equals(estimate(claims[rows], articles.reverse()))
    assert (first["low"] <= first["best"]).fill_null(value=True).all()
    assert (first["best"] <= first["high"]).fill_null(value=True).all()
