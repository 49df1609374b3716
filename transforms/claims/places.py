"""Places: one name each, and the place that a figure counts."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from transforms.claims.clauses import clause
from transforms.claims.grammar import Sentence
from transforms.claims.lexicon import REFERENCE, LexiconError, any_of, read
from transforms.claims.ontology import classifier

DISTRICT = (
    r"(?:district|province|region|oblast|county|governorate|neighbou?rhood|camp|village|township|"
    r"parish|prefecture|state)"
)
UNKNOWN = re.compile(
    rf"(?:\b[Ii]n|\b[Aa]t|\b[Nn]ear|\b[Aa]cross|\b[Tt]he)\s+(?:the\s+)?((?:[A-Z][\w’'-]+\s){{1,3}}){DISTRICT}\b"
)


# 'Esteban Santiago': a capitalised word right before is a given name, unless it tells where in the place.
GIVEN_NAME = re.compile(
    r"(?<![\w.])(?!(?:North|South|East|West|Central|Upper|Lower|Old|New|Greater|In|At|Near|From|The|On|Of|Northern|"
    r"Southern|Eastern|Western|Downtown|US|UK|Across|Outside|Inside|By|To|As|After|Hits?|For|Rocks|Shakes|And)\s)"
    r"[A-Z][a-z]+\s$"
)


ORIGIN = frozenset({"from", "by", "against", "with", "to"})
WHERE = frozenset(
    {"in", "at", "near", "across", "around", "of", "on", "outside", "inside", "throughout", "for", "over", "hits"}
)


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    pattern: re.Pattern[str]
    names: dict[str, str]
    within: dict[str, str]


@cache
def _gazetteer() -> _Gazetteer:
    names: dict[str, str] = {}
    within: dict[str, str] = {}
    table = read(REFERENCE / "places.toml")
    for place, entry in table.items():
        if "within" in entry:
            if entry["within"] not in table:
                raise LexiconError(f"places.toml: {place} lies in {entry['within']}, which is not listed")
            within[place] = entry["within"]
        for name in (place, *entry.get("also", ())):
            if names.setdefault(name, place) != place:
                raise LexiconError(f"places.toml: {name} stands for two places")
    pattern = re.compile(rf"(?<![\w-]){any_of(names)}(?![\w-])")
    return _Gazetteer(pattern, names, within)


def find_places(text: str) -> list[tuple[int, int, str]]:
    """(start, end, name) of each place of the text, left to right; districts that no list holds stand as written."""
    return list(_find(text))


@lru_cache(maxsize=512)
def _find(text: str) -> tuple[tuple[int, int, str], ...]:
    """Kept for a while: every claim of a clause asks for the same places."""
    gazetteer = _gazetteer()
    found = [
        (m.start(), m.end(), gazetteer.names[m.group()])
        for m in gazetteer.pattern.finditer(text)
        if " " in m.group() or not GIVEN_NAME.search(text[max(0, m.start() - 24) : m.start()])
    ]
    taken = [(a, b) for a, b, _ in found]
    for m in UNKNOWN.finditer(text):
        a, b = m.start(1), m.end(1)
        if not any(a < d and c < b for c, d in taken):
            found.append((a, b - 1, m.group(1).strip()))
    return tuple(sorted(found))


def is_place(name: str) -> bool:
    """The name is a listed place and no more."""
    return name.removesuffix("'s").removesuffix("’s") in _gazetteer().names


def wider(place: str) -> tuple[str, ...]:
    """The places that it lies in, nearest first; empty where none is listed."""
    out: list[str] = []
    up = _gazetteer().within.get(place)
    while up is not None and up not in out:
        out.append(up)
        up = _gazetteer().within.get(up)
    return tuple(out)


def scope_of(sentence: Sentence, i: int) -> str | None:
    """The place that the figure at token i counts: behind it in its clause ('nine dead in Kyiv'), else before it there.

    Of 'Peshawar, Pakistan' the narrower one. A place inside a name that only speaks ('Kyiv officials') counts too.
    """
    start, end = clause(sentence, i)
    a, b = sentence.tokens[start].start, sentence.tokens[end - 1].end
    at = sentence.tokens[i].start
    places = [p for p in find_places(sentence.text[a:b]) if _locates(sentence.text, a + p[0], a + p[1])]
    if not places:
        return None
    behind = [p for p in places if p[0] + a >= at]
    best = behind[0] if behind else places[-1]
    names = {p[2] for p in places}
    narrower = next((p[2] for p in places if best[2] in wider(p[2])), None)
    return narrower if narrower in names else best[2]


def _locates(text: str, start: int, end: int) -> bool:
    """The place says where, not who or from where: 'in Kyiv', 'Kyiv officials', not 'Russia fires', 'from Iran'."""
    before = text[max(0, start - 30) : start].split()
    last = next((w.lower() for w in reversed(before) if not w[:1].isupper()), "")
    if last in ORIGIN:
        return False
    acts = bool(classifier("party").matches(text[start:end]))
    return not acts or last in WHERE or text[max(0, start - 2) : start] == ", "


def main_place(text: str) -> str | None:
    """The place that a headline and lead speak of: the one named most, of equals the narrower, then the first."""
    found = [name for _, _, name in find_places(text)]
    if not found:
        return None
    # A country is named by the way; the city inside it says more.
    return max(dict.fromkeys(found), key=lambda n: (found.count(n) + 0.5 * len(wider(n)), -found.index(n)))
