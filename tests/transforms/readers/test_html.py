"""Pages of several shapes become records; hostile ones become one clear line and nothing else."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import InputError
from transforms.readers import read
from transforms.readers.page import Params, article

PAGES = Path(__file__).parents[2] / "cases" / "pages"
CASES: dict[str, dict[str, Any]] = tomllib.loads((PAGES / "pages.toml").read_text(encoding="utf-8"))
SENTENCE = "Twelve people were killed when a missile struck the harbour of Northtown, the mayor said."


def page(body: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize("name", CASES)
def test_a_page_of_each_shape_is_one_record(name: str) -> None:
    case = CASES[name]
    got = article(f"saved/{name}.html", (PAGES / f"{name}.html").read_bytes())
    for field in ("outlet", "url", "title", "published", "language", "author"):
        assert got[field] == case.get(field), field
    assert got["text"].startswith(case["starts"])
    assert got["text"].endswith(case["ends"])
    for words in case["lacks"]:
        assert words not in got["text"]


def test_every_page_has_a_case() -> None:
    assert {path.stem for path in PAGES.glob("*.html")} == {*CASES, "nothing"}


def test_the_reader_gives_the_record_and_keeps_the_rest_as_extra() -> None:
    got = read("graph.html", (PAGES / "graph.html").read_bytes())
    (row,) = got.rows.to_dicts()
    assert (row["source"], row["row"], row["outlet"]) == ("graph.html", 1, "The Harbour")
    assert '"author": ["Mara Quill", "Reuters"]' in row["extra"]
    assert '"modified": "2031-05-04T11:40:30+03:00"' in row["extra"]
    assert got.rejects.is_empty()


@pytest.mark.parametrize(
    "start", ["<!DOCTYPE html>", "<html>", "\n <HTML lang=en>", "<!-- saved -->", "<?xml version='1.0'?><html>"]
)
def test_a_page_on_standard_input_is_told_by_its_start(start: str) -> None:
    (row,) = read("stdin:", start.encode() + page(f"<p>{SENTENCE}</p>")).rows.to_dicts()
    assert (row["text"], row["outlet"]) == (SENTENCE, "stdin")


@pytest.mark.parametrize("start", ["<Twelve people>", "<- see below", "<p"])
def test_other_text_that_starts_with_a_bracket_is_text(start: str) -> None:
    (row,) = read("stdin:", f"{start}\n{SENTENCE}".encode()).rows.to_dicts()
    assert row["text"] == f"{start}\n{SENTENCE}"


def test_a_page_without_article_text_is_one_line_that_names_the_file() -> None:
    with pytest.raises(InputError, match=r"^cannot read saved/nothing\.html: the page has no article text$"):
        read("saved/nothing.html", (PAGES / "nothing.html").read_bytes())


@pytest.mark.parametrize(
    ("codec", "declared"),
    [
        ("utf-8", "utf-8"), ("utf-8", "iso-8859-1"), ("utf-8", "unheard-of"), ("utf-8", "zip"), ("utf-16", None),
        ("utf-16-le", None), ("utf-8-sig", "koi8-r"), ("cp1252", "latin-1"), ("cp1252", "us-ascii"),
        ("cp1251", "windows-1251"), ("koi8-r", "KOI8-R"), ("gb18030", "gb2312"), ("cp932", "shift_jis"),
    ],
)  # fmt: skip
def test_encodings_are_repaired(codec: str, declared: str | None) -> None:
    said = {
        "cp1251": "Двенадцать человек погибли в порту, сообщил мэр города.", "koi8-r": "Двенадцать человек погибли.",
        "gb18030": "市长说，港口有十二人遇难。", "cp932": "港で十二人が死亡したと市長が発表した。",
    }.get(codec, "“Twelve were killed in the Café Molé” – so the mayor.")  # fmt: skip
    meta = f'<meta charset="{declared}">' if declared else ""
    data = page(f"<p>{said} {SENTENCE}</p>", meta).decode().encode(codec)
    assert article("a.html", data)["text"] == f"{said} {SENTENCE}"


def test_the_header_goes_before_the_page_where_both_declare_an_encoding() -> None:
    said = "Двенадцать человек погибли в порту, сообщил мэр города в воскресенье."
    data = page(f"<p>{said}</p>", '<meta charset="koi8-r">').decode().encode("cp1251")
    assert article("a.html", data, charset="windows-1251")["text"] == said


@pytest.mark.parametrize(
    ("said", "want"),
    [
        ("2031-05-04", "2031-05-04"), ("2031-05-04T00:00:00+02:00", "2031-05-04"), ("soon", None),
        ("2031-05-04T10:00+0300", "2031-05-04T10:00+0300"), ("2031-05-04 10:00", "2031-05-04 10:00"),
        ("Sun, 04 May 2031 10:00:00 +0300", "2031-05-04T10:00:00+03:00"), ("99999-99-99", None),
    ],
)  # fmt: skip
def test_a_time_keeps_the_precision_that_the_page_gives_it(said: str, want: str | None) -> None:
    head = f'<meta property="article:published_time" content="{said}">'
    assert article("a.html", page(f"<p>{SENTENCE}</p>", head))["published"] == want


def test_a_time_with_an_offset_goes_before_one_without() -> None:
    head = "".join(
        f'<meta name="{n}" content="{at}">' for n, at in (("datePublished", "2031-05-04T10:00"), ("date", AT))
    )
    assert article("a.html", page(f"<p>{SENTENCE}</p>", head))["published"] == AT


def test_a_canonical_link_to_the_front_page_is_not_believed() -> None:
    head = '<link rel="canonical" href="https://a.example/"><meta property="og:url" content="https://a.example/1">'
    assert article("a.html", page(f"<p>{SENTENCE}</p>", head))["url"] == "https://a.example/1"


def test_a_relative_address_is_completed_by_where_it_was_fetched() -> None:
    data = page(f"<p>{SENTENCE}</p>", '<link rel="canonical" href="/1">')
    got = article("a.html", data, url="https://www.a.example/1?utm_source=feed")
    assert (got["url"], got["outlet"]) == ("https://www.a.example/1", "a.example")
    assert article("a.html", data)["url"] is None


HOSTILE = {
    "too many bytes": b"<html>" + b" " * Params().bytes,
    "too many tags": page("<b></b>" * Params().tags),
    "nested": b"<div>" * 50_000 + SENTENCE.encode(),
    "nested json": page("", "<script type='application/ld+json'>" + "[" * 100_000 + "</script>"),
    "a null byte": b"\x00<html>\x00",
    "binary": bytes(range(256)) * 40,
    "only comments": b"<html>" + b"<!--" * 30_000,
    "only a script": page("<script>" + SENTENCE * 9 + "</script>"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_one_line(name: str) -> None:
    with pytest.raises(InputError, match=r"^cannot read a\.html: [^\n]+$"):
        read("a.html", HOSTILE[name])


def test_entities_of_a_page_are_neither_expanded_nor_fetched() -> None:
    names = "".join(f'<!ENTITY e{i + 1} "&e{i};&e{i};&e{i};&e{i};&e{i};&e{i};&e{i};&e{i};">' for i in range(30))
    file = f'<!ENTITY x SYSTEM "{Path(__file__).as_uri()}">'
    bomb = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "12 died">{file}{names}]>'
    got = article("a.html", bomb.encode() + page(f"<p>{SENTENCE}</p><p>{SENTENCE} &e30; &x;</p>"))
    assert len(got["text"]) < 500
    assert "hypothesis" not in got["text"]


def test_a_page_of_many_blocks_is_read_without_second_opinions() -> None:
    """Their time grows with the square of the blocks: with them this test would take minutes."""
    got = article("a.html", page(f"<p>{SENTENCE}</p>" * 3 + "<ul>x</ul>" * 20_000))
    assert SENTENCE in got["text"]


TAGS = ["p", "div", "article", "table", "td", "script", "time", "h1", "title", "meta", "svg", "template"]
BROKEN = ["&amp;", "&#0;", "&#x110000;", "<![CDATA[", "-->", SENTENCE]
AT = "2031-05-04T10:00Z"
KEYS = "@type @graph headline author publisher datePublished url mainEntityOfPage articleBody name inLanguage".split()  # noqa: SIM905
STARTS = [b"", b"<html>", b"<!doctype html><p>", b"\xff\xfe", b"<meta charset=utf-7>"]
shapes = st.recursive(
    st.one_of(st.text(max_size=30), st.sampled_from(BROKEN)),
    lambda inner: st.tuples(
        st.sampled_from(TAGS),
        st.sampled_from(["", " itemprop=datePublished", ' datetime="0000-00-00"', " property=og:title content='\x01'"]),
        st.lists(inner, max_size=4),
    ).map(lambda t: f"<{t[0]}{t[1]}>{''.join(t[2])}</{t[0]}>"),
    max_leaves=25,
)  # fmt: skip
json_like = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(KEYS), inner | st.sampled_from(["NewsArticle", "2031-05-04"]), max_size=6
    ),
    max_leaves=20,
)  # fmt: skip


def only_its_own_error(data: bytes) -> None:
    try:
        got = article("a.html", data)
    except InputError:
        return
    assert got["text"].strip()
    assert got["outlet"].strip()


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from(STARTS),
)
def test_any_bytes_raise_only_the_readers_error(data: bytes, start: bytes) -> None:
    only_its_own_error(start + data)


@settings(max_examples=80, deadline=None)
@given(shapes)
def test_any_markup_raises_only_the_readers_error(body: str) -> None:
    only_its_own_error(page(body).decode().encode("utf-8", "replace"))


@settings(max_examples=60, deadline=None)
@given(json_like)
def test_any_json_ld_raises_only_the_readers_error(said: object) -> None:
    import json

    only_its_own_error(page(f"<p>{SENTENCE}</p>", f'<script type="application/ld+json">{json.dumps(said)}</script>'))
