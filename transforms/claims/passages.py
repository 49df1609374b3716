"""The sentences and headlines of a frame of articles that may hold a claim."""

import re
from functools import cache
from typing import NamedTuple

import polars as pl

from transforms.claims.lexicon import words_by_key
from transforms.claims.scan import carries, kills, names_party, states_harm, states_harm_in_headline, tells_attack
from transforms.claims.sentences import LONGEST, split, unwrapped

LETTERS = r"\p{L}"
LATIN = r"[A-Za-z]"
FUNCTION_WORDS = (
    r"(?-u:\b)(?i:the|of|and|in|to|was|were|for|on|at|from|after|said|with|by|as|is|a|dead|killed|kills)(?-u:\b)"
)
SHORTEST_END = 40
SERIES = re.compile(r"\s*(?:(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|REPEAT)(?:[\s-]*\d+)?\s*[-–—:]\s*)*")
"""What agencies put before a headline; its number counts nobody."""


class Passage(NamedTuple):
    """A sentence or headline as it stands in its article, without outer white space; `start` in code points."""

    field: str
    start: int
    text: str


class Candidate(NamedTuple):
    """A passage of the article at `row` that may state a figure of harm, go on with one, or tell an account."""

    row: int
    passage: Passage
    harm: bool
    attack: bool
    carry: bool


def english(articles: pl.DataFrame) -> pl.DataFrame:
    """The articles in English: by their tag; without one, by Latin letters and English function words."""
    sample = pl.concat_str([pl.col("title").fill_null(""), pl.col("text").str.slice(0, 2000)], separator="\n")
    letters = sample.str.count_matches(LETTERS)
    latin = sample.str.count_matches(LATIN) >= letters * 0.8
    counted = sample.str.count_matches(r"\S+")
    function_words = sample.str.count_matches(FUNCTION_WORDS) >= counted * 0.1
    tagged = pl.col("language").str.to_lowercase().str.contains(r"^en(?:-|_|$)")
    untagged = pl.col("language").is_null() | (pl.col("language").str.strip_chars() == "")
    return articles.filter(latin & pl.when(untagged).then(function_words).otherwise(tagged))


@cache
def _ends() -> list[str]:
    return list(words_by_key("boilerplate", ("end",))["end"])


def candidates(articles: pl.DataFrame) -> list[Candidate]:
    """The passages to read, by article and place; `row` counts the articles as they stand.

    Left out: a body line that repeats the headline, a sentence that was there before, and everything behind a line like
    'Related articles'.
    """
    frame = articles.select("title", "text").with_row_index("row")
    found = [*_headlines(frame), *_sentences(frame)]
    if not found:
        return []
    texts = pl.DataFrame({"text": [p.text for _, p in found], "title": [p.field == "title" for _, p in found]})
    text = pl.col("text")
    told = texts.with_row_index("k").filter(tells_attack(text) | kills(text)).filter(names_party(text))["k"]
    flags = texts.select(
        harm=pl.when("title").then(states_harm_in_headline(text)).otherwise(states_harm(text)),
        attack=pl.int_range(pl.len()).is_in(told.implode()),
        carry=carries(text),
    )
    folded = {row: fold(p.text) for row, p in found if p.field == "title"}
    seen: set[tuple[int, str]] = set()
    out = []
    for (row, passage), (harm, attack, carry) in zip(found, flags.iter_rows(), strict=True):
        if not (harm or attack or carry):
            continue
        if passage.field == "text":
            key = (row, fold(passage.text))
            if key in seen or key[1] == folded.get(row):
                continue
            seen.add(key)
        out.append(Candidate(row, passage, harm, attack, carry))
    return sorted(out, key=lambda c: (c.row, c.passage.field == "text", c.passage.start))


def _headlines(frame: pl.DataFrame) -> list[tuple[int, Passage]]:
    out = []
    for row, title, _ in frame.filter(pl.col("title").is_not_null()).iter_rows():
        start = SERIES.match(title).end()  # type: ignore[union-attr]  # matches the empty string too
        headline = title[start : start + LONGEST].rstrip()
        if headline:
            out.append((row, Passage("title", start, headline)))
    return out


def _sentences(frame: pl.DataFrame) -> list[tuple[int, Passage]]:
    lines = (
        frame.select("row", line=unwrapped(pl.col("text")).str.split("\n"))
        .explode("line", empty_as_null=False, keep_nulls=False)
        .with_columns(length=pl.col("line").str.len_chars() + 1)
        .with_columns(start=pl.col("length").cum_sum().over("row") - pl.col("length"))
    )
    ending = (pl.col("length") < SHORTEST_END) & pl.col("line").str.strip_chars(" \t:").str.to_lowercase().is_in(
        _ends()
    )
    first = pl.when(ending).then(pl.col("start")).min().over("row")
    line = pl.col("line")
    hits = lines.filter(
        (first.is_null() | (pl.col("start") < first)) & (states_harm(line) | tells_attack(line) | carries(line))
    )
    texts = dict(frame.select("row", "text").iter_rows())
    return [
        (row, Passage("text", start + a, texts[row][start + a : start + b]))
        for row, line, start in hits.select("row", "line", "start").iter_rows()
        for a, b in split(line)
    ]


def fold(text: str) -> str:
    """The text for comparing lines: lower case, single spaces, no closing point."""
    return " ".join(text.lower().split()).rstrip(" .")
