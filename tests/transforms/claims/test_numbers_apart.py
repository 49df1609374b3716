"""Numbers that count nobody, and tokens with digits that are no number, each with its reason."""

from typing import Any

import pytest

from expectations.contracts.vocabulary import Basis, Residue
from tests.transforms.claims.conftest import parametrize
from transforms.claims.distractors import compound, reason
from transforms.claims.extract import extract_claims
from transforms.claims.grammar import parse
from transforms.claims.tokens import tokenise


@parametrize("distractors")
def test_each_figure_has_its_reason(case: dict[str, Any]) -> None:
    sentence = parse(case["text"])
    stated = [f for f in sentence.figures if f.basis is Basis.STATED]
    assert [[f.number.text, reason(sentence, f) or ""] for f in stated] == case["want"]


@pytest.mark.parametrize(
    ("token", "why"),
    [
        ("17-year-old", Residue.AGE),
        ("15yo", Residue.AGE),
        ("24th", Residue.ORDINAL),
        ("MQ-9", Residue.MODEL_NAME),
        ("MH17", Residue.MODEL_NAME),
        ("T-72s", Residue.MODEL_NAME),
        ("06:00", Residue.CLOCK),
        ("10.30am", Residue.CLOCK),
        ("1990s", Residue.DATE),
        ("2024-03-12", Residue.DATE),
        ("7.62mm", Residue.UNIT),
        ("6.1", Residue.UNIT),
        ("12", None),
        ("twelve", None),
    ],
)
def test_each_compound_is_one_token_with_its_reason(token: str, why: Residue | None) -> None:
    (found,) = tokenise(token)
    assert compound(found) == why


@pytest.mark.parametrize(
    "text",
    [
        "No death penalty was sought.",
        "There was no dead end for the injured.",
        "No death toll was given and no injury details are known.",
        "Her son, 15, and a boy of nine were at the 12 Main Street address where shots were fired.",
    ],
)
def test_nobody_is_counted(text: str, article: Any) -> None:
    claims = extract_claims(article(text)).claims
    assert claims.filter(claims["anchor"].is_not_null())["value_text"].to_list() == []
