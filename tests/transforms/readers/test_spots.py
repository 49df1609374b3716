"""Places of words in files: what stands at the line and column is the word, whatever the file's escapes and tags."""

import gzip
import json
import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.readers import Spot, places, read
from transforms.readers.encodings import decoded

PAGES = Path(__file__).parents[2] / "cases" / "pages"
LETTERS = st.characters(codec="utf-8", exclude_characters="\x00")


def spots(row: int, field: str, value: str) -> list[Spot]:
    """One for each word, with its line as the sentence."""
    found = []
    for word in re.finditer(r"\S+", value):
        start = value.rfind("\n", 0, word.start()) + 1
        end = value.find("\n", word.end())
        found.append(Spot(row, field, value, start, len(value) if end < 0 else end, word.start()))
    return found


@pytest.mark.parametrize("name", ["graph", "tags", "microdata", "bare", "live", "tables"])
@pytest.mark.parametrize("packed", [False, True])
def test_every_word_of_a_page_is_found_in_its_source(name: str, packed: bool) -> None:
    data = (PAGES / f"{name}.html").read_bytes()
    file = f"{name}.html.gz" if packed else f"{name}.html"
    content = gzip.compress(data, mtime=0) if packed else data
    (row,) = read(file, content).rows.to_dicts()
    lines = decoded(data).split("\n")
    found = [(spot, at) for spot, at in told(file, content, spots(1, "text", row["text"])) if at is not None]
    assert len(found) >= 0.9 * len(row["text"].split())
    for spot, (line, column) in found:
        assert unescape(lines[line - 1][column - 1 :])[0] == spot.value[spot.start], spot


def told(name: str, data: bytes, asked: list[Spot]) -> list[tuple[Spot, tuple[int, int] | None]]:
    return list(zip(asked, places(name, data, asked), strict=True))


def test_a_headline_is_found_where_it_is_read_and_not_in_the_head() -> None:
    data = (PAGES / "graph.html").read_bytes()
    title = "Blast at Northtown ferry terminal kills 12"
    ((_, at),) = told("graph.html", data, [Spot(1, "title", title, 0, len(title), title.index("12"))])
    assert at is not None
    line = data.decode().split("\n")[at[0] - 1]
    assert line.startswith('<h1 class="entry-title">')
    assert line[at[1] - 1 :].startswith("12<")


def test_a_sentence_that_comes_twice_is_told_apart() -> None:
    data = b"<html><body>\n<p>Nine died.</p>\n<p>Ten died.</p>\n<p>Nine died.</p></body></html>"
    value = "Nine died.\nTen died.\nNine died."
    asked = [Spot(1, "text", value, 0, 10, 0), Spot(1, "text", value, 21, 31, 21)]
    assert places("a.html", data, asked) == [(2, 4), (4, 4)]


def test_words_of_scripts_comments_and_attributes_are_not_found() -> None:
    data = b"<html><body title='Nine died.'><script>Nine died.</SCRIPT><!-- <p>Nine died. --><style>Nine died.</style>"
    assert places("a.html", data, [Spot(1, "text", "Nine died.", 0, 10, 0)]) == [None]


@settings(max_examples=60, deadline=None)
@given(st.text(LETTERS, max_size=20), st.text(LETTERS, max_size=20), st.booleans(), st.integers(0, 3))
def test_every_letter_of_json_lines_is_found(title: str, text: str, ascii_only: bool, before: int) -> None:
    record = {"x": {"text": 'no "text"'}, "text": "none", "title": title, "outlet": "a\\"}
    line = json.dumps(record, ensure_ascii=ascii_only).replace('"text": "none"', f'"text": {json.dumps(text)}')
    data = ("{}\n" * before + line).encode("utf-8", "surrogatepass")
    (row,) = read("a.jsonl", data).rows.filter(outlet="a\\").to_dicts()
    for field, given_ in (("title", title), ("text", text)):
        value = row[field].strip() if field == "title" else row[field]
        asked = [Spot(before + 1, field, value, 0, len(value), at) for at in range(len(value))]
        for spot, at in told("a.jsonl", data, asked):
            assert at is not None
            assert at[0] == before + 1
            there = json.loads(f'"{re.match(LETTER, line[at[1] - 1 :])[0]}"', strict=False)  # type: ignore[index]
            assert there in (spot.value[spot.start], "\r"), (given_, spot)


LETTER = r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.|[^\\]"


def test_rows_of_an_array_are_no_lines() -> None:
    data = json.dumps([{"outlet": "a", "text": "Nine died."}]).encode()
    assert places("a.json", data, [Spot(1, "text", "Nine died.", 0, 10, 0)]) == [None]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_header_lines_of_a_text_file_count(end: str, mark: str) -> None:
    data = (mark + end.join(["outlet: a", "title: Blast kills 12", "", "Nine died,", "police said."])).encode()
    (row,) = read("a.txt", data).rows.to_dicts()
    asked = [Spot(1, "title", row["title"], 0, 14, 12), Spot(1, "text", row["text"], 0, 23, 11)]
    assert places("a.txt", data, asked) == [(2, 20), (5, 1)]


def test_a_format_without_lines_has_no_places() -> None:
    data = b"outlet,text\na,Nine died.\n"
    assert places("a.csv", data, [Spot(2, "text", "Nine died.", 0, 10, 0)]) == [None]
