"""One name for a body that no list knows: who speaks for it left off, its nation and its office in one order.

'a spokesman for the Ministry of Health of Chad', 'Chad's health minister' and 'the Chadian Health Ministry' are the
Health Ministry of Chad.
"""

import re
from enum import StrEnum
from functools import cache

from transforms.claims.lexicon import REFERENCE, any_of, read, words_by_key
from transforms.claims.particles import ARTICLES, DEFINITE, POSSESSIVE


class TitleWord(StrEnum):
    """The lists of titles.toml."""

    TITLES = "titles"
    SPEAKING = "speaking"
    BODY = "body"
    STATE = "state"
    SPELLING = "spelling"
    SMALL = "small"
    SPEAKS_FOR = "speaks_for"
    PART_OF = "part_of"
    OF_NATION = "of_nation"
    TURNED = "turned"
    TURNED_BY = "turned_by"
    EMPTY = "empty"
    OWNERS = "owners"
    MAN = "man"
    WOMAN = "woman"


@cache
def title_words(kind: TitleWord) -> tuple[str, ...]:
    """The words of one list of titles.toml."""
    return words_by_key("titles", TitleWord, unique=False)[kind]


THE = any_of(DEFINITE)
APOSTROPHE = re.compile(rf"^(?:{any_of(POSSESSIVE)})?'?")
ARTICLE = re.compile(rf"^(?:{any_of(ARTICLES)})\s+", re.I)
OF_NATION = re.compile(rf"\s+(?:{any_of(title_words(TitleWord.OF_NATION))})(?:\s+(?:{THE}))?\s*$")
TURNED = re.compile(
    rf"^(?P<body>{any_of(title_words(TitleWord.TURNED))})\s+(?:{any_of(title_words(TitleWord.TURNED_BY))})"
    rf"\s+(?:(?:{THE})\s+)?(?P<field>.+)$"
)


@cache
def _spoken_for() -> tuple[re.Pattern[str], re.Pattern[str]]:
    speaking, links = any_of(title_words(TitleWord.SPEAKING)), any_of(title_words(TitleWord.SPEAKS_FOR))
    before = rf"^(?:[\w-]+\s+){{0,3}}?(?:{speaking})\s+(?:{links})\s+(?:(?:{THE})\s+)?(?P<body>.+)$"
    behind = rf"^(?P<body>.+?)(?:\s+(?:{speaking}))+(?-i:\s+[A-Z][\w'-]+){{0,3}}$"
    return re.compile(before, re.I), re.compile(behind, re.I)


@cache
def _spelling() -> tuple[re.Pattern[str], dict[str, str]]:
    pairs = dict(pair.split("=") for pair in title_words(TitleWord.SPELLING))
    return re.compile(rf"\b(?:{any_of(tuple(pairs))})\b"), pairs


def is_body(text: str) -> bool:
    """A word of the text is the noun of a body."""
    return not set(re.findall(r"[\w-]+", text.lower())).isdisjoint(title_words(TitleWord.BODY))


def body_name(source: str) -> str | None:
    """The one name of the body of a nation that the source names; None where it names none."""
    text = re.sub(r"\s*\(.*?\)", "", source.replace("’", "'")).split(",")[0].strip(" '\"“”")
    text = ARTICLE.sub("", spoken_for(text))
    nation, rest = _nation(text)
    if nation is None or not rest or not is_body(rest):
        return None
    office = _office(rest)
    if re.search(rf"\b(?:{any_of(title_words(TitleWord.STATE))})$", office) is None:
        return None
    small = title_words(TitleWord.SMALL)
    return f"{' '.join(w if w in small else w.capitalize() for w in office.split())} of {nation}"


def spoken_for(text: str) -> str:
    """The body that 'a spokesman for …' or '… officials' speaks for; the text itself where there is none."""
    before, behind = _spoken_for()
    found = before.match(text) or behind.match(text)
    if found is None:
        return text
    body = found["body"]
    named = any(word[:1].isupper() for word in body.split())
    return body if named and is_body(body) else text


@cache
def _nations() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {name: nation for nation, others in read(REFERENCE / "nations.toml").items() for name in (nation, *others)}
    return re.compile(rf"(?<![\w-])(?:{any_of(tuple(names))})(?![\w-])"), names


def _nation(text: str) -> tuple[str | None, str]:
    """The nation that the words name, and the words without it."""
    pattern, names = _nations()
    found = pattern.search(text)
    if found is None:
        return None, text
    before = OF_NATION.sub(" ", text[: found.start()])
    after = APOSTROPHE.sub("", text[found.end() :])
    return names[found.group()], " ".join(f"{before} {after}".split())


def _office(text: str) -> str:
    """'Ministry of the Interior' as 'interior ministry', in one spelling."""
    pattern, pairs = _spelling()
    low = pattern.sub(lambda m: pairs[m.group()], text.lower())
    turned = TURNED.match(low)
    return f"{turned['field']} {turned['body']}" if turned else low
