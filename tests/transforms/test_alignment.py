"""Pairs: which there are, that they do not depend on order, that they are fast."""

from typing import Any

import polars as pl
from finding_frames import frames, later
from hypothesis import given, settings
from hypothesis import strategies as st

from expectations.contracts.tables.findings import CLAIM_PAIRS
from transforms.alignment import align
from transforms.alignment.pairing import Params, pair_ids, with_family
from transforms.claims.cues import TimeWord
from transforms.claims.lexicon import words_by_key
from transforms.discrepancies.cues import direction

CLAIM = st.fixed_dictionaries(
    {
        "anchor": st.integers(0, 130),
        "hedge": st.sampled_from(["exact", "at_least", "more_than", "about", "nearly", "up_to"]),
        "kind": st.sampled_from(["killed", "killed", "injured", "missing"]),
        "population": st.sampled_from([None, None, "children"]),
        "total": st.booleans(),
        "source": st.sampled_from([None, "officials", "Rescue Service of Northland", "Governor of Westland"]),
        "stance": st.sampled_from(["asserts", "asserts", "asserts", "denies", "unconfirmed"]),
        "cue": st.sampled_from([None, None, "rises to", "revised down"]),
        "at": st.sampled_from(["", "2031-05-04", "2031-05-04T06:00", "2031-05-04T18:00", "2031-05-06"]),
        "article": st.sampled_from(["one", "two", "three", "four"]),
    }
)


@settings(max_examples=30, deadline=None)
@given(st.lists(CLAIM, min_size=2, max_size=9), st.randoms(use_true_random=False))
def test_order_of_arrival_does_not_matter(specs: list[dict[str, Any]], random: Any) -> None:
    claims, articles = frames(*specs)
    rows = list(range(len(claims)))
    random.shuffle(rows)
    first = align(claims, articles)
    assert first.equals(align(claims[rows], articles.reverse()))
    assert (first["claim_a"] < first["claim_b"]).all()
    assert first["similarity"].is_between(0, 1).all()
    assert first.select("claim_a", "claim_b").is_unique().all()


@settings(max_examples=30, deadline=None)
@given(st.lists(CLAIM, min_size=2, max_size=6))
def test_names_of_claims_do_not_matter(specs: list[dict[str, Any]]) -> None:
    """The relation is the same whichever of the two claims is called a."""
    names = [f"c{index}" for index in range(len(specs))]
    forward = align(
        *frames(*({**spec, "id": name, "start": k} for k, (spec, name) in enumerate(zip(specs, names, strict=True))))
    )
    turned = list(reversed(names))
    backward = align(
        *frames(*({**spec, "id": name, "start": k} for k, (spec, name) in enumerate(zip(specs, turned, strict=True))))
    )
    other = dict(zip(names, turned, strict=True))
    renamed = forward.select(
        pl.min_horizontal(pl.col("claim_a").replace_strict(other), pl.col("claim_b").replace_strict(other)).alias(
            "claim_a"
        ),
        pl.max_horizontal(pl.col("claim_a").replace_strict(other), pl.col("claim_b").replace_strict(other)).alias(
            "claim_b"
        ),
        "relation",
        "similarity",
    ).sort("claim_a", "claim_b")
    assert renamed.equals(backward.select("claim_a", "claim_b", "relation", "similarity").sort("claim_a", "claim_b"))


def test_claims_of_other_events_and_families_are_not_paired() -> None:
    claims, articles = frames(
        {"anchor": 9},
        {"anchor": 12, "event": "e_2"},
        {"kind": "target", "figure": "a school", "class": "school"},
        {"kind": "missiles", "anchor": 3},
        {"kind": "place", "figure": "Northtown"},
    )
    assert align(claims, articles).is_empty()
    assert align(claims.head(0), articles).schema == CLAIM_PAIRS.frame_schema


def test_claims_without_an_event_are_left_out() -> None:
    claims, articles = frames({"anchor": 9}, {"anchor": 12}, {"anchor": 10, "event": None})
    assert align(claims, articles).height == 1


def test_crowded_kinds_are_paired_with_representatives_only() -> None:
    specs = [{"anchor": 9 + index % 3} for index in range(30)]
    claims = with_family(frames(*specs)[0])
    assert pair_ids(claims, Params(full_limit=100)).height == 30 * 29 // 2
    few = pair_ids(claims, Params(full_limit=20))
    assert few.height == 3 * 27 + 3
    assert (few["claim_a"] < few["claim_b"]).all()
    assert set(few["claim_a"]) | set(few["claim_b"]) == set(claims["claim_id"])


def test_four_hundred_claims_of_one_event_are_all_paired() -> None:
    specs = [
        {"anchor": 5 + index % 40, "at": later(index % 50), "source": f"Office {index % 30}"} for index in range(400)
    ]
    claims, articles = frames(*specs)
    assert align(claims, articles).height == 400 * 399 // 2


def test_every_change_cue_of_the_lexicon_says_a_direction() -> None:
    words = words_by_key("time", TimeWord)[TimeWord.CHANGE]
    cues = pl.DataFrame({"change_cue": list(words), "as_of_basis": "published"})
    assert cues.filter(direction().is_null())["change_cue"].to_list() == []


def test_a_gate_says_which_aspect_stopped_it() -> None:
    claims, articles = frames(
        {"anchor": 9},
        {"anchor": 4, "kind": "injured"},
        {"anchor": 2, "total": False, "population": "children", "why": "counts a part of those concerned"},
    )
    reasons = align(claims, articles)["reason"].to_list()
    assert [reason.split(":")[0] for reason in reasons] == ["kind", "event total", "kind"]
