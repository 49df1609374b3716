"""A web page as an article record: the one place where HTML becomes a record, whether it was saved or fetched.

The text is found by trafilatura (Barbaresi 2021, doi:10.18653/v1/2021.acl-demo.15), the rest is what the page says of
itself (page_facts). Nothing is loaded and no script is run.
"""

import logging
import re
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import PurePosixPath
from typing import Any

from rashomon.errors import InputError
from transforms.readers.encodings import decoded
from transforms.readers.page_facts import Facts, facts, host
from transforms.times import parse_iso

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_TAG = re.compile(r"<[a-z]", re.I)
_WHOLE = re.compile(r"<html\b", re.I)
_SEPARATED = re.compile(r"\s+[|–—·«»:-]\s+")
_DATES = {"original_date": True, "extensive_search": False, "min_date": "1990-01-01", "max_date": "2199-12-31"}
"""For htmldate. Its bounds are given, since it would ask the clock for them."""
COMMENTS = 2_000


@dataclass(frozen=True, slots=True)
class Params:
    """`bytes` and `tags`: a page with more is refused, since time and memory grow with them.

    `depth`: elements inside each other; `blocks`: where there are more, the second opinions of readability and
    jusText are not asked, whose time grows with the square; `text`: code points that an article has at least.
    """

    bytes: int = 10_000_000
    tags: int = 80_000
    depth: int = 250
    blocks: int = 4_000
    text: int = 40


def article(
    name: str, data: bytes, *, url: str | None = None, charset: str | None = None, params: Params = Params()
) -> dict[str, Any]:
    """The input record of one page: outlet, title, text, and where the page says so url, published, language.

    `name` stands in messages, and for the outlet where neither site name nor host is known. `url` is where the page was
    fetched from, `charset` what its HTTP header said. Also there, as extra fields: author (a list), modified, host.
    `published` keeps its precision: a day stays a day. Raises rashomon.errors.InputError, and nothing else, where the
    page is too large or holds no article text.
    """
    if len(data) > params.bytes:
        raise InputError(name, f"the page has more than {params.bytes:,} bytes")
    source = _DECLARATION.sub("", decoded(data, charset))
    if not _TAG.search(source):
        raise InputError(name, "it is no HTML page")
    source = source if _WHOLE.search(source[:COMMENTS]) else f"<html>{source}</html>"
    if source.count("<") > params.tags:
        raise InputError(name, f"the page has more than {params.tags:,} tags")
    _prepare()
    try:
        return _record(name, source, url, params)
    except InputError:
        raise
    except Exception as error:  # of four parsers, each with errors of its own; no page may stop the others
        raise InputError(name, f"the page cannot be read ({type(error).__name__})") from None


@cache
def _prepare() -> None:
    """Loads the libraries here, so that one that is missing is no fault of the page; they are not to talk of it."""
    import trafilatura.core
    import trafilatura.metadata  # noqa: F401

    for logger in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(logger).setLevel(logging.CRITICAL)


def _record(name: str, source: str, url: str | None, params: Params) -> dict[str, Any]:
    tree = _tree(source)
    if tree is None or _deep(tree, params.depth):
        raise InputError(name, "it is no HTML page" if tree is None else "the page's elements are nested too deeply")
    said = facts(tree, source[:COMMENTS], url)
    _lay_out(tree)
    title, text, day = _found(tree, said.url, params)
    body = _plain(said.body or "")
    # A page that scripts would fill has its text in JSON-LD alone, where trafilatura finds it without its paragraphs.
    text = body if len(text) < len(body) / 2 or text.split() == body.split() else text
    title = said.headline or title
    title = _without_site(title, said) if title else None
    text = _without_title(text, title)
    if len(text) < params.text:
        raise InputError(name, "the page has no article text")
    return {
        "outlet": said.site or host(said.url) or PurePosixPath(name.rstrip(":").replace("\\", "/")).stem or "stdin",
        "url": said.url,
        "title": title,
        "text": text,
        "published": said.published or day,
        "language": said.language,
        "author": list(said.authors) or None,
        "modified": said.modified,
        "host": host(said.url),
    }


def _tree(source: str) -> Any:
    from trafilatura.utils import load_html

    return load_html(source) if source.strip() else None


def _deep(tree: Any, depth: int) -> bool:
    """The libraries call themselves for each level."""
    return bool(tree.xpath(f"boolean(//*[ancestor::*[{depth}]])"))


def _lay_out(tree: Any) -> None:
    """Tables that hold paragraphs were drawn for their looks: their cells become parts of the page."""
    cells = ("table", "tbody", "thead", "tfoot", "tr", "td", "th")
    for table in tree.xpath("//table[.//p or .//table or .//br]"):
        for element in [table, *table.iter(*cells)]:
            element.tag = "div"


def _found(tree: Any, url: str | None, params: Params) -> tuple[str | None, str, str | None]:
    """Title, text, and a day that stands in the address or before the text."""
    from trafilatura import bare_extraction

    inline = ("a", "abbr", "b", "br", "em", "i", "img", "link", "meta", "script", "span", "strong", "svg", "path")
    blocks = tree.xpath("count(//*)") - sum(1 for _ in tree.iter(*inline))
    document = bare_extraction(
        tree,
        url=url,
        fast=blocks > params.blocks,
        with_metadata=True,
        include_comments=False,
        date_extraction_params=dict(_DATES),
    )
    if document is None or isinstance(document, dict):
        return None, "", None
    day = document.date if document.date and parse_iso(document.date) else None
    return document.title, document.text or "", day


def _plain(body: str) -> str:
    """`articleBody` may hold tags and character references."""
    body = unescape(re.sub(r"<[^<>]*>", " ", body))
    return "\n".join(" ".join(line.split()) for line in body.splitlines() if line.strip())


def _without_site(title: str, said: Facts) -> str:
    """'Blast kills 12 | The Harbour' is the headline and the outlet's name."""
    own = {name.casefold() for name in (said.site, host(said.url)) if name}
    parts = list(_SEPARATED.finditer(title))
    for at in (parts[-1:], parts[:1]):
        for mark in at:
            first, last = title[: mark.start()].strip(), title[mark.end() :].strip()
            if last.casefold() in own and first:
                return first
            if first.casefold() in own and last:
                return last
    return title


def _without_title(text: str, title: str | None) -> str:
    """The headline is a field of its own, not the first sentence of the text."""
    first, _, rest = text.partition("\n")
    first = first.strip()
    return rest.strip() if title and title.endswith(first) and len(first) > len(title) / 2 else text.strip()
