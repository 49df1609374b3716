"""Where to look: articles, paragraphs and sentences that may hold a claim.

The scan runs in Polars' own regular-expression engine over whole columns; Python sees only paragraphs with a hit.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import polars as pl

from transforms.claims.accounts import AttackWord
from transforms.claims.lexicon import words_by_key
from transforms.claims.triggers import words
from transforms.claims.weapons import WEAPONS, WeaponWord

LONGEST = 1_200
LETTERS = r"\p{L}"
LATIN = r"[A-Za-z]"
FUNCTION_WORDS = r"(?i)\b(?:the|of|and|in|to|was|were|for|on|at|from|after|said|with|by)\b"
BOUNDARY = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[►•]*[A-Z0-9])|\s*[►•]\s*|\s{3,}")


class Passage(NamedTuple):
    """A sentence or headline as it stands in its article, without outer white space; `start` in code points."""

    field: str
    start: int
    text: str
    paragraph: int


@cache
def scan_pattern() -> str:
    """Words without which a text holds no claim; one alternation, any case."""
    heads = {max(word.split(), key=len) for word in words()}
    weapons = words_by_key("weapons", WeaponWord)
    heads.update(word for kind in WEAPONS for word in weapons[kind])
    attacks = words_by_key("attacks", AttackWord, unique=False)
    for kind in (AttackWord.NOUN, AttackWord.ACTIVE, AttackWord.PASSIVE, AttackWord.CLAIMED, AttackWord.DENIED):
        heads.update(max(word.split(), key=len) for word in attacks[kind])
    scan = words_by_key("scan", ("common", "extra"))
    heads -= set(scan["common"])
    heads.update(scan["extra"])
    return rf"(?i)\b(?:{'|'.join(re.escape(w) for w in sorted(heads))})\b"


@cache
def _scan() -> re.Pattern[str]:
    return re.compile(scan_pattern())


def english(articles: pl.DataFrame) -> pl.DataFrame:
    """The articles that are in English: by their tag; without one, by Latin letters and English function words."""
    sample = pl.concat_str([pl.col("title").fill_null(""), pl.col("text").str.slice(0, 2000)], separator="\n")
    letters = sample.str.count_matches(LETTERS)
    latin = sample.str.count_matches(LATIN) >= letters * 0.8
    counted = sample.str.count_matches(r"\S+")
    function_words = sample.str.count_matches(FUNCTION_WORDS) >= counted * 0.08
    short = counted < 30
    tagged = pl.col("language").str.to_lowercase().str.contains(r"^en\b")
    return articles.filter(
        pl.when(pl.col("language").is_not_null()).then(tagged).otherwise(latin & (short | function_words))
    )


def candidates(articles: pl.DataFrame) -> pl.DataFrame:
    """The articles with a hit in title or text."""
    pattern = scan_pattern()
    hit = pl.col("text").str.contains(pattern) | pl.col("title").fill_null("").str.contains(pattern)
    return articles.filter(hit)


@cache
def _ends() -> frozenset[str]:
    return frozenset(words_by_key("boilerplate", ("end",))["end"])


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(words_by_key("abbreviations", ("abbreviations",))["abbreviations"])


def passages(title: str | None, text: str) -> Iterator[Passage]:
    """The headline and the sentences of paragraphs with a hit, in order.

    A body line that repeats the title is left out, and so is everything behind a line like 'Related articles'.
    """
    headline = (title or "").strip()
    if headline and title is not None and _scan().search(headline[:LONGEST]):
        yield Passage("title", title.index(headline), headline[:LONGEST].rstrip(), -1)
    folded = fold(headline)
    seen: set[str] = set()
    at = 0
    for number, line in enumerate(text.split("\n")):
        start, at = at, at + len(line) + 1
        stripped = line.strip()
        if len(stripped) < 40 and stripped.rstrip(":").lower() in _ends():
            return
        if not stripped or not _scan().search(line):
            continue
        for a, b in split(line):
            sentence = line[a:b]
            key = fold(sentence)
            if key in seen or (folded and key == folded):
                continue
            seen.add(key)
            if _scan().search(sentence):
                yield Passage("text", start + a, sentence, number)


def fold(text: str) -> str:
    """The text for comparing lines: lower case, single spaces, no closing point."""
    return " ".join(text.lower().split()).rstrip(" .")


def split(line: str) -> Iterator[tuple[int, int]]:
    """Bounds of the sentences of a line, without outer white space; none is longer than `LONGEST` code points."""
    start = 0
    for match in BOUNDARY.finditer(line):
        if line[match.start()] == "." and _abbreviated(line, match.start()):
            continue
        end = match.start() + len(match.group().rstrip(" \t►•"))
        yield from _pieces(line, start, end)
        start = match.end()
    yield from _pieces(line, start, len(line))


def _abbreviated(line: str, dot: int) -> bool:
    begin = dot
    while begin > 0 and dot - begin < 12 and (line[begin - 1].isalnum() or line[begin - 1] == "."):
        begin -= 1
    word = line[begin:dot]
    initial = len(word) == 1 and word.isupper()
    return initial or word in _abbreviations()


def _pieces(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = line.rfind(" ", start + 1, start + LONGEST)
        cut = start + LONGEST if cut <= start else cut
        yield from _trimmed(line, start, cut)
        start = cut
    yield from _trimmed(line, start, end)


def _trimmed(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and line[start].isspace():
        start += 1
    while end > start and line[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end
