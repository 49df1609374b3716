"""What a page says of itself: JSON-LD, microdata and meta tags in one form.

Sources: schema.org (NewsArticle, LiveBlogPosting), the Open Graph protocol, Dublin Core's meta names, RFC 6596
(canonical link). trafilatura finds the text; it gives days but no times, which decide between update and conflict.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from transforms.times import parse_iso

_ARTICLE = re.compile(r"(?:Article|Posting|Report)$")
_WRAPPED = re.compile(r"^\s*(?:<!--|(?://)?\s*<!\[CDATA\[)|(?:-->|(?://)?\s*\]\]>)\s*;?\s*$")
_SAVED = re.compile(r"saved from url=\(\d+\)(\S+)|\burl: (https?://\S+)")
_MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?$")
_OFFSET = re.compile(r"(?:Z|[+-]\d\d:?\d\d)$")
_TAG = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]+)*", re.I)
_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")


@dataclass(frozen=True, slots=True)
class Params:
    """`blocks`: JSON-LD blocks that are read, `nodes`: parts of them that are looked at; a page has a dozen."""

    blocks: int = 50
    nodes: int = 5_000


@dataclass(frozen=True, slots=True)
class Facts:
    """Null where it says nothing. `published`, `modified`: ISO 8601, a day where no time is said; `url`: absolute."""

    site: str | None
    url: str | None
    published: str | None
    modified: str | None
    language: str | None
    authors: tuple[str, ...]
    headline: str | None
    body: str | None


def facts(tree: Any, comments: str, url: str | None, params: Params = Params()) -> Facts:
    """What the page says. `tree` is lxml's, `comments` the head of the source, where a browser notes what it saved."""
    meta = _meta(tree)
    data = list(_articles(tree, params))
    address = _address(tree, meta, data, comments, url)
    return Facts(
        site=_first(_site(tree, meta, data)),
        url=address,
        published=_time([*_values(data, "datePublished"), *_props(tree, "datePublished"), *_of(meta, _PUBLISHED),
                         *_marked_times(tree)]),
        modified=_time([*_values(data, "dateModified"), *_props(tree, "dateModified"), *_of(meta, _MODIFIED)]),
        language=_language(tree, meta, data),
        authors=_authors(tree, meta, data),
        headline=_first(unescape(value) for value in _values(data, "headline")),
        body=next(_values(data, "articleBody"), None),
    )  # fmt: skip


def _meta(tree: Any) -> dict[str, list[str]]:
    """Contents of the meta tags by their name, property or itemprop, in lower case."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        for key in ("property", "name", "itemprop", "http-equiv"):
            if content and element.get(key):
                found.setdefault(element.get(key).strip().lower(), []).append(content)
    return found


def _of(meta: dict[str, list[str]], names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        yield from meta.get(name, ())


def _articles(tree: Any, params: Params) -> Iterator[dict[str, Any]]:
    """The nodes of JSON-LD that are articles, in their order; what is no JSON is passed over."""
    blocks = [e.text for e in tree.iter("script") if (e.get("type") or "").lower().strip() == "application/ld+json"]
    for text in blocks[: params.blocks]:
        try:
            waiting = [json.loads(_WRAPPED.sub("", text or ""), strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(params.nodes):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting = [*node[: params.nodes], *waiting]
            elif isinstance(node, dict):
                kinds = node.get("@type")
                if any(
                    isinstance(k, str) and _ARTICLE.search(k) for k in (kinds if isinstance(kinds, list) else [kinds])
                ):
                    yield node
                else:
                    waiting.extend(value for value in node.values() if isinstance(value, dict | list))


def _values(data: list[dict[str, Any]], key: str) -> Iterator[str]:
    for node in data:
        if isinstance(node.get(key), str):
            yield node[key]


def _names(value: Any) -> Iterator[str]:
    """Names of a person or organisation of JSON-LD, or of several."""
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        for said in name if isinstance(name, list) else [name]:
            if isinstance(said, str) and "://" not in said:
                yield said


def _props(tree: Any, name: str) -> Iterator[str]:
    """Values of a property of microdata or RDFa: its attribute, else its text."""
    for element in tree.xpath("//*[@itemprop=$name or @property=$name]", name=name)[:20]:
        yield element.get("content") or element.get("datetime") or " ".join(element.itertext())


def _marked_times(tree: Any) -> Iterator[str]:
    """`time` elements that stand before the text: in the article's header, or the page's only one."""
    times = [e.get("datetime") for e in tree.xpath("//article//time[@datetime] | //header//time[@datetime]")]
    if not times:
        times = [e.get("datetime") for e in tree.iter("time") if e.get("datetime")]
        times = times if len(set(times)) == 1 else []
    yield from times[:1]


def _site(tree: Any, meta: dict[str, list[str]], data: list[dict[str, Any]]) -> Iterator[str]:
    yield from meta.get("og:site_name", ())
    for node in data:
        yield from _names(node.get("publisher"))
    yield from tree.xpath("//*[@itemprop='publisher']//*[@itemprop='name']/@content")[:1]
    yield from _of(meta, ("dc.publisher", "dcterms.publisher", "publisher", "application-name"))


def _authors(tree: Any, meta: dict[str, list[str]], data: list[dict[str, Any]]) -> tuple[str, ...]:
    found = [name for node in data for name in _names(node.get("author"))]
    found = found or [*_of(meta, ("author", "article:author", "dc.creator", "byl"))]
    found = found or [*tree.xpath("//*[@itemprop='author']//*[@itemprop='name']/@content")]
    found = found or [*_props(tree, "author")]
    return tuple(dict.fromkeys(" ".join(name.split()) for name in found if name.strip() and "://" not in name))


def _address(
    tree: Any, meta: dict[str, list[str]], data: list[dict[str, Any]], comments: str, url: str | None
) -> str | None:
    saved = _SAVED.search(comments)
    base = url or (saved and (saved[1] or saved[2])) or next(_of(meta, ("og:url",)), None)
    linked = tree.xpath("//link[translate(@rel, 'CANONIL', 'canonil')='canonical']/@href")
    pages = (node.get("mainEntityOfPage") for node in data)
    ids = (page.get("@id") if isinstance(page, dict) else page for page in pages)
    said = [*linked, *meta.get("og:url", ()), *_values(data, "url"), *(i for i in ids if isinstance(i, str)), base]
    found = [address for one in said if one and (address := _absolute(one.strip(), base))]
    # A canonical link to the front page is a slip of the outlet's templates.
    return next((address for address in found if urlsplit(address).path.strip("/")), found[0] if found else None)


def _absolute(address: str, base: str | None) -> str | None:
    try:
        joined = urljoin(base or "", address)
        parts = urlsplit(joined)
        return joined if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def host(url: str | None) -> str | None:
    """The host of an address that `facts` gave, without 'www.'."""
    return (urlsplit(url).hostname or "").removeprefix("www.") or None if url else None


def _language(tree: Any, meta: dict[str, list[str]], data: list[dict[str, Any]]) -> str | None:
    said = [tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang"), *_values(data, "inLanguage")]
    said += [*_of(meta, ("inlanguage", "og:locale", "content-language", "dc.language"))]
    return next((tag.strip().replace("_", "-") for tag in said if tag and _TAG.fullmatch(tag.strip())), None)


def _first(values: Iterator[str]) -> str | None:
    return next((" ".join(value.split()) for value in values if value.strip()), None)


def _time(said: list[str]) -> str | None:
    """The first that can be read and has an offset, else the first that can be read."""
    read = [time for time in (_iso(one) for one in said) if time]
    return next((time for time in read if _OFFSET.search(time)), read[0] if read else None)


def _iso(said: str) -> str | None:
    text = said.strip()
    if parse_iso(text) is None:
        try:
            text = parsedate_to_datetime(text).isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    # Midnight to the second is how a CMS writes a day.
    text = text[:10] if _MIDNIGHT.search(text) else text
    return text if parse_iso(text) else None
