"""Findings: one for many pairs, stable ids, runs of updates, explanations."""

from typing import Any

import polars as pl
from finding_frames import frames, later
from hypothesis import given, settings
from hypothesis import strategies as st
from test_alignment import CLAIM

from expectations.contracts.vocabulary import NOT_A_DISCREPANCY, Relation
from transforms.alignment import align
from transforms.discrepancies import RULES_VERSION, find
from transforms.discrepancies.find import SCHEMA
from transforms.discrepancies.rule import Nature
from transforms.discrepancies.rules import natured

NORTH, WEST = "Rescue Service of Northland", "Governor of Westland"


def findings(*specs: dict[str, Any]) -> pl.DataFrame:
    claims, articles = frames(*specs)
    return find(align(claims, articles), claims, articles)


def test_many_outlets_with_two_values_are_one_finding() -> None:
    found = findings(*[{"anchor": 9}] * 6, *[{"anchor": 12}] * 5)
    assert found["type"].to_list() == ["hard_conflict"]
    row = found.row(0, named=True)
    assert len(row["claim_ids"]) == 11
    assert (row["low"], row["high"], row["severity"]) == (9, 12, "high")
    assert "6 claims of 6 origins" in row["explanation"]


def test_copies_of_one_story_are_one_origin() -> None:
    independent = findings({"anchor": 9}, {"anchor": 9}, {"anchor": 10}, {"anchor": 10})
    copied = findings({"anchor": 9, "origin": "x"}, {"anchor": 9, "origin": "x"}, {"anchor": 10}, {"anchor": 10})
    assert independent["severity"].to_list() == ["high"]
    assert copied["severity"].to_list() == ["medium"]


def test_a_run_of_updates_is_one_finding() -> None:
    found = findings(*({"anchor": n, "at": later(6 * k)} for k, n in enumerate((9, 10, 12, 15))))
    row = found.row(0, named=True)
    assert (found.height, row["type"], row["severity"]) == (1, "update_up", "low")
    assert (row["low"], row["high"], len(row["claim_ids"])) == (9, 15, 4)
    assert row["explanation"].endswith(" Beside them: '10' (1 claim of 1 origin), '12' (1 claim of 1 origin).")


def test_three_values_of_many_outlets_are_one_finding_with_its_groups() -> None:
    found = findings(*[{"anchor": 9}] * 7, *[{"anchor": 12}] * 8, *[{"anchor": 15, "origin": "wire"}] * 5)
    row = found.row(0, named=True)
    assert (found.height, row["type"], len(row["claim_ids"])) == (1, "hard_conflict", 20)
    # The two best backed lead; five copies of one dispatch are one origin.
    assert row["explanation"].startswith("'9' (")
    assert row["explanation"].count("8 claims of 8 origins") == 1
    assert row["explanation"].endswith(" Beside them: '15' (5 claims of 1 origin).")


def test_the_id_stays_while_a_third_value_joins() -> None:
    before = findings({"anchor": 9}, {"anchor": 12})
    after = findings({"anchor": 9}, {"anchor": 12}, {"anchor": 15})
    assert before["discrepancy_id"].to_list() == after["discrepancy_id"].to_list()
    assert before["evidence_hash"].item() != after["evidence_hash"].item()


def test_sources_that_are_misquoted_are_findings_of_their_own() -> None:
    found = findings(
        *({"anchor": n, "source": source} for source in (NORTH, WEST) for n in (9, 12)),
    )
    by_source = found.filter(type="attribution_conflict")
    assert by_source.height == 2
    assert all(len(ids) == 2 for ids in by_source["claim_ids"])


def test_the_claims_that_the_explanation_quotes_come_first() -> None:
    found = findings({"anchor": 9}, {"anchor": 10}, {"anchor": 40}, {"anchor": 40})
    assert found["claim_ids"].item().to_list()[:2] == ["c0", "c2"]


def test_a_fall_in_steps_is_given_step_by_step() -> None:
    found = findings(*({"anchor": n, "at": later(6 * k), "source": NORTH} for k, n in enumerate((12, 10, 8))))
    assert set(found["type"]) == {"downward_correction"}
    assert sorted(zip(found["low"], found["high"], strict=True)) == [(8, 10), (10, 12)]


def test_what_one_article_says_is_a_finding_of_that_article() -> None:
    found = findings({"anchor": 12, "article": "one"}, {"anchor": 9, "article": "one"}, {"anchor": 12}, {"anchor": 9})
    assert sorted(found["in_article"]) == [False, True]
    inside = found.filter("in_article").row(0, named=True)
    assert set(inside["claim_ids"]) == {"c0", "c1"}
    # The outlet that carries both is not set against those that carry one of them.
    assert set(found.filter(~pl.col("in_article"))["claim_ids"].item()) == {"c2", "c3"}


def test_side_by_side_with_two_sources_is_less_severe() -> None:
    plain = findings({"anchor": 9, "article": "one"}, {"anchor": 12, "article": "one"})
    open_ = findings({"anchor": 9, "article": "one", "source": NORTH}, {"anchor": 12, "article": "one", "source": WEST})
    assert plain["severity"].to_list() == ["high"]
    assert open_["severity"].to_list() == ["medium"]
    assert plain["type"].to_list() == open_["type"].to_list() == ["hard_conflict"]


def test_a_fall_without_explanation_is_more_severe() -> None:
    bare = findings({"anchor": 270}, {"anchor": 250, "at": later(300)})
    told = findings({"anchor": 270}, {"anchor": 250, "at": later(300), "cue": "revised down"})
    assert (bare["type"].item(), bare["severity"].item()) == ("downward_correction", "high")
    assert (told["type"].item(), told["severity"].item()) == ("downward_correction", "medium")


def test_the_id_stays_while_evidence_grows_and_the_hash_does_not() -> None:
    before = findings({"anchor": 9}, {"anchor": 12})
    after = findings({"anchor": 9}, {"anchor": 12}, {"anchor": 12})
    assert before["discrepancy_id"].to_list() == after["discrepancy_id"].to_list()
    assert before["evidence_hash"].item() != after["evidence_hash"].item()
    assert before["discrepancy_id"].item().startswith("d_")
    assert len(before["discrepancy_id"].item()) == 18


def test_the_hash_changes_with_a_value_that_keeps_its_claim() -> None:
    before = findings({"anchor": 9}, {"anchor": 12})
    after = findings({"anchor": 9}, {"anchor": 12, "hedge": "at_least"})
    assert before["discrepancy_id"].to_list() == after["discrepancy_id"].to_list()
    assert before["evidence_hash"].item() != after["evidence_hash"].item()


def test_agreement_is_no_finding() -> None:
    found = findings({"anchor": 9}, {"anchor": 9}, {"anchor": 9, "hedge": "at_least"}, {"anchor": 4, "kind": "injured"})
    assert found.is_empty()
    assert found.schema == SCHEMA


def test_an_explanation_has_figures_outlets_times_and_sources() -> None:
    found = findings(
        {"figure": "nine", "anchor": 9, "outlet": "north.example", "source": NORTH},
        {"figure": "12", "anchor": 12, "outlet": "west.example", "hedge": "at_least", "at": "2031-05-04"},
    )
    assert found["explanation"].item() == (
        "'nine' (north.example, 4 May 2031 12:00 UTC, from Rescue Service of Northland; 1 claim of 1 origin) and "
        "'at least 12' (west.example, 4 May 2031, in its own voice; 1 claim of 1 origin). "
        "'nine' and 'at least 12' exclude each other, and no time explains it."
    )


def test_confidence_follows_that_of_the_claims() -> None:
    sure = findings({"anchor": 9, "confidence": 0.9}, {"anchor": 12, "confidence": 0.9})["confidence"].item()
    unsure = findings({"anchor": 9, "confidence": 0.9}, {"anchor": 12, "confidence": 0.3})["confidence"].item()
    assert 0 < unsure < sure < 1


def test_rules_have_a_version_of_their_own() -> None:
    assert len(RULES_VERSION) == 16
    assert int(RULES_VERSION, 16) >= 0


@settings(max_examples=30, deadline=None)
@given(st.lists(CLAIM, min_size=2, max_size=9), st.randoms(use_true_random=False))
def test_findings_do_not_depend_on_order(specs: list[dict[str, Any]], random: Any) -> None:
    claims, articles = frames(*specs)
    rows = list(range(len(claims)))
    random.shuffle(rows)
    pairs = align(claims, articles)
    first = find(pairs, claims, articles)
    assert first.equals(find(pairs.reverse(), claims[rows], articles.reverse()))
    assert first["discrepancy_id"].is_unique().all()
    assert (first["low"] <= first["high"]).all()
    assert first["confidence"].is_between(0, 1).all()
    members = first.explode("claim_ids").join(claims, left_on="claim_ids", right_on="claim_id")
    inside = members.group_by("discrepancy_id").agg(pl.col("article_id").n_unique(), pl.col("in_article").first())
    assert ((inside["article_id"] == 1) == inside["in_article"]).all()


def test_a_conflict_of_which_only_the_day_is_known_is_less_severe() -> None:
    timed = findings({"anchor": 9}, {"anchor": 12})
    dated = findings({"anchor": 9, "at": "2031-05-04"}, {"anchor": 12, "at": "2031-05-04"})
    assert (timed["severity"].item(), dated["severity"].item()) == ("high", "medium")


def test_an_order_that_follows_from_figures_between_makes_no_conflict() -> None:
    found = findings(
        {"anchor": 8, "at": "2031-05-04"},
        {"anchor": 12, "at": "2031-05-04"},
        {"anchor": 8, "at": "2031-05-03"},
        {"anchor": 10, "at": "2031-05-04"},
        {"anchor": 12, "at": "2031-05-05"},
    )
    assert set(found["type"]) == {"update_up"}
    assert sorted(zip(found["low"], found["high"], strict=True)) == [(8, 12)]


def test_a_vague_word_is_no_figure_that_the_article_carries() -> None:
    found = findings(
        {"anchor": 4, "article": "one"},
        {"figure": "victims", "low": 2, "hedge": "vague", "article": "one", "field": "title"},
        {"anchor": 2, "article": "two"},
    )
    between = found.filter(~pl.col("in_article"))
    assert between["type"].to_list() == ["hard_conflict"]
    assert set(between["claim_ids"].item()) == {"c0", "c2"}


def test_a_member_told_of_beside_her_group_is_not_set_against_others() -> None:
    group = {"anchor": 2, "population": "women", "total": False}
    one = {"anchor": 1, "population": "women", "total": False, "article": "one"}
    assert findings({**group, "article": "one"}, one, {**group, "total": True}).is_empty()
    assert findings(one, group)["type"].to_list() == ["hard_conflict"]


STATED = st.fixed_dictionaries(
    {
        "anchor": st.integers(1, 4),
        "hedge": st.sampled_from(["exact", "at_least", "about"]),
        "article": st.sampled_from(["one", "two", "three"]),
        "population": st.sampled_from([None, None, "women"]),
        "total": st.sampled_from([True, True, False]),
        "source": st.sampled_from([None, NORTH]),
    }
)


@given(st.lists(STATED, min_size=2, max_size=7))
@settings(max_examples=60, deadline=None)
def test_no_conflict_is_left_out_unless_one_article_has_both_figures(specs: list[dict[str, Any]]) -> None:
    claims, articles = frames(*specs)
    pairs = align(claims, articles)
    told = [set(ids) for ids in find(pairs, claims, articles)["claim_ids"].to_list()]
    by_id = {row["claim_id"]: row for row in claims.iter_rows(named=True)}
    for a, b in pairs.filter(pl.col("relation").is_in(list(natured(Nature.CONFLICT)))).select(
        "claim_a", "claim_b"
    ).iter_rows():  # fmt: skip
        articles_of = {by_id[c]["article_id"] for c in (a, b)}
        figures = [{r["anchor"] for r in by_id.values() if r["article_id"] == article} for article in articles_of]
        assert any({a, b} <= ids for ids in told) or any(
            {by_id[a]["anchor"], by_id[b]["anchor"]} <= carried for carried in figures
        )


def test_natures_and_the_contract_agree_on_what_is_no_finding() -> None:
    assert set(natured(Nature.AGREEMENT)) == {r.value for r in NOT_A_DISCREPANCY - {Relation.NOT_COMPARABLE}}
