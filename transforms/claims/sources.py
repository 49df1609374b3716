"""One name for each source: known bodies by their aliases, persons by their surname within the article."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from transforms.claims.bodies import TitleWord, body_name, is_body, spoken_for, title_words
from transforms.claims.lexicon import REFERENCE, LexiconError, any_of, by_language, read, word_set
from transforms.claims.ontology import classifier
from transforms.claims.particles import ARTICLES, DEFINITE, owner
from transforms.claims.places import is_place

EMPTY = word_set("titles", TitleWord.EMPTY)


@by_language
def _office() -> re.Pattern[str]:
    return re.compile(rf",|\(|\s+(?:{any_of(title_words(TitleWord.PART_OF))})\s+")


@by_language
def _leading() -> re.Pattern[str]:
    return re.compile(rf"^(?:{any_of(ARTICLES() | frozenset(title_words(TitleWord.OWNERS)))})\s+", re.I)


@by_language
def _the() -> tuple[str, ...]:
    return tuple(form for word in sorted(DEFINITE()) for form in (f"{word.capitalize()} ", f"{word} "))


@dataclass(frozen=True)
class Params:
    """`alike`: least similarity (0-100, rapidfuzz ratio) at which two spellings of a surname are one."""

    alike: float = 84.0


@cache
def _aliases() -> tuple[re.Pattern[str], dict[str, str]]:
    names: dict[str, str] = {}
    for body, entry in read(REFERENCE / "authorities.toml").items():
        for alias in (body, *entry["aliases"]):
            key = alias if alias.isupper() else alias.lower()
            if names.setdefault(key, body) != body:
                raise LexiconError(f"authorities.toml: {alias!r} stands for {names[key]} and {body}")
    exact = sorted((n for n in names if n.isupper()), key=lambda n: (-len(n), n))
    folded = sorted((n for n in names if not n.isupper()), key=lambda n: (-len(n), n))
    pattern = rf"(?<![\w])(?:(?i:{'|'.join(map(re.escape, folded))})|{'|'.join(map(re.escape, exact))})(?![\w])"
    return re.compile(pattern), names


@by_language
def _titles() -> re.Pattern[str]:
    return re.compile(rf"^(?:{any_of(title_words(TitleWord.TITLES))})\b\.?\s*", re.I)


def body_of(source: str) -> str | None:
    """The known body that the source names or speaks for; the longest alias wins, then the first."""
    pattern, names = _aliases()
    found = list(pattern.finditer(source.replace("’", "'")))
    if not found:
        return None
    best = max(found, key=lambda m: (len(m.group()), -m.start())).group()
    return names.get(best) or names[best.lower()]


@cache
def _agencies() -> frozenset[str]:
    return frozenset(credit for agency in read(REFERENCE / "agencies.toml")["agency"] for credit in agency["credit"])


def is_agency(source: str) -> bool:
    """The source is a news agency, by a name under which articles credit it."""
    for article in _the():
        source = source.removeprefix(article)
    return source in _agencies()


def bare(source: str) -> str:
    """The source without article, title, apposition and office: what is left to compare."""
    text = owner(_office().split(source.replace("’", "'"))[0].strip(" '\"“”"))
    while (shorter := _titles().sub("", text)) != text and shorter:
        text = shorter
    # 'Lviv Mayor Andriy Sadovyi': the office stands behind its place.
    words = text.split()
    offices = [i for i, w in enumerate(words) if w.lower().rstrip(".") in title_words(TitleWord.TITLES)]
    after = " ".join(words[offices[-1] + 1 :]) if offices else ""
    return after if _is_person(after) else text


def canonical_names(sources: Iterable[str], params: Params = Params()) -> dict[str, str]:
    """Source as written → its one name, for the sources of one article.

    A known body by its alias, another by its nation and office; a person under the longest name that ends in the same
    surname ('Klymenko' and 'Ihor Klymenko'), or under the body that he was said to speak for; everything else as
    written, without its article. A short form ('the ministry', an acronym) stands for the one body that the article
    names in full.
    """
    written = sorted(set(sources))
    out: dict[str, str] = {}
    persons = sorted({bare(s) for s in written if _is_person(bare(s))}, key=lambda n: (-len(n.split()), n))
    known = {source: body for source in written if (body := body_of(source) or _national(source)) is not None}
    offices = _offices(known)
    for source in written:
        if source in known:
            out[source] = known[source]
            continue
        name = bare(source)
        if _is_person(name) or (name[:1].isupper() and " " not in name and not is_body(name)):
            surname = name.split()[-1].lower()
            full = (p for p in persons if fuzz.ratio(p.split()[-1].lower(), surname) >= params.alike)
            out[source] = offices.get(surname) or next(full, name)
        else:
            out[source] = _plain(spoken_for(source))
    named = frozenset(known.values())
    return {source: name if name in named else _owner(name, out) for source, name in out.items()}


@by_language
def _formed() -> dict[str, str]:
    """The known bodies by the name that their aliases would form."""
    listed = read(REFERENCE / "authorities.toml")
    formed = {name: body for body, entry in listed.items() for a in entry["aliases"] if (name := body_name(a))}
    return formed | {name: body for body in listed if (name := body_name(body))}


def _national(source: str) -> str | None:
    name = body_name(source)
    return None if name is None else _formed().get(name, name)


def _offices(known: dict[str, str]) -> dict[str, str]:
    """Surname → body, for persons who were named together with a body: 'Col. Ann Lee, a CENTCOM spokesperson'."""
    found: dict[str, set[str]] = {}
    for source, body in known.items():
        name = re.split(r",|\(", source)[0].split()
        named = len(name) > 1 and name[-1][:1].isupper() and not name[-1].isupper()
        if named and body_of(name[-1]) is None and not is_body(name[-1]) and not is_place(name[-1]):
            found.setdefault(name[-1].lower(), set()).add(body)
    return {surname: bodies.pop() for surname, bodies in found.items() if len(bodies) == 1}


def _plain(source: str) -> str:
    """A source without a name: no article, and no capital that only the start of a sentence gave it."""
    text = _leading().sub("", source)
    first, _, rest = text.partition(" ")
    proper = is_place(first) or first.isupper() or bool(classifier("party").matches(first))
    lowered = first[:1].lower() + first[1:]
    return text if proper or rest[:1].isupper() else f"{lowered} {rest}".strip()


def _owner(name: str, names: dict[str, str]) -> str:
    """The one body that the article names in full, where `name` is a short form of it: words or initials."""
    if name.isupper() and len(name) > 1:
        longer = {n for n in names.values() if _initials(n) == name}
    elif is_body(name):
        words = _content(name)
        told = {other: _content(source) | _content(other) for source, other in names.items() if other != name}
        longer = {other for other, said in told.items() if words < said and is_body(other)}
    else:
        return name
    return longer.pop() if len(longer) == 1 else name


def _content(text: str) -> set[str]:
    return {owner(w) for w in re.findall(r"[\w']+", text.lower().replace("’", "'"))} - EMPTY()


def _initials(name: str) -> str:
    return "".join(w[0] for w in name.split() if w[:1].isupper())


def _is_person(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 4 and all(w[:1].isupper() and not w.isupper() for w in words)
