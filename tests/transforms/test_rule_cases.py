"""Every type against its cases: flagged, not flagged, not comparable."""

import re
import textwrap
import tomllib
from pathlib import Path
from typing import Any

import pytest
from finding_frames import frames

from expectations.contracts.vocabulary import Relation
from transforms import discrepancies
from transforms.alignment import align
from transforms.discrepancies import RULES, find
from transforms.discrepancies.rules import BY_TYPE

CASES = Path(__file__).parents[1] / "cases" / "discrepancies"
PACKAGE = Path(discrepancies.__file__).parent
SHARED = {
    "__init__", "cues", "find", "grouping", "identity", "intervals", "merging", "message", "rivals", "rule", "rules",
    "severity", "sides", "words",
}  # fmt: skip
SECTIONS = ("Says", "Why it matters", "Flagged", "Not flagged", "Not comparable when", "Explained as", "Source")


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


FIGURE = r"(?:the denial of )?'[^']+(?:'s [^']+)?'"
TIME = r"\d{1,2} [A-Z][a-z]+ \d{4}(?: \d\d:\d\d UTC)?"
WHO = rf"\([^;()]+, (?:{TIME}|time unknown), (?:in its own voice|from [^;()]+)"
COUNTED = r"\d+ claims? of \d+ origins?"
SIDE = rf"{FIGURE} {WHO}; {COUNTED}\)"
BESIDE = rf"(?: Beside them: {FIGURE} \({COUNTED}\)(?:, {FIGURE} \({COUNTED}\))*(?: and \d+ more)?\.)?"
PLACES = {
    "OUTLET, TIME, SOURCE; N origins": rf"{WHO[2:]}; \d+ origins?", "OUTLETS": "[^;]+", "TIME": TIME, "A": FIGURE,
    "B": FIGURE, "SOURCE": ".+", "KIND": "[a-z ]+", "WORDS": "'[^']+'",
}  # fmt: skip


def forms(rule: discrepancies.Rule) -> str:
    """The sentences of the page's section 'Explained as', as one regular expression."""
    section = rule.page.partition("\nExplained as\n")[2].partition("\nSource\n")[0]
    lines = textwrap.dedent(section).replace("\n    ", " ").splitlines()
    pattern = "|".join(re.escape(line) for line in lines if line.strip())
    words = sorted((re.escape(name) for name in PLACES), key=len, reverse=True)
    meant = {re.escape(name): value for name, value in PLACES.items()}
    return re.sub(rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, words))})(?![A-Za-z])", lambda m: meant[m[0]], pattern)


@pytest.mark.parametrize(("name", "case"), cases())
def test_explanations_have_the_form_of_the_page(name: str, case: dict[str, Any]) -> None:
    claims, articles = frames(case["a"], case["b"], *case.get("also", []))
    pairs = align(claims, articles)
    for relation, reason in pairs.select("relation", "reason").iter_rows():
        if relation != Relation.NOT_COMPARABLE:
            sentence = f"{reason[:1].upper()}{reason[1:]}."
            assert re.fullmatch(forms(BY_TYPE[relation]), sentence), sentence
    for kind, text in find(pairs, claims, articles).select("type", "explanation").iter_rows():
        sentence = forms(BY_TYPE[kind])
        whole = sentence if kind == Relation.OMISSION else rf"{SIDE} and {SIDE}\. (?:{sentence}){BESIDE}"
        assert re.fullmatch(whole, text), text


def test_an_omission_says_what_is_lacking_where_and_since_when() -> None:
    flats = {"kind": "target", "figure": "flats", "class": "residential", "outlet": "west.example"}
    claims, articles = frames(
        {"kind": "target", "figure": "the arms factory", "class": "defence_industry", "at": "2031-05-04T18:00"},
        {**flats, "source": "Mayor Example"},
        {**flats, "at": "2031-05-04T13:00", "outlet": "north.example"},
    )
    found = find(align(claims, articles), claims, articles).filter(type="omission")
    assert found["explanation"].to_list() == [
        "'flats' (west.example, 4 May 2031 12:00 UTC, from Mayor Example; 2 origins) is not in a0.example, which "
        "carries 'the arms factory' and published when others had it (by 4 May 2031 13:00 UTC)."
    ]
    assert found["claim_ids"].item().to_list()[:2] == ["c0", "c1"]


def test_an_omitted_denial_is_called_one() -> None:
    denial = {"kind": "perpetrator", "figure": "Russia", "class": "russia", "stance": "denies", "source": "Ministry"}
    claims, articles = frames(
        {"kind": "perpetrator", "figure": "Russia", "class": "russia", "at": "2031-05-06"},
        {**denial, "at": "2031-05-04"},
        {**denial, "at": "2031-05-04", "source": None},
    )
    text = find(align(claims, articles), claims, articles).filter(type="omission")["explanation"].item()
    assert text.startswith(
        "the denial of 'Russia' (a1.example, 4 May 2031, from Ministry; 2 origins) is not in a0.example"
    )


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
