"""The text of a web page out of its bytes, whatever encoding it says it is in."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from transforms.readers.model import clean
from transforms.reference import load

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UNMARKED = ((re.compile(rb"\s*<\x00"), "utf-16-le"), (re.compile(rb"\s*\x00<"), "utf-16-be"))
_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I)
_BEYOND_ASCII = bytes(range(0x80))
LAST_RESORT = "cp1252"


@dataclass(frozen=True, slots=True)
class Params:
    """`head`: bytes in which a page may declare its encoding.

    `broken`: of the characters beyond ASCII so large a share may be unreadable before the declaration is not believed.
    """

    head: int = 4096
    broken: float = 0.1


def decoded(data: bytes, charset: str | None = None, params: Params = Params()) -> str:
    """The page's text; what cannot be read becomes U+FFFD, and nothing is raised.

    A byte order mark decides; then the bytes themselves where they are UTF-8; then `charset` (the HTTP header's) and
    the page's own declaration, read as browsers read them (WHATWG Encoding Standard); then what the bytes look like.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return clean(data[len(mark) :].decode(codec, "replace"))
    for shape, codec in _UNMARKED:
        if shape.match(data):
            return clean(data.decode(codec, "replace"))
    try:
        return clean(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    beyond = len(data.translate(None, _BEYOND_ASCII))
    for codec in (*_declared(data, charset, params), *_likely(data)):
        text = data.decode(codec, "replace")
        if text.count("�") <= beyond * params.broken:
            return clean(text)
    return clean(data.decode(LAST_RESORT, "replace"))


def _declared(data: bytes, charset: str | None, params: Params) -> Iterator[str]:
    found = _DECLARED.search(data[: params.head])
    for label in (charset, found[1].decode("ascii", "replace") if found else None):
        codec = _codec(label) if label else None
        if codec is not None:
            yield codec


def _likely(data: bytes) -> Iterator[str]:
    from trafilatura.utils import detect_encoding

    for label in detect_encoding(data):
        codec = _codec(label)
        if codec is not None:
            yield codec


def _codec(label: str) -> str | None:
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return None
    codec: str | None = load("web_encodings")["codecs"].get(name)
    return codec
