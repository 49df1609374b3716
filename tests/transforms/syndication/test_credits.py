"""Wire credits in their usual forms."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from transforms.syndication.agencies import by_credit, by_outlet, listed
from transforms.syndication.credits import wire_credit
from transforms.syndication.families import family

CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "syndication" / "credits.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][-44:])
def test_credits(case: dict[str, Any]) -> None:
    assert wire_credit(case.get("title"), case["text"]) == case.get("credit")


def test_an_agencys_own_outlet_and_author_fields_are_credits() -> None:
    text = "Two people died when a depot burned."
    assert wire_credit(None, text, "https://www.reuters.com") == "Reuters"
    assert wire_credit(None, text, "gazette.example", json.dumps({"author": ["Jane Roe", "AFP"]})) == "AFP"
    assert wire_credit(None, text, "gazette.example", json.dumps({"author": "Jane Roe", "desk": "AFP"})) is None


def test_families_go_by_site_and_by_name() -> None:
    assert family("metro.cbslocal.com") == family("cbsnews.com") is not None
    assert family("BBC News") == family("https://www.bbc.co.uk/news") == "BBC"
    assert family("gazette.example") is None
    assert listed("a.b.c.example", {"c.example": "C"}) == "C"
    assert set(by_outlet().values()) <= set(by_credit().values())
