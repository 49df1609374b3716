"""Where in JSON lines a word of an article stands."""

import re
from collections.abc import Iterator, Sequence
from json import JSONDecodeError, JSONDecoder

from transforms.readers.model import clean
from transforms.readers.spots import Place, Spot

_PAIR = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_LETTER = re.compile(rf"{_PAIR}|\\u[0-9a-fA-F]{{4}}|\\.|[^\\\"]", re.S)
_BETWEEN = re.compile(r"[\s:,]*")
_RETURN, _NEWLINE, _NUL = ("\r", "\\r", "\\u000d", "\\u000D"), ("\n", "\\n", "\\u000a", "\\u000A"), ("\0", "\\u0000")


def find(data: bytes, spots: Sequence[Spot]) -> list[Place | None]:
    """Where each word stands in the file; null in a file that is one JSON array, whose rows are no lines."""
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"[":
        return [None] * len(spots)
    lines = data.split(b"\n")
    return [_place(lines[spot.row - 1].decode("utf-8-sig"), spot) for spot in spots]


def _place(line: str, spot: Spot) -> Place | None:
    opened = _opened(line, spot.field)
    if opened is None:
        return None
    at, value = opened
    offsets = list(_letters(line, at))
    start = clean(value).find(spot.value) + spot.start
    return (spot.row, offsets[start] + 1) if start < len(offsets) else None


def _opened(line: str, field: str) -> tuple[int, str] | None:
    """Where the string of a field opens, and what it says; of a field given twice the last counts, as in reading."""
    decoder, found = JSONDecoder(), None
    at = line.find("{") + 1
    try:
        while line[at := _past(line, at)] == '"':
            key, at = decoder.raw_decode(line, at)
            opened = _past(line, at)
            value, at = decoder.raw_decode(line, opened)
            if key == field:
                found = (opened, value) if isinstance(value, str) else None
    except (JSONDecodeError, IndexError, RecursionError):
        return None
    return found


def _past(line: str, at: int) -> int:
    between = _BETWEEN.match(line, at)
    return between.end() if between else at


def _letters(line: str, opened: int) -> Iterator[int]:
    """Offsets of the value's code points as `model.clean` leaves them."""
    at = opened + 1
    while letter := _LETTER.match(line, at):
        at = letter.end()
        if letter[0] not in _NUL and not (letter[0] in _RETURN and line.startswith(_NEWLINE, at)):
            yield letter.start()
