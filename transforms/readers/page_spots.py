"""Where in the source of a page a word of its article stands.

The article's text is not a part of the source: tags and character references are gone, white space is folded. So the
sentence is looked for with all white space left out, in the text that a reader of the page would see.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from transforms.readers.encodings import decoded
from transforms.readers.spots import Place, Spot, place

_PART = re.compile(r"<(?P<name>[a-zA-Z!?/][^\s/>]*)|(?P<reference>&(?:#[0-9]+|#[xX][0-9a-fA-F]+|\w+);?)|[^\s<&]+|[<&]")
_UNSEEN = {"script": "</script", "style": "</style", "template": "</template"}
_BODY = re.compile(r"<body\b|</head", re.I)


def find(data: bytes, spots: Sequence[Spot]) -> list[Place | None]:
    """Where each word stands in the page; null where its sentence stands there in other words, or in JSON-LD alone.

    Of several places where the same sentence stands, one in the page's body goes before one in its head; in the text
    the sentence's second occurrence is its second in the page.
    """
    source = decoded(data)
    seen = _seen(source)
    body = _BODY.search(source)
    found = (_offset(seen, spot, body.start() if body else 0) for spot in spots)
    return [None if at is None else place(source, at) for at in found]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A page's text without white space; of each run of it where it starts in this text and in the source."""

    text: str
    starts: list[int]
    offsets: list[int]

    def offset(self, at: int) -> int:
        run = bisect_right(self.starts, at) - 1
        return self.offsets[run] + at - self.starts[run]


def _offset(seen: _Seen, spot: Spot, body: int) -> int | None:
    wanted = _squeezed(spot.quote)
    places = list(_occurrences(seen.text, wanted)) if wanted else []
    if not places:
        return None
    within = [at for at in places if seen.offset(at) >= body] or places
    nth = spot.value.count(spot.quote, 0, spot.quote_start) if spot.field == "text" else 0
    return seen.offset(within[min(nth, len(within) - 1)] + len(_squeezed(spot.value[spot.quote_start : spot.start])))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _occurrences(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _seen(source: str) -> _Seen:
    lower = source.lower() if len(source.lower()) == len(source) else source
    parts: list[str] = []
    starts: list[int] = []
    offsets: list[int] = []
    length, at = 0, 0
    while found := _PART.search(source, at):
        at = found.end()
        if found["name"] is not None:
            at = _behind(source, lower, found)
            continue
        run = _squeezed(unescape(found[0])) if found["reference"] else found[0]
        if run:
            parts.append(run)
            starts.append(length)
            offsets.append(found.start())
            length += len(run)
    return _Seen("".join(parts), starts, offsets)


def _behind(source: str, lower: str, tag: "re.Match[str]") -> int:
    """Where what the tag hides is over: itself, a comment, a script."""
    if source.startswith("<!--", tag.start()):
        return _after(source, "-->", tag.start() + 4)
    end = _after(source, ">", tag.end())
    closing = _UNSEEN.get(tag["name"].lower())
    return end if closing is None else _after(source, ">", _after(lower, closing, end))


def _after(source: str, what: str, start: int) -> int:
    at = source.find(what, start)
    return len(source) if at < 0 else at + len(what)
