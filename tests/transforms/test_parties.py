"""Whose side a source is on, told from its name."""

import polars as pl
import pytest

from expectations.contracts import BY_NAME
from transforms.parties import party_of, source_parties


@pytest.mark.parametrize(
    ("source", "party"),
    [
        ("Russian officials", "russia"), ("Air Force of Ukraine", "ukraine"), ("Hamas", "hamas"),
        ("police in Kerala", "india"),
        ("Mayor of Kharkiv", "ukraine"), ("Los Angeles Police Department", "united_states"),
        ("Kyiv City Military Administration", "ukraine"), ("Paris police", "france"),
        ("the mayor", None), ("UNICEF", None), ("Artem Dekhtyarenko", None), ("Paris Jackson", None), ("", None),
    ],
)  # fmt: skip
def test_a_name_says_its_party_or_none_is_told(source: str, party: str | None) -> None:
    found = party_of(source)
    assert (found[0] if found else None) == party
    assert found is None or found[1]


def test_one_row_an_event_and_source_by_its_one_name() -> None:
    schema = BY_NAME["claims"].frame_schema
    rows = [
        {"event_id": "e1", "attributed_to": "Moscow", "source_canonical": "Kremlin"},
        {"event_id": "e1", "attributed_to": "the Kremlin", "source_canonical": "Kremlin"},
        {"event_id": "e2", "attributed_to": "Kremlin"}, {"event_id": "e2"},
        {"event_id": None, "attributed_to": "Moscow"},
        {"event_id": "e1", "attributed_to": "witnesses"},
    ]  # fmt: skip
    claims = pl.DataFrame([dict.fromkeys(schema) | row for row in rows], schema=schema)
    made = source_parties(claims)
    assert made.select("event_id", "source", "party").rows() == [
        ("e1", "Kremlin", "russia"),
        ("e2", "Kremlin", "russia"),
    ]
    assert source_parties(claims.clear()).is_empty()
