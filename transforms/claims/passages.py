"""The sentences and headlines of a frame of articles that may hold a claim."""

import re
from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import NamedTuple

import polars as pl

from transforms.claims.lexicon import any_of, by_language, words_by_key
from transforms.claims.scan import (
    carries,
    names_party,
    states_harm,
    states_harm_in_headline,
    tells_account,
    tells_attack,
)
from transforms.claims.sentences import LONGEST, split, unwrapped

SHORTEST_END = 40
CLOSED = r"[.!?][\"”’')]*\s*$"
"""A line of the text itself closes a sentence."""
LEAD = 200
"""Code points of the text that count as its lead."""


class Passage(NamedTuple):
    """A sentence or headline as it stands in its article, without outer white space; `start` in code points."""

    field: str
    start: int
    text: str

    @property
    def leads(self) -> bool:
        """It stands in the headline or the lead."""
        return self.field == "title" or self.start < LEAD


class Candidate(NamedTuple):
    """A passage of the article at `row` that may state a figure of harm, go on with one, or tell an account."""

    row: int
    passage: Passage
    harm: bool
    attack: bool
    carry: bool

    @property
    def place(self) -> tuple[int, bool, int]:
        """Row, headline before text, place in it: for sorting."""
        return self.row, self.passage.field == "text", self.passage.start


class Boilerplate(StrEnum):
    """The lists of boilerplate.toml."""

    END = "end"
    SERIES = "series"


@by_language
def _ends() -> list[str]:
    return list(words_by_key("boilerplate", Boilerplate)[Boilerplate.END])


@by_language
def _series() -> re.Pattern[str]:
    """What agencies put before a headline; its number counts nobody."""
    marks = any_of(words_by_key("boilerplate", Boilerplate)[Boilerplate.SERIES])
    return re.compile(rf"\s*(?:{marks}(?:[\s-]*\d+)?\s*[-–—:]\s*)*")


class Candidates:
    """The passages of a frame of articles that are worth reading, in two helpings.

    `row` counts the articles as they stand. Left out: a body line that repeats the headline, a sentence that was there
    before, and everything behind a line like 'Related articles'.
    """

    def __init__(self, articles: pl.DataFrame) -> None:
        frame = articles.select("title", "text").with_row_index("row")
        self._texts = frame["text"].to_list()
        self._titles = _headlines(frame)
        self._lines = _hits(frame)
        self._seen = {(row, fold(passage.text)) for row, passage in self._titles}
        self._told: list[tuple[int, Passage]] = []

    def first(self) -> list[Candidate]:
        """What states harm or goes on with it, and accounts in headline and lead; by article and place."""
        lines = self._lines
        titles = pl.Series([p.text for _, p in self._titles], dtype=pl.String)
        harmed = {*lines.filter("harm")["row"]}
        harmed.update(row for (row, _), harm in zip(self._titles, states_harm_in_headline(titles), strict=True) if harm)
        # A figure goes on with another only where the article has one.
        near = lines["harm"] | (lines["start"] < LEAD) | (lines["carry"] & lines["row"].is_in(list(harmed)))
        self._lines = lines.filter(~near)
        found = [*self._titles, *self._sentences(lines.filter(near))]
        texts = pl.Series([p.text for _, p in found], dtype=pl.String)
        title = len(titles)
        harm = [*states_harm_in_headline(texts[:title]), *states_harm(texts[title:])]
        told, carry = tells_account(texts), carries(texts)
        wanted = [h or c or (t and p.leads) for h, c, t, (_, p) in zip(harm, carry, told, found, strict=True)]
        self._told = [f for f, w, t in zip(found, wanted, told, strict=True) if t and not w]
        party = names_party(texts, told & pl.Series(wanted, dtype=pl.Boolean))
        return self._kept(Candidate(*f, h, a, c) for f, h, a, c in zip(found, harm, party, carry, strict=True))

    def further(self, rows: Collection[int]) -> list[Candidate]:
        """What else of these articles tells an account, once `first` was asked; by article and place."""
        told = [f for f in self._told if f[0] in rows]
        more = self._sentences(self._lines.filter(pl.col("row").is_in(list(rows))))
        texts = pl.Series([p.text for _, p in more], dtype=pl.String)
        found = sorted([*told, *(f for f, t in zip(more, tells_account(texts), strict=True) if t)])
        party = names_party(pl.Series([p.text for _, p in found], dtype=pl.String))
        return self._kept(Candidate(*f, False, a, False) for f, a in zip(found, party, strict=True))

    def _kept(self, found: Iterable[Candidate]) -> list[Candidate]:
        out = []
        for c in found:
            if not (c.harm or c.attack or c.carry):
                continue
            if c.passage.field == "text":
                key = (c.row, fold(c.passage.text))
                if key in self._seen:
                    continue
                self._seen.add(key)
            out.append(c)
        return sorted(out, key=lambda c: c.place)

    def _sentences(self, lines: pl.DataFrame) -> list[tuple[int, Passage]]:
        return [
            (row, Passage("text", start + a, self._texts[row][start + a : start + b]))
            for row, line, start in lines.select("row", "line", "start").iter_rows()
            for a, b in split(line)
        ]


def _headlines(frame: pl.DataFrame) -> list[tuple[int, Passage]]:
    out = []
    series = _series()
    for row, title, _ in frame.filter(pl.col("title").is_not_null()).iter_rows():
        start = series.match(title).end()  # type: ignore[union-attr]  # matches the empty string too
        headline = title[start : start + LONGEST].rstrip()
        if headline:
            out.append((row, Passage("title", start, headline)))
    return out


def _hits(frame: pl.DataFrame) -> pl.DataFrame:
    """The lines that hold a sign of anything: row, line, start, harm, carry; in the order of the text."""
    lines = (
        unwrapped(frame).select("row", line=pl.col("text").str.split("\n"))
        .explode("line", empty_as_null=False, keep_nulls=False)
        .with_columns(length=pl.col("line").str.len_chars() + 1)
        .with_columns(start=pl.col("length").cum_sum().over("row") - pl.col("length"))
    )  # fmt: skip
    short = lines.filter(pl.col("length") < SHORTEST_END)
    ends = short.filter(pl.col("line").str.strip_chars(" \t:").str.to_lowercase().is_in(_ends()))
    if not ends.is_empty():
        # In the menu above an article such a line ends nothing.
        began = lines.filter(pl.col("line").str.contains(CLOSED)).group_by("row").agg(began=pl.col("start").min())
        ends = ends.join(began, on="row").filter(pl.col("start") > pl.col("began"))
        first = ends.group_by("row").agg(end=pl.col("start").min())
        lines = lines.join(first, on="row", how="left", maintain_order="left")
        lines = lines.filter(pl.col("end").is_null() | (pl.col("start") < pl.col("end")))
    line = lines["line"]
    lines = lines.with_columns(harm=states_harm(line), attack=tells_attack(line), carry=carries(line))
    return lines.filter(pl.col("harm") | pl.col("attack") | pl.col("carry"))


def fold(text: str) -> str:
    """The text for comparing lines: lower case, single spaces, no closing point."""
    return " ".join(text.lower().split()).rstrip(" .")
