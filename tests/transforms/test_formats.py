"""Every input format as files come: with a byte order mark, zipped, misnamed, empty, in another encoding."""

import gzip
import io

import polars as pl
import pytest

from rashomon.errors import InputError
from transforms.readers import FORMATS, Format, read

BOM = b"\xef\xbb\xbf"
ARTICLE = {"outlet": "harbour.example", "title": "Café destroyed", "text": "Nine people were killed,\nthe mayor said."}
NAMED = [(form, suffix) for form in FORMATS for suffix in form.suffixes]
TEXTUAL = [suffix for form, suffix in NAMED if form.name != "Parquet"]


def frame() -> pl.DataFrame:
    return pl.DataFrame([ARTICLE])


def parquet() -> bytes:
    out = io.BytesIO()
    frame().write_parquet(out)
    return out.getvalue()


def text() -> bytes:
    return "outlet: {outlet}\ntitle: {title}\n\n{text}".format(**ARTICLE).encode()


def page() -> bytes:
    body = ARTICLE["text"].replace("\n", "</p><p>")
    return (
        f'<!doctype html><html><head><meta property="og:site_name" content="{ARTICLE["outlet"]}">'
        f"</head><body><h1>{ARTICLE['title']}</h1><p>{body}</p></body></html>"
    ).encode()


FILES = {
    ".jsonl": frame().write_ndjson().encode(),
    ".ndjson": frame().write_ndjson().encode(),
    ".json": frame().write_json().encode(),
    ".csv": frame().write_csv().encode(),
    ".tsv": frame().write_csv(separator="\t").encode(),
    ".parquet": parquet(),
    ".pq": parquet(),
    ".txt": text(),
    ".text": text(),
    ".md": text(),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), page()),
}


def article(name: str, data: bytes) -> dict[str, object]:
    got = read(name, data)
    assert got.rejects.is_empty()
    (row,) = got.rows.to_dicts()
    assert row["source"] == name
    return {field: row[field] for field in ARTICLE}


@pytest.mark.parametrize("suffix", [suffix for _, suffix in NAMED])
def test_every_suffix_zipped_or_not_gives_the_article(suffix: str) -> None:
    for name in (f"news{suffix}", f"NEWS{suffix.upper()}"):
        assert article(name, FILES[suffix]) == ARTICLE
        assert article(f"{name}.gz", gzip.compress(FILES[suffix], mtime=0)) == ARTICLE
    half = len(FILES[suffix]) // 2
    two_members = gzip.compress(FILES[suffix][:half], mtime=0) + gzip.compress(FILES[suffix][half:], mtime=0)
    assert article(f"news{suffix}.gz", two_members) == ARTICLE


@pytest.mark.parametrize("suffix", TEXTUAL)
def test_a_byte_order_mark_is_no_part_of_the_article(suffix: str) -> None:
    assert article(f"news{suffix}", BOM + FILES[suffix]) == ARTICLE
    assert article(f"news{suffix}.gz", gzip.compress(BOM + FILES[suffix], mtime=0)) == ARTICLE


@pytest.mark.parametrize("mark", [b"", BOM], ids=["bare", "marked"])
@pytest.mark.parametrize("suffix", [".jsonl", ".json", ".txt"])
def test_without_a_suffix_the_data_tell_the_format(suffix: str, mark: bytes) -> None:
    assert article("stdin:", mark + FILES[suffix]) == ARTICLE


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_format_can_be_forced_on_any_name(form: Format) -> None:
    for name in ("news.dat", "news.xml", *(f"news{suffix}" for _, suffix in NAMED if suffix != ".tsv")):
        (row,) = form.read(name, FILES[form.suffixes[0]]).rows.to_dicts()
        assert (row["source"], {field: row[field] for field in ARTICLE}) == (name, ARTICLE)


def test_a_forced_format_that_the_data_are_not_in_is_told() -> None:
    forced = {form.name: form for form in FORMATS}
    for name in ("CSV", "Parquet"):
        with pytest.raises(InputError, match=r"cannot read news\.jsonl"):
            forced[name].read("news.jsonl", FILES[".jsonl"])
    assert forced["JSON lines"].read("news.csv", FILES[".csv"]).rejects.height == len(FILES[".csv"].splitlines())


def test_tabs_part_fields_and_commas_do_not_in_tsv() -> None:
    data = b'outlet\ttitle\ttext\na\tOne, two\t"Nine\tdied, police said."\nb\tShort\n'
    rows = read("news.tsv", data).rows
    assert rows.select("row", "outlet", "title", "text").rows() == [
        (2, "a", "One, two", "Nine\tdied, police said."),
        (3, "b", "Short", None),
    ]
    with pytest.raises(InputError, match="its header names no outlet and no text"):
        read("news.csv", data)


@pytest.mark.parametrize("suffix", TEXTUAL)
@pytest.mark.parametrize("data", [b"", b" \n\n", BOM], ids=["empty", "blank", "a mark alone"])
def test_an_empty_file_holds_no_article(suffix: str, data: bytes) -> None:
    for name, content in ((f"news{suffix}", data), (f"news{suffix}.gz", gzip.compress(data, mtime=0))):
        got = read(name, content)
        assert (got.rows.height, got.rejects.height) == (0, 0), name


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("news.parquet", b"", "no Parquet file"),
        ("news.jsonl.gz", b"", "ends early"),
        ("news.parquet.gz", gzip.compress(b"", mtime=0), "no Parquet file"),
        ("news.csv", FILES[".csv"].decode().encode("latin-1"), r"not UTF-8 at byte \d+"),
        ("news.tsv", FILES[".tsv"].decode().encode("utf-16"), "not UTF-8 at byte 0"),
        ("news.txt", FILES[".txt"].decode().encode("latin-1"), r"not UTF-8 at byte \d+"),
        ("news.json", FILES[".json"].decode().encode("latin-1"), "not"),
    ],
)
def test_a_file_that_is_empty_where_it_cannot_be_or_not_utf8_is_told(name: str, data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read(name, data)
    assert caught.value.source == name


def test_of_json_lines_only_the_line_that_is_not_utf8_is_set_aside() -> None:
    good = FILES[".jsonl"]
    got = read("news.jsonl", good + good.decode().encode("latin-1") + good)
    assert got.rows["row"].to_list() == [1, 3]
    assert got.rejects["record_id"].to_list() == ["news.jsonl:2"]
    assert got.rejects["reasons"].to_list()[0][0].startswith("not UTF-8 at byte ")
    assert "Caf�" in got.rejects["record"][0]
