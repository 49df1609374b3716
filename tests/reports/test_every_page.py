"""What holds of every page, the hostile ones too."""

import re
from itertools import pairwise
from pathlib import Path

import duckdb
import pytest
from reading import Node, read
from rows_of import CANARY

from expectations.contracts import RowCheck
from expectations.contracts.tables.claims import CLAIMS

REORDERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Node]:
    found = {path: read(path) for path in sorted(site.rglob("*.html"))}
    assert len(found) > 10
    return found


def test_nothing_is_loaded_from_outside(pages: dict[Path, Node]) -> None:
    for path, page in pages.items():
        for node in page.all():
            for name, value in node.attrs.items():
                if name in {"src", "srcset", "action", "poster", "data"} or (name == "href" and node.tag != "a"):
                    target = (path.parent / value).resolve()
                    assert target.is_file(), (path, node.tag, value)
        style = (path.parent / page.one("link", rel="stylesheet").attrs["href"]).read_text(encoding="utf-8")
        assert "url(" not in style
        assert "@import" not in style


def test_links_are_relative_to_files_that_exist_or_plain_web_addresses(pages: dict[Path, Node]) -> None:
    for path, page in pages.items():
        ids = {node.attrs["id"] for node in page.all() if "id" in node.attrs}
        for link in page.all("a"):
            href = link.attrs["href"]
            if re.match(r"https?://[^@]+$", href):
                assert link.attrs["rel"] == "noopener noreferrer nofollow"
                continue
            assert ":" not in href, href
            file, _, fragment = href.partition("#")
            assert not file or (path.parent / file).is_file(), (path, href)
            assert file or fragment in ids, (path, href)


def test_no_markup_comes_from_data(pages: dict[Path, Node]) -> None:
    for path, page in pages.items():
        scripts = [s.attrs.get("src", "inline") for s in page.all("script")]
        assert scripts in ([], ["assets/index.js"]), path
        assert page.all("img") == []
        for node in page.all():
            assert not [name for name in node.attrs if name.startswith("on")], (path, node)


def test_what_tried_to_break_out_stands_as_text(site: Path) -> None:
    page = read(site / "events" / "hostile.html")
    assert CANARY in page.one("h1").text
    assert page.one(data_discrepancy_id="d2").all("mark")[0].text == CANARY


def test_no_character_reorders_or_controls(site: Path) -> None:
    for path in site.rglob("*.html"):
        assert not REORDERING.search(path.read_text(encoding="utf-8").replace("\n", "")), path


def test_no_file_is_outside_the_folder_or_oddly_named(site: Path) -> None:
    outside = {p.name for p in site.parent.iterdir()} - {site.name}
    assert not {name for name in outside if "escape" in name or "passwd" in name}
    for path in site.rglob("*"):
        assert re.fullmatch(r"[a-z0-9._-]+", path.name), path
        assert ".tmp" not in path.name


def test_pages_are_small(site: Path) -> None:
    for path in site.rglob("*.html"):
        assert path.stat().st_size < 100_000, path


def test_pages_can_be_read_aloud(pages: dict[Path, Node]) -> None:
    for path, page in pages.items():
        assert page.one("html").attrs["lang"] == "en"
        assert "Content-Security-Policy" in [m.attrs.get("http-equiv") for m in page.all("meta")]
        assert page.one("head").one("title").text.endswith(" · Rashomon")
        page.one("main")
        page.one("h1")
        levels = [int(n.tag[1]) for n in page.all() if re.fullmatch(r"h[1-6]", n.tag)]
        assert levels[0] == 1
        assert all(b - a <= 1 for a, b in pairwise(levels)), (path, levels)
        regions = [n.attrs["aria-label"] for n in page.all() if n.attrs.get("role") == "region"]
        named = {n.attrs["id"]: n.text for n in page.all() if "id" in n.attrs}
        regions += [named[n.attrs["aria-labelledby"]] for n in page.all("section")]
        assert len(regions) == len(set(regions)), path
        ids = [n.attrs["id"] for n in page.all() if "id" in n.attrs]
        assert len(ids) == len(set(ids)), path
        for row in page.all("th"):
            assert row.attrs["scope"] in {"col", "row"}


def test_the_rows_behind_these_pages_meet_their_contract(warehouse: Path) -> None:
    with duckdb.connect(str(warehouse), read_only=True) as con:
        con.execute("SET timezone='UTC'")
        claims = con.execute((Path(__file__).parent / "claims_with_source.sql").read_text(encoding="utf-8")).pl()
    for check in CLAIMS.checks:
        assert isinstance(check, RowCheck)
        assert claims.select(check.holds().all()).item(), check.name
