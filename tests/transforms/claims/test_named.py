"""People told of by name and age: who is one of the dead, and who is not."""

from typing import Any

import pytest

from transforms.claims.extract import extract_claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mara Holt, 34, was killed on the bridge.", ["Mara Holt"]),
        ("Mara Holt, 34, and Ben Orr, 29, were killed.", ["Mara Holt", "Ben Orr"]),
        ("The crash left 12-year-old Mara Holt dead.", ["Mara Holt"]),
        ("Three sons, Ben Orr, 9, and Ian Orr, 7, among them, were killed.", ["Three"]),
        ("A man, Ben Orr, 29, was killed.", ["A man"]),
        ("Ben Orr, 29, killed six people.", ["six"]),
        ("Two people were killed by Ben Orr, 29, police said.", ["Two"]),
        ("Ben Orr, 29, is accused of killing two people.", ["two"]),
        ("Mara Holt was killed on the bridge.", []),
    ],
)
def test_the_dead_by_name_and_age(text: str, expected: list[str], article: Any) -> None:
    claims = extract_claims(article(text)).claims
    assert claims.filter(claims["kind"] == "killed")["value_text"].to_list() == expected


def test_who_speaks_stays_the_source(article: Any) -> None:
    claims = extract_claims(article("Ivan Kral, 63, a farmer, said nine people had died.")).claims
    assert claims["value_text"].to_list() == ["nine"]
    assert (claims["attributed_to"][0] or "").startswith("Ivan Kral")
