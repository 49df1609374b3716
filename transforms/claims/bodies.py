"""One name for a body that no list knows: who speaks for it left off, its nation and its office in one order.

'a spokesman for the Ministry of Health of Chad', 'Chad's health minister' and 'the Chadian Health Ministry' are the
Health Ministry of Chad.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from transforms.claims.lexicon import REFERENCE, any_of, by_language, read, words_by_key
from transforms.claims.particles import ARTICLES, DEFINITE, Ending, endings


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


@by_language
def title_words(kind: TitleWord) -> tuple[str, ...]:
    """The words of one list of titles.toml."""
    return words_by_key("titles", TitleWord, unique=False)[kind]


@dataclass(frozen=True, slots=True)
class _Forms:
    """What stands around a body's name: an article, the end of a nation's possessive, what ties one to the other."""

    article: re.Pattern[str]
    apostrophe: re.Pattern[str]
    of_nation: re.Pattern[str]
    turned: re.Pattern[str]


@by_language
def _forms() -> _Forms:
    the = any_of(DEFINITE())
    of_nation, turned, by = (
        any_of(title_words(kind)) for kind in (TitleWord.OF_NATION, TitleWord.TURNED, TitleWord.TURNED_BY)
    )
    return _Forms(
        re.compile(rf"^(?:{any_of(ARTICLES())})\s+", re.I),
        re.compile(rf"^(?:{any_of(endings(Ending.POSSESSIVE))})?'?"),
        re.compile(rf"\s+(?:{of_nation})(?:\s+(?:{the}))?\s*$"),
        re.compile(rf"^(?P<body>{turned})\s+(?:{by})\s+(?:(?:{the})\s+)?(?P<field>.+)$"),
    )


@by_language
def _spoken_for() -> tuple[re.Pattern[str], re.Pattern[str]]:
    the = any_of(DEFINITE())
    speaking, links = any_of(title_words(TitleWord.SPEAKING)), any_of(title_words(TitleWord.SPEAKS_FOR))
    before = rf"^(?:[\w-]+\s+){{0,3}}?(?:{speaking})\s+(?:{links})\s+(?:(?:{the})\s+)?(?P<body>.+)$"
    behind = rf"^(?P<body>.+?)(?:\s+(?:{speaking}))+(?-i:\s+[A-Z][\w'-]+){{0,3}}$"
    return re.compile(before, re.I), re.compile(behind, re.I)


@by_language
def _spelling() -> tuple[re.Pattern[str], dict[str, str]]:
    pairs = dict(pair.split("=") for pair in title_words(TitleWord.SPELLING))
    return re.compile(rf"\b(?:{any_of(tuple(pairs))})\b"), pairs


def is_body(text: str) -> bool:
    """A word of the text is the noun of a body."""
    return not set(re.findall(r"[\w-]+", text.lower())).isdisjoint(title_words(TitleWord.BODY))


def body_name(source: str) -> str | None:
    """The one name of the body of a nation that the source names; None where it names none."""
    text = re.sub(r"\s*\(.*?\)", "", source.replace("’", "'")).split(",")[0].strip(" '\"“”")
    text = _forms().article.sub("", spoken_for(text))
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
    before = _forms().of_nation.sub(" ", text[: found.start()])
    after = _forms().apostrophe.sub("", text[found.end() :])
    return names[found.group()], " ".join(f"{before} {after}".split())


def _office(text: str) -> str:
    """'Ministry of the Interior' as 'interior ministry', in one spelling."""
    pattern, pairs = _spelling()
    low = pattern.sub(lambda m: pairs[m.group()], text.lower())
    turned = _forms().turned.match(low)
    return f"{turned['field']} {turned['body']}" if turned else low
