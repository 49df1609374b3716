"""Each part on its golden cases: numbers and hedges, harm, weapons, sources, stances, accounts, totals, times."""

from typing import Any

import pytest

from expectations.contracts.vocabulary import Hedge
from tests.transforms.claims.conftest import parametrize
from transforms.claims.extract import extract_claims
from transforms.claims.grammar import parse
from transforms.claims.harm import find_harm
from transforms.claims.hedges import interval
from transforms.claims.numbers import find_numbers

Case = dict[str, Any]
ACCOUNTS = ("target", "perpetrator", "cause")


@parametrize("numbers")
def test_numbers(case: Case) -> None:
    found = [[n.text, n.low, n.high, n.anchor, n.hedge.value] for n in find_numbers(case["text"])]
    assert found == [[None if value == "null" else value for value in row] for row in case["want"]]


@parametrize("harm")
def test_harm(case: Case) -> None:
    sentence = parse(case["text"])
    found = [
        [h.kind.value, sentence.figures[h.figure].number.text, sentence.figures[h.figure].population or ""]
        for h in find_harm(sentence)
    ]
    assert found == case["want"]


@parametrize("attribution")
def test_attribution(case: Case, article: Any) -> None:
    frame = article("Nothing else.", title=case["text"]) if case.get("title") else article(case["text"])
    claims = extract_claims(frame).claims
    claim = claims.filter(~claims["kind"].is_in(ACCOUNTS)).row(0, named=True)
    assert (claim["attributed_to"] or "") == case["source"]
    assert (claim["source_canonical"] or "") == case["canonical"]
    assert (claim["cue"] is None) == (case["source"] == "")


@parametrize("stances")
def test_stances(case: Case, article: Any) -> None:
    claims = extract_claims(article(case["text"])).claims
    claim = claims.filter(~claims["kind"].is_in(ACCOUNTS)).row(0, named=True)
    assert (claim["stance"], claim["attributed_to"] or "") == (case["stance"], case["source"])


@parametrize("weapons")
def test_weapons(case: Case, article: Any) -> None:
    claims = extract_claims(article(case["text"])).claims
    rows = claims.filter(~claims["kind"].is_in(ACCOUNTS)).sort("kind", "value_start").to_dicts()
    found = sorted([r["kind"], r["value_text"], r["is_event_total"]] for r in rows)
    assert found == sorted(case["want"])


@parametrize("accounts")
def test_accounts(case: Case, article: Any) -> None:
    claims = extract_claims(article(case["text"])).claims
    rows = claims.filter(claims["kind"].is_in(ACCOUNTS)).sort("kind").to_dicts()
    assert [[r["kind"], r["value_text"], r["value_class"] or "", r["stance"]] for r in rows] == case["want"]


@parametrize("totals")
def test_totals(case: Case, article: Any) -> None:
    claims = extract_claims(article(case["text"], title=case["title"])).claims
    claim = claims.filter((claims["value_text"] == case["figure"]) & (claims["evidence_field"] == "text")).row(
        0, named=True
    )
    assert (claim["total_reason"] or "") == case["reason"]
    assert claim["is_event_total"] == (case["reason"] == "")


@parametrize("times")
def test_times(case: Case, article: Any) -> None:
    claim = extract_claims(article(case["text"])).claims.row(0, named=True)
    assert claim["as_of"].strftime("%Y-%m-%dT%H:%M") == case["at"]
    assert (claim["as_of_precision"], claim["as_of_basis"]) == (case["precision"], case["basis"])


@pytest.mark.parametrize("hedge", [Hedge.RANGE, Hedge.VAGUE])
def test_a_range_has_no_single_figure(hedge: Hedge) -> None:
    with pytest.raises(ValueError, match="no single figure"):
        interval(hedge, 12)
