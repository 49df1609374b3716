"""Names of places: one name each, which words are meant as places, which namesake, what a figure counts."""

import subprocess
import sys
import time

import pytest

from tests.transforms.claims.conftest import parametrize
from transforms.claims.gazetteer import gazetteer
from transforms.claims.grammar import parse
from transforms.claims.place_names import folded
from transforms.claims.place_search import search
from transforms.claims.places import find_places, is_place, main_place, scope_of, wider


@parametrize("places")
def test_places(case: dict[str, object]) -> None:
    found = find_places(str(case["text"]))
    assert [name for _, _, name in found] == case["want"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khuza'a", "Khuzaa"),
        ("Khuza’ah", "Khuzaa"),
        ("Deir el-Balah", "Deir al Balah"),
        ("St. Louis", "Saint Louis"),
        ("Bogotá", "bogota"),
        ("Port-au-Prince", "PORT AU PRINCE"),
        ("Łódź", "Lodz"),
    ],
)
def test_spellings_are_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_offsets_hold_the_name_without_its_possessive() -> None:
    text = "Officials in Kharkiv's suburbs and in Deir al-Balah said so."
    assert [text[a:b] for a, b, _ in find_places(text)] == ["Kharkiv", "Deir al-Balah"]


def test_the_namesake_named_beside_it_is_meant() -> None:
    table = gazetteer()
    (city, state) = search("Two were hurt in Portland, Maine.")
    assert table.chain(city.row)[1] == state.row
    assert [table.label[up] for up in table.chain(search("in Portland")[0].row)][1] == "Oregon"


def test_text_in_capitals_is_searched_only_when_asked() -> None:
    text = "GUERRILLAS ATTACKED A BASE IN SAN MIGUEL, EL SALVADOR."
    assert [text[f.start : f.end] for f in search(text)] == ["SAN MIGUEL", "EL SALVADOR"]
    assert find_places(text) == []


def test_what_a_place_lies_in() -> None:
    assert wider("Bakhmut") == ("Donetsk region", "Ukraine")
    assert wider("Ukraine") == ()
    assert wider("Nowhere at all") == ()


def test_only_a_known_name_that_is_nothing_else_is_a_place() -> None:
    assert is_place("Ukraine")
    assert is_place("Kharkiv's")
    assert not is_place("Jordan")
    assert not is_place("Reading")
    assert not is_place("ukraine")


@pytest.mark.parametrize(
    ("text", "figure", "scope"),
    [
        ("Nine people died in Kyiv and two in Kharkiv.", "Nine", "Kyiv"),
        ("In Kharkiv, officials said nine people died.", "nine", "Kharkiv"),
        ("Nine people died in Peshawar, Pakistan.", "Nine", "Peshawar"),
        ("Missiles from Iran killed nine people.", "nine", None),
        ("Nine people died.", "Nine", None),
    ],
)
def test_the_place_that_a_figure_counts(text: str, figure: str, scope: str | None) -> None:
    sentence = parse(text)
    at = next(i for i, token in enumerate(sentence.tokens) if token.text == figure)
    assert scope_of(sentence, at) == scope


def test_a_text_is_about_the_place_named_most() -> None:
    assert main_place("Blast in Kharkiv\nUkraine said a blast in Kharkiv hurt two.") == "Kharkiv"
    assert main_place("Nothing is named here.") is None


def test_every_place_lies_in_a_listed_one_and_every_name_has_a_place() -> None:
    table = gazetteer()
    assert all(up is None or 0 <= up < len(table.label) for up in table.within)
    assert all(0 <= row < len(table.label) for row in table.place)
    assert all(table.names[i - 1] <= name for i, name in enumerate(table.names) if i)


def test_the_table_is_not_read_before_it_is_asked() -> None:
    code = (
        "import transforms.claims.extract, transforms.claims.gazetteer as g; print(g.gazetteer.cache_info().currsize)"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip() == "0"
    )


def test_a_hostile_text_takes_linear_time() -> None:
    spent = []
    for n in (2_000, 8_000):
        started = time.process_time()
        search("New San Saint-" * n)
        spent.append(time.process_time() - started)
    assert spent[1] < 12 * max(spent[0], 0.01)
