"""Sources beyond the golden cases: their one name, quotations, and what holds for any text."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from expectations.contracts.vocabulary import Stance
from tests.transforms.claims.conftest import cases
from transforms.claims.attribution import find_sources
from transforms.claims.extract import extract_claims
from transforms.claims.grammar import parse
from transforms.claims.quotations import quotations
from transforms.claims.sources import canonical_names, is_agency
from transforms.claims.speakers import speaker

TEXT = (
    "the ministry said “ ” \" '' , . who Ann Lee 12 died ( ) according to he reported that with claiming ; "
    "two officials had 's in a poll showed - and but"
)
WORDS = st.sampled_from(TEXT.split())


@pytest.mark.parametrize("case", cases("sources"), ids=lambda case: next(iter(case["names"])))
def test_sources_have_one_name(case: dict[str, Any]) -> None:
    assert canonical_names(case["names"]) == case["names"]


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_a_source_is_verbatim_and_has_a_cue(text: str) -> None:
    for source in find_sources(parse(text), headline=True):
        assert text[source.start : source.end] == source.text != ""
        assert text[source.cue_start : source.cue_start + len(source.cue)] == source.cue != ""


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_quotations_do_not_overlap_and_only_the_last_stays_open(text: str) -> None:
    found = quotations(text)
    assert all(a.end <= b.start and not a.open for a, b in pairwise(found))
    assert all(0 <= q.start < q.end <= len(text) for q in found)


def test_a_speaker_is_found_where_the_text_has_it() -> None:
    text = "“It was quick,” Ivan Kral said.\n“Nine people died.” He wept."
    start = text.index("“Nine")
    assert speaker(text, start, find_sources(parse("“Nine people died.”")), 1) is None
    text = text.replace("said.", "said. “We ran.")
    start = text.index("“Nine")
    spoken = speaker(text, start, find_sources(parse("“Nine people died.”")), 1)
    assert spoken is not None
    assert text[spoken.start :].startswith("Ivan Kral")


@pytest.mark.parametrize(("name", "is_one"), [("The Associated Press", True), ("Reuters", True), ("the mayor", False)])
def test_agencies_are_told_from_speakers(name: str, is_one: bool) -> None:
    assert is_agency(name) is is_one


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Nine people drowned and more are feared missing.", Stance.ASSERTS),
        ("Three men were arrested on suspicion of arson.", Stance.ASSERTS),
        ("The army denied that nine people were killed.", Stance.DENIES),
        ("Reporters were unable to verify that nine people were killed.", Stance.UNCONFIRMED),
        ("The ministry has not confirmed that nine people were killed.", Stance.UNCONFIRMED),
    ],
)
def test_doubt_falls_on_the_figure_that_it_is_about(text: str, stance: Stance, article: Any) -> None:
    claim = extract_claims(article(text)).claims.row(0, named=True)
    assert claim["stance"] == stance


def test_who_claims_a_deed_says_so_himself(article: Any) -> None:
    text = "Hours after the raid on the mosque, responsibility was claimed by a commander of the Pakistani Taliban."
    rows = extract_claims(article(text)).claims.filter(kind="perpetrator").to_dicts()
    assert [(r["attributed_to"], r["cue"]) for r in rows] == [("a commander of the Pakistani Taliban", "claimed by")]
