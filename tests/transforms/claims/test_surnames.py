"""A surname alone names the doer only where the article gives the name in full."""

from typing import Any

import pytest

from transforms.claims.extract import extract_claims

ACT = "Roder wounded six others and killed nine people at the school."


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (f"Police named the man as Jan Roder. {ACT}", ["Roder"]),
        (ACT, []),
        ("Police named the man as Jan Roder. Roder was shot around noon near the school, where two died.", []),
    ],
)
def test_doers_by_surname(article: Any, text: str, doers: list[str]) -> None:
    claims = extract_claims(article(text)).claims
    named = claims.filter(kind="perpetrator", rule="named_suspect")
    assert named["value_text"].to_list() == doers
