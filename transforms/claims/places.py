"""Places: one name each, and the place that a figure counts."""

import re
from functools import partial

from transforms.claims.clauses import clause
from transforms.claims.gazetteer import Flag, Level, gazetteer
from transforms.claims.grammar import Sentence
from transforms.claims.lexicon import any_of, by_language
from transforms.claims.ontology import classifier
from transforms.claims.particles import DEFINITE, owner
from transforms.claims.place_names import folded
from transforms.claims.place_search import Params, search
from transforms.claims.place_text import PlaceWord, place_words


@by_language
def _unknown() -> re.Pattern[str]:
    """A name that no list holds, between a preposition and a noun for a district."""
    before = {form for word in place_words(PlaceWord.BEFORE_UNKNOWN) for form in (word, word.capitalize())}
    the, district = any_of(DEFINITE()), any_of(place_words(PlaceWord.DISTRICT))
    return re.compile(rf"\b{any_of(before)}\s+(?:{the}\s+)?((?:[A-Z][\w’'-]+\s){{1,3}}){district}\b")


def find_places(text: str) -> list[tuple[int, int, str]]:
    """(start, end, name) of each place of the text, left to right; districts that no list holds stand as written.

    None in a text all in capitals, where a name is told from a word by nothing but the list; `search` looks there too.
    """
    return [] if text.isupper() else list(_find(text))


@partial(by_language, size=512)
def _find(text: str) -> tuple[tuple[int, int, str], ...]:
    """Kept for a while: every claim of a clause asks for the same places."""
    label = gazetteer().label
    found = [(f.start, f.end, label[f.row]) for f in search(text)]
    taken = [(a, b) for a, b, _ in found]
    for m in _unknown().finditer(text):
        a, b = m.start(1), m.end(1)
        if not any(a < d and c < b for c, d in taken):
            found.append((a, b - 1, m.group(1).strip()))
    return tuple(sorted(found))


def is_place(name: str) -> bool:
    """The name is a known place's and no more: a country, a region or a large city, no person's name, no word."""
    table = gazetteer()
    key = folded(owner(name))
    if not name[:1].isupper() or table.flag_of(key) is not Flag.PLACE:
        return False
    row = table.rows(key)[0]
    return table.level[row] != Level.CITY or table.population[row] >= Params().large


def wider(place: str) -> tuple[str, ...]:
    """The places that it lies in, nearest first; empty where none is listed."""
    table = gazetteer()
    row = table.labelled(place)
    return () if row is None else tuple(table.label[up] for up in table.chain(row)[1:])


def scope_of(sentence: Sentence, i: int) -> str | None:
    """The place that the figure at token i counts: behind it in its clause ('nine dead in Kyiv'), else before it there.

    Of 'Peshawar, Pakistan' the narrower one. A place inside a name that only speaks ('Kyiv officials') counts too.
    Where the clause names none, the place that the sentence opens with ('In Kyiv, officials said nine had died').
    """
    start, end = clause(sentence, i)
    a, b = sentence.tokens[start].start, sentence.tokens[end - 1].end
    at = sentence.tokens[i].start
    places = [p for p in find_places(sentence.text[a:b]) if _locates(sentence.text, a + p[0], a + p[1])]
    if not places:
        return _opening(sentence, a)
    behind = [p for p in places if p[0] + a >= at]
    best = behind[0] if behind else places[-1]
    names = {p[2] for p in places}
    narrower = next((p[2] for p in places if best[2] in wider(p[2])), None)
    return narrower if narrower in names else best[2]


def _opening(sentence: Sentence, end: int) -> str | None:
    """The place that a sentence opens with, up to `end`: 'In Kharkiv, officials said nine had died'."""
    if sentence.lows[0] not in place_words(PlaceWord.FIRM):
        return None
    head = sentence.text[: sentence.text.find(",", 0, end) + 1]
    found = find_places(head)
    return found[-1][2] if found and head[found[-1][1] :] == "," else None


def _locates(text: str, start: int, end: int) -> bool:
    """The place says where, not who or from where: 'in western Kyiv', 'Kyiv officials', not 'Russia fires'."""
    before = text[max(0, start - 30) : start].split()
    where, origin = place_words(PlaceWord.WHERE), place_words(PlaceWord.ORIGIN)
    adjectives = place_words(PlaceWord.DIRECTION) - where - origin
    last = next((w.lower() for w in reversed(before) if not w[:1].isupper() and w not in adjectives), "")
    if last in origin:
        return False
    acts = bool(classifier("party").matches(text[start:end]))
    return not acts or last in where or text[max(0, start - 2) : start] == ", "


def main_place(text: str) -> str | None:
    """The place that a headline and lead speak of: the one named most, of equals the narrower, then the first."""
    found = [name for _, _, name in find_places(text)]
    if not found:
        return None
    # A country is named by the way; the city inside it says more.
    return max(dict.fromkeys(found), key=lambda n: (found.count(n) + 0.5 * len(wider(n)), -found.index(n)))
