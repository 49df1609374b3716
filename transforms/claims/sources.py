"""One name for each source: known bodies by their aliases, persons by their surname within the article."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from transforms.claims.lexicon import REFERENCE, LexiconError, read, words_by_key
from transforms.claims.ontology import classifier
from transforms.claims.places import is_place


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


@cache
def _titles() -> re.Pattern[str]:
    words = words_by_key("titles", ("titles",))["titles"]
    return re.compile(rf"^(?:{'|'.join(map(re.escape, words))})\b\.?\s*", re.I)


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
    return source.removeprefix("The ").removeprefix("the ") in _agencies()


def bare(source: str) -> str:
    """The source without article, title, apposition and office: what is left to compare."""
    text = re.split(r",|\(|\s+(?:of|for|from|at|in)\s+", source.replace("’", "'"))[0].strip(" '\"“”").removesuffix("'s")
    while (shorter := _titles().sub("", text)) != text and shorter:
        text = shorter
    return text


def canonical_names(sources: Iterable[str], params: Params = Params()) -> dict[str, str]:
    """Source as written → its one name, for the sources of one article.

    A known body by its alias; a person under the longest name that ends in the same surname ('Klymenko' and 'Ihor
    Klymenko'); everything else as written, without its article.
    """
    written = sorted(set(sources))
    out: dict[str, str] = {}
    persons = sorted({bare(s) for s in written if _is_person(bare(s))}, key=lambda n: (-len(n.split()), n))
    for source in written:
        body = body_of(source)
        if body is not None:
            out[source] = body
            continue
        name = bare(source)
        if _is_person(name) or (name[:1].isupper() and " " not in name):
            surname = name.split()[-1].lower()
            full = (p for p in persons if fuzz.ratio(p.split()[-1].lower(), surname) >= params.alike)
            out[source] = next(full, name)
        else:
            out[source] = _plain(source)
    return {source: _owner(name, out) for source, name in out.items()}


def _plain(source: str) -> str:
    """A source without a name: no article, and no capital that only the start of a sentence gave it."""
    text = re.sub(r"^(?:the|a|an|its|their|his|her)\s+", "", source, flags=re.I)
    first, _, rest = text.partition(" ")
    proper = is_place(first) or first.isupper() or bool(classifier("party").matches(first))
    lowered = first[:1].lower() + first[1:]
    return text if proper or rest[:1].isupper() else f"{lowered} {rest}".strip()


def _owner(name: str, names: dict[str, str]) -> str:
    """'the ministry' is the one ministry that the article names in full, where there is one."""
    if " " in name or not name.islower():
        return name
    named = {other for source, other in names.items() if name in source.lower().split() and " " in other}
    return named.pop() if len(named) == 1 else name


def _is_person(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 4 and all(w[:1].isupper() and not w.isupper() for w in words)
