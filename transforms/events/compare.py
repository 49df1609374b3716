"""Articles to links: their words, what they say of when and where, and how likely each pair tells of one event."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import polars as pl

from transforms.events.boilerplate import BoilerplateParams, without_boilerplate
from transforms.events.evidence import features, likelihood
from transforms.events.facts import FactParams, Facts, facts
from transforms.events.likeness import LikenessParams, likeness
from transforms.events.words import WordParams, weigh

Pair = tuple[str, str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class CompareParams:
    """An article without a date, or of fewer than `enough` words of weight, says too little to stand by itself."""

    enough: int = 50


@dataclass
class Coverage:
    """Articles as they are compared. `words` as `weigh` gives them, `pairs` as `likeness` does."""

    own: pl.DataFrame
    words: pl.DataFrame
    pairs: pl.DataFrame
    poor: set[str]
    n_words: Mapping[str, int]
    known: dict[str, Facts] = field(default_factory=dict)

    def learn(self, ids: Iterable[str]) -> None:
        """Reads the facts of these articles, unless they are known."""
        missing = sorted(set(ids) - self.known.keys())
        rows = self.own.filter(pl.col("article_id").is_in(missing))
        params = FactParams()
        published: datetime | None
        for name, outlet, title, text, published in rows.select(
            "article_id", "outlet", "title", "text", "published_at"
        ).iter_rows():
            self.known[name] = facts(title, text, published, outlet, self.n_words.get(name, 0), params)

    def compare(self, pairs: pl.DataFrame) -> Iterator[Pair]:
        """a, b and the features of each of these pairs."""
        self.learn(pl.concat([pairs["a"], pairs["b"]]).unique())
        for row in pairs.iter_rows(named=True):
            yield row["a"], row["b"], features(row, self.known[row["a"]], self.known[row["b"]])

    def links(self, pairs: pl.DataFrame, floor: float) -> list[tuple[str, str, float]]:
        """a, b, likelihood of those of these pairs that are not below the floor."""
        return [(a, b, p) for a, b, found in self.compare(pairs) if (p := likelihood(found)) >= floor]


def coverage(articles: pl.DataFrame, words: WordParams | None = None, alike: LikenessParams | None = None) -> Coverage:
    """`articles`: article_id, outlet, title, text, published_at, all of them."""
    own = without_boilerplate(articles, BoilerplateParams())
    weighed = weigh(own, words)
    count = dict(weighed.group_by("article_id").len().iter_rows())
    enough = CompareParams().enough
    poor = {
        name
        for name, published in articles.select("article_id", "published_at").iter_rows()
        if published is None or count.get(name, 0) < enough
    }
    return Coverage(own, weighed, likeness(articles, weighed, alike), poor, count)


def compared(articles: pl.DataFrame) -> tuple[list[Pair], set[str]]:
    """Every pair with its features, and the articles that say too little: what weights are fitted on."""
    whole = coverage(articles)
    return list(whole.compare(whole.pairs)), whole.poor
