"""Every type against its cases: flagged, not flagged, not comparable."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from finding_frames import frames

from expectations.contracts.vocabulary import Relation
from transforms import discrepancies
from transforms.alignment import align
from transforms.discrepancies import RULES, find

CASES = Path(__file__).parents[1] / "cases" / "discrepancies"
PACKAGE = Path(discrepancies.__file__).parent
SHARED = {
    "__init__", "cues", "find", "grouping", "identity", "intervals", "merging", "message", "rivals", "rule", "rules",
    "severity", "sides", "words",
}  # fmt: skip
SECTIONS = ("Says", "Why it matters", "Flagged", "Not flagged", "Not comparable when", "Source")


def cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            found.append(pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}"))
    return found


@pytest.mark.parametrize(("name", "case"), cases())
@pytest.mark.parametrize("turned", [False, True], ids=["as written", "turned round"])
def test_case(name: str, case: dict[str, Any], turned: bool) -> None:
    pair = [{**case["a"], "id": "c0"}, {**case["b"], "id": "c1"}]
    if turned:
        pair = [{**case["b"], "id": "c0"}, {**case["a"], "id": "c1"}]
    others = [{**other, "id": f"c{index + 2}"} for index, other in enumerate(case.get("also", []))]
    claims, articles = frames(*pair, *others)
    pairs = align(claims, articles)
    if name == "omission":  # seen over the event, not in a pair
        found = find(pairs, claims, articles)["type"].to_list()
        assert ("omission" in found) == (case["expect"] == "flagged"), found
        return
    row = pairs.filter(claim_a="c0", claim_b="c1").row(0, named=True)
    expected = {"flagged": name, "not_comparable": "not_comparable"}.get(case["expect"], case.get("relation"))
    assert row["relation"] == expected, row["reason"]
    assert row["reason"]


def test_each_type_has_a_module_a_rule_a_page_and_cases() -> None:
    modules = {path.stem for path in PACKAGE.glob("*.py")} - SHARED
    types = {rule.type.value for rule in RULES}
    assert len(types) == len(RULES)
    assert modules == types == {path.stem for path in CASES.glob("*.toml")}
    assert types == {relation.value for relation in set(Relation) - {Relation.NOT_COMPARABLE}}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.type.value)
def test_pages_have_their_sections(rule: discrepancies.Rule) -> None:
    headings = [line for line in rule.page.splitlines() if line and not line.startswith(" ")][1:]
    assert tuple(headings) == SECTIONS
    assert rule.version >= 1
    assert rule.since
    assert 0 < rule.confidence <= 1


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.toml")))
def test_each_type_has_cases_of_every_sort(name: str) -> None:
    given = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    assert {case["expect"] for case in given} == {"flagged", "not_flagged", "not_comparable"}
