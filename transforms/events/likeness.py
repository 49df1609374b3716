"""How alike two articles are in words, and how that stands to how alike they are to all others."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LikenessParams:
    """Articles count as alike from cosine `floor` on; of each the `most` likest are compared.

    A word in more than `common` articles links each to as many of them before and after it in time: the cost stays
    bounded, and of what goes on for weeks each day is linked to the days around it. `close` of the likest are the
    company that an article keeps; those from `near` to `far`, more than tell of one event as a rule, are the crowd
    around it. It is never taken to be thinner than `background`, since among a few articles nothing is known of it, nor
    thicker than `thick`, since of an event that hundreds tell of the crowd is the event.
    """

    common: int = 150
    floor: float = 0.05
    most: int = 60
    close: int = 30
    near: int = 10
    far: int = 30
    background: float = 0.1
    thick: float = 0.2


@dataclass(frozen=True, slots=True)
class Row:
    """The articles that one is alike to, likest first: their codes, and what they share with it.

    words: cosine; names: its part by names; figures: rarity of those that both have; heaviest: its largest single part.
    """

    others: Ints
    words: Floats
    names: Floats
    figures: Floats
    heaviest: Floats


def _sums(to: Ints, values: Floats, size: int) -> Floats:
    """The values that go to each place together."""
    found: Floats = np.bincount(to, values, minlength=size).astype(np.float64, copy=False)
    return found


class Likeness:
    """Rows are made when they are asked for, so that a few new articles among many cost little.

    `ids`: the articles in the order of their codes, which is that of time; `words`: as `weigh` gives them.
    """

    def __init__(self, ids: list[str], words: pl.DataFrame, params: LikenessParams | None = None) -> None:
        self.params = params or LikenessParams()
        self.ids = ids
        self.code = {name: k for k, name in enumerate(ids)}
        self.rows: dict[int, Row] = {}
        codes = pl.DataFrame({"article_id": ids, "code": np.arange(len(ids))})
        linking = (
            words.filter(pl.len().over("word") > 1)
            .join(codes, on="article_id")
            .with_columns(number=pl.col("word").rank("dense") - 1, figure=pl.col("word").str.contains(r"^\d"))
            .sort("word", "code")
        )
        self._word = linking["number"].to_numpy().astype(np.int64)
        self._doc = linking["code"].to_numpy().astype(np.int64)
        self._weight = linking["weight"].to_numpy()
        self._named = linking["named"].to_numpy()
        self._figure = np.where(linking["figure"].to_numpy(), linking["rarity"].to_numpy(), 0.0)
        self._start = np.searchsorted(self._word, np.arange(self._word.max(initial=-1) + 2))
        self._at = np.argsort(self._doc, kind="stable")
        self._first = np.searchsorted(self._doc[self._at], np.arange(len(ids) + 1))

    def row(self, a: int) -> Row:
        """The row of one article."""
        if a not in self.rows:
            self.rows[a] = self._row(a)
        return self.rows[a]

    def _row(self, a: int) -> Row:
        own = self._at[self._first[a] : self._first[a + 1]]
        # Within `common` places of its own in the list of the word's articles.
        start = np.maximum(self._start[self._word[own]], own - self.params.common)
        end = np.minimum(self._start[self._word[own] + 1], own + self.params.common + 1)
        length = end - start
        at = np.repeat(start - (np.cumsum(length) - length), length) + np.arange(length.sum())
        other = self._doc[at]
        part = np.repeat(self._weight[own], length) * self._weight[at]
        total = _sums(other, part, len(self.ids))
        total[a] = 0.0
        alike = np.flatnonzero(total >= self.params.floor)
        order = alike[np.lexsort((alike, -total[alike]))]
        place = np.full(len(self.ids), -1, dtype=np.int64)
        place[order] = np.arange(len(order))
        kept = place[other] >= 0
        at, to, part = at[kept], place[other[kept]], part[kept]
        heaviest = np.zeros(len(order))
        np.maximum.at(heaviest, to, part)
        names = _sums(to, np.where(self._named[at], part, 0.0), len(order))
        figures = _sums(to, self._figure[at], len(order))
        return Row(order, total[order], names, figures, heaviest)

    def pairs(self, of: Iterable[int], within: set[int] | None = None) -> pl.DataFrame:
        """Pairs a < b (codes) of articles among the likest of one of `of`, both in `within` if that is given: a, b,
        words, names, figures, heaviest, rank_low, rank_high (log of one more than how many are liker to a, or to b),
        contrast_low, contrast_high (log of the cosine over that of the crowd around a, or b: local scaling,
        Zelnik-Manor & Perona, 2004).
        """
        n = len(self.ids)
        left: list[Ints] = [np.zeros(0, np.int64)]
        right: list[Ints] = [np.zeros(0, np.int64)]
        for code in sorted(of):
            others = self.row(code).others[: self.params.most]
            left.append(np.full(len(others), code))
            right.append(others)
        one, two = np.concatenate(left), np.concatenate(right)
        key = np.unique(np.minimum(one, two) * n + np.maximum(one, two))
        a, b = key // n, key % n
        if within is not None:
            inside = np.zeros(n, dtype=bool)
            inside[list(within)] = True
            a, b = a[inside[a] & inside[b]], b[inside[a] & inside[b]]
        for code in np.unique(b).tolist():
            self.row(code)
        return self._told(a, b)

    def _told(self, a: Ints, b: Ints) -> pl.DataFrame:
        n = len(self.ids)
        known = np.unique(np.concatenate([a, b]))
        rows = [self.row(int(code)) for code in known]
        lengths = [len(row.others) for row in rows]
        others = np.concatenate([np.zeros(0, np.int64), *(row.others for row in rows)])
        keys = np.repeat(known, lengths) * n + others
        order = np.argsort(keys)
        rank = np.concatenate([np.zeros(0, np.int64), *(np.arange(length) for length in lengths)])
        forth = order[np.searchsorted(keys, a * n + b, sorter=order)] if len(a) else a
        back = order[np.searchsorted(keys, b * n + a, sorter=order)] if len(a) else a
        ranks = np.log1p(np.stack([rank[forth], rank[back]]))
        found = {
            name: np.concatenate([np.zeros(0), *(getattr(row, name) for row in rows)])[forth]
            for name in ("words", "names", "figures", "heaviest")
        }
        crowd = np.zeros(n)
        crowd[known] = [self._crowd(row) for row in rows]
        contrast = np.log(found["words"]) - np.stack([crowd[a], crowd[b]])
        return pl.DataFrame({
            "a": a, "b": b, **found,
            "rank_low": ranks.min(0), "rank_high": ranks.max(0),
            "contrast_low": contrast.min(0), "contrast_high": contrast.max(0),
        })  # fmt: skip

    def _crowd(self, row: Row) -> float:
        behind = row.words[self.params.near : self.params.far]
        mean = behind.sum() / (self.params.far - self.params.near)
        return float(np.log(min(self.params.thick, max(self.params.background, mean))))

    def company(self, a: Ints, b: Ints, step: int = 20_000) -> Floats:
        """Weighted Jaccard of the likest articles of a and of b, for each pair (Jarvis & Patrick, 1973)."""
        close, known = self.params.close, np.unique(np.concatenate([a, b]))
        who = np.full((len(self.ids), close), -1, dtype=np.int64)
        how = np.zeros((len(self.ids), close))
        for code in known.tolist():
            row = self.row(code)
            count = min(close, len(row.others))
            who[code, :count], how[code, :count] = row.others[:count], row.words[:count]
        parts = [np.zeros(0)]
        for k in range(0, len(a), step):
            x, y = a[k : k + step], b[k : k + step]
            mine = np.where(who[x] == y[:, None], 0.0, how[x])
            theirs = np.where(who[y] == x[:, None], 0.0, how[y])
            same = (who[x][:, :, None] == who[y][:, None, :]) & (who[x] >= 0)[:, :, None]
            both = (np.minimum(mine[:, :, None], theirs[:, None, :]) * same).sum((1, 2))
            either = mine.sum(1) + theirs.sum(1) - both
            parts.append(np.divide(both, either, out=np.zeros(len(x)), where=either > 0))
        return np.concatenate(parts)
