"""Wire credits: the agencies whose copy an article is, or is made from, by its own word.

A credit stands in a dateline ('KYIV (Reuters) -'), in a byline or author field ('By Associated Press'), in a closing
line ('AFP contributed to this report'), or behind the headline ('| Reuters'). A quotation ('he told Reuters') and a
picture's credit ('AP Photo') are none.
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache

from transforms.claims.lexicon import any_of, words_by_key
from transforms.syndication.agencies import (
    BETWEEN,
    UNNAMED,
    by_credit,
    by_outlet,
    listed,
    may_name,
    named,
    signatures,
)

HEAD = 600
"""Code points of the body in which a dateline or byline is looked for."""
TAIL = 500
"""Code points at its end in which a closing line is looked for."""
LINE = 110
"""Longest byline."""
BEHIND = 100
"""How far behind the opening words of a closing line the last name may stand."""
AUTHOR_FIELDS = (
    "author",
    "authors",
    "byline",
    "creator",
    "dc:creator",
    "agency",
    "credit",
    "credits",
    "provider",
    "via",
)
"""Fields of an input record that hold a byline."""
_KEYS = ("byline", "before", "after", "unnamed", "feed", "copyright", "picture", "beside", "joiners")
_DATELINE = re.compile(
    r"^[ \t]*(?P<place>[^\n()]{0,70}?)[ \t]*(?:\((?P<names>[^()\n]{2,60})\)|(?<!\w)/(?P<slashed>[^/\n]{2,20})/\.)"
    r"[ \t]*(?P<dash>[-–—:.]+)?(?P<rest>[^\n]?)",
    re.MULTILINE,
)
_BARE = re.compile(
    r"^[ \t]*(?:[^\n().]{0,50}[,.–—-][ \t]*)?(?P<names>[^\n()a-z]?[^\n(),.–—]{1,30}?)[ \t]*(?:--|[-–—])[ \t]", re.M
)
_TITLE = re.compile(r"(?:\s[-–—|]\s*|\()([^-–—|()]{2,40})\)?\s*$")
_CHUNK = re.compile(r"\n+|(?<=[a-z\d)”\"])[.!?]\s+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_EDGE = " \t.,:;()[]*_—–-|/“”\"'"


@cache
def _words() -> dict[str, tuple[str, ...]]:
    return words_by_key("wire_credits", _KEYS, unique=False)


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(_words()[key])})(?!\w)", re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"\s*[,|/;&·•–—]\s*|\s-\s|(?<!\w)(?:{any_of(_words()['joiners'])})(?!\w)", re.IGNORECASE)


def _agency(segment: str, *, brackets: bool = False) -> str | None:
    """The agency that a piece of a byline (or of a bracket) is, without what may stand beside its name."""
    words = segment.strip(_EDGE).split()
    plain = " ".join(words)
    if plain.lower() in _words()["unnamed"]:
        return UNNAMED
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            rest = words[:start] + words[end:]
            if all(w.lower().strip(_EDGE) in _words()["beside"] for w in rest) and (
                found := by_credit(brackets=brackets).get(" ".join(words[start:end]))
            ):
                return found
    return None


def _like_a_name(segment: str) -> bool:
    """Whether each word is written as names are, or may stand beside one."""
    beside = _words()["beside"]
    return all(not w[:1].islower() or w.lower().strip(_EDGE) in beside for w in segment.split())


def _byline(line: str) -> list[str]:
    """Agencies of a line that is nothing but a byline."""
    line = line.strip()
    if not line or len(line) > LINE or _pattern("picture").search(line):
        return []
    opening = _pattern("byline").match(line.lstrip(_EDGE))
    segments = [s for s in _between().split(line) if s and s.strip(_EDGE)]
    found = [agency for segment in segments if (agency := _agency(segment))]
    if "/" in line and not opening and any(" " in s.strip(_EDGE) and not _agency(s) for s in segments):
        return []  # 'Jane Roe/Reuters' closes a picture's caption
    named_or_known = all(_agency(s) or _like_a_name(s) for s in segments)
    if not named_or_known or (line.endswith(".") and not opening and len(found) < len(segments)):
        return []
    if not found and opening:
        last = [agency for agency, _, end in named(line) if not line[end:].strip(_EDGE)]
        found = last if _like_a_name(line[opening.end() :]) else []
    return found


def _datelines(head: str) -> Iterator[str]:
    for match in _DATELINE.finditer(head):
        place, inside = match["place"], match["names"] or match["slashed"]
        if _pattern("picture").search(inside):
            continue
        agencies = [_agency(s, brackets=True) for s in _between().split(inside) if s.strip()]
        dashed = bool(match["dash"]) and match["dash"] != "."
        # '(CBS/AP)' opens a report; '(Jane Roe/AP)' closes a picture's caption.
        opens = not place and match["rest"] and not any(" " in s.strip() for s in _between().split(inside))
        if (
            dashed
            or match["slashed"]
            or opens
            or (all(agencies) and (not place or _like_a_name(place)) and (match["rest"] or not place))
        ):
            yield from (agency for agency in agencies if agency)
    for match in _BARE.finditer(head):
        if _like_a_name(match[0]) and (agency := _agency(match["names"])):
            yield agency


def _contributed(chunk: str) -> list[str]:
    """'Jane Roe and Reuters contributed to this report'."""
    after = _pattern("after").search(chunk)
    if after is None:
        return []
    before = [(agency, end) for agency, _, end in named(chunk) if end <= after.start()]
    if before and _like_a_name(_between().sub(" ", chunk[before[-1][1] : after.start()])):
        return [agency for agency, _ in before]
    return [UNNAMED] if _pattern("unnamed").search(chunk[: after.start()]) else []


def _opened(chunk: str) -> list[str]:
    """'With inputs from AFP', 'Source: Reuters'."""
    opening = _pattern("before").search(chunk)
    if opening is None:
        return []
    several = " " in opening[0].strip()
    if opening[0].islower() and not several and chunk[: opening.start()].strip(_EDGE):
        return []
    behind = chunk[opening.end() : opening.end() + BEHIND]
    found = list(named(behind))
    # 'With Reuters' is a credit, 'with Reuters reporting that' is none; longer openings are plain.
    upto = found[-1][2] if found and several else len(behind)
    if found and _like_a_name(_between().sub(" ", behind[:upto])):
        return [agency for agency, _, _ in found]
    return [UNNAMED] if _pattern("unnamed").match(behind.lstrip(_EDGE)) else []


def _copyright(chunk: str) -> list[str]:
    """'Copyright 2014 The Associated Press'."""
    if _YEAR.search(chunk) and (_pattern("copyright").search(chunk) or chunk.lstrip().startswith("©")):
        return [agency for agency, _, _ in named(chunk)][:1]
    return []


def _closing(chunk: str) -> list[str]:
    """Agencies that a closing line credits."""
    if found := _byline(chunk.strip(_EDGE)):
        return found
    if _pattern("picture").search(chunk):
        return []
    return _contributed(chunk) or _opened(chunk) or _copyright(chunk)


def _may_credit(text: str) -> bool:
    return may_name(text) or _pattern("unnamed").search(text) is not None


def _fields(extra: str | None) -> Iterator[str]:
    """Bylines of the input record's other fields."""
    if not extra:
        return
    given = json.loads(extra)
    for key, value in given.items() if isinstance(given, dict) else ():
        if key.lower() in AUTHOR_FIELDS:
            for line in value if isinstance(value, list) else [value]:
                name = line.get("name") if isinstance(line, dict) else line
                if isinstance(name, str):
                    yield name


def _all(title: str | None, text: str, extra: str | None) -> Iterator[str]:
    for line in _fields(extra):
        yield from _byline(f"{line}")
    head, tail = text[:HEAD], text[-TAIL:]
    if may_name(head):
        yield from _datelines(head)
    for line in head.split("\n"):
        if len(line) <= LINE and _may_credit(line):
            yield from _byline(line)
    if _may_credit(tail):
        yield from (agency for words, agency in signatures().items() if words in tail)
        for chunk in _CHUNK.split(tail):
            if _may_credit(chunk):
                yield from _closing(chunk)
    if title and may_name(title) and (suffix := _TITLE.search(title)):
        yield from filter(None, [_agency(suffix[1])])
    if _pattern("feed").search(head) or _pattern("feed").search(tail):
        yield UNNAMED


def wire_credit(title: str | None, text: str, outlet: str | None = None, extra: str | None = None) -> str | None:
    """The agencies' names as credited, several with a comma between, in order; UNNAMED where none is named; else None.

    An agency's own outlet is credited to it. `extra` is the input record's other fields as JSON, whose bylines count.
    """
    if outlet and (own := listed(outlet, by_outlet())):
        return own
    return joined(_all(title, text, extra))


def joined(agencies: Iterable[str]) -> str | None:
    """The agencies in order, each once; UNNAMED only where there is no other."""
    found = list(dict.fromkeys(agencies))
    return BETWEEN.join([a for a in found if a != UNNAMED] or found) or None
