"""Articles to links: how likely each pair tells of one event."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log

import numpy as np
import polars as pl

from transforms.events.boilerplate import BoilerplateParams, without_boilerplate
from transforms.events.evidence import Feature, of_facts, of_words, score, weights
from transforms.events.fact_table import FactTable
from transforms.events.facts import FactParams, Facts, facts
from transforms.events.likeness import Floats, Likeness, LikenessParams
from transforms.events.words import WordParams, weigh
from transforms.ids import stable_id

Link = tuple[str, str, float]


@dataclass(frozen=True, slots=True)
class CompareParams:
    """An article without a date, or of fewer than `enough` words of weight, says too little to stand by itself.

    Texts are read for facts only where those could lift a pair to a likelihood above `floor`: `hope` is the most that
    they are taken to add to the log-odds.
    """

    enough: int = 50
    hope: float = 2.0
    floor: float = 0.02


class Coverage:
    """Articles as they are compared.

    `articles`: article_id, outlet, title, text, published_at, all of them. Codes are positions in `ids`.
    """

    def __init__(
        self, articles: pl.DataFrame, words: WordParams | None = None, alike: LikenessParams | None = None
    ) -> None:
        self.params = CompareParams()
        # Among articles of one time the order must say nothing (ids often run on), and be the same in every batch.
        told = articles.with_columns(order=pl.Series([stable_id("o", name) for name in articles["article_id"]]))
        self.own = without_boilerplate(told, BoilerplateParams()).sort("published_at", "order", nulls_last=True)
        self.ids: list[str] = self.own["article_id"].to_list()
        self.words = weigh(self.own, words)
        self.like = Likeness(self.ids, self.words, alike)
        count = self.own.select("article_id").join(
            self.words.group_by("article_id").len(), on="article_id", how="left", maintain_order="left"
        )
        self.n_words = count["len"].fill_null(0).to_numpy().astype(np.int64)
        self.day = (self.own["published_at"].dt.timestamp("ms") // 86_400_000).cast(pl.Float64).to_numpy()
        self.outlet = self.own["outlet"].rank("dense").to_numpy().astype(np.int64)
        poor = np.isnan(self.day) | (self.n_words < self.params.enough)
        self.poor = {self.ids[code] for code in np.flatnonzero(poor)}
        self.known: dict[int, Facts] = {}

    def codes(self, names: Iterable[str]) -> set[int]:
        """The codes of these articles."""
        return {self.like.code[name] for name in names}

    def facts(self, codes: Iterable[int]) -> dict[int, Facts]:
        """What these articles say of when, where and to whom; read once."""
        missing = sorted(set(codes) - self.known.keys())
        rows = self.own[missing].select("title", "text", "published_at").iter_rows()
        self.known |= {
            code: facts(title, text, published, FactParams())
            for code, (title, text, published) in zip(missing, rows, strict=True)
        }
        return self.known

    def compare(self, pairs: pl.DataFrame, hope: float | None = None) -> tuple[pl.DataFrame, dict[str, Floats]]:
        """Pairs that have hope (all of them where it is None), and their features."""
        a, b = pairs["a"].to_numpy(), pairs["b"].to_numpy()
        found = of_words(pairs, self.n_words, self.day, self.outlet)
        found[Feature.COMPANY] = self.like.company(a, b)
        if hope is not None:
            least = log(self.params.floor / (1 - self.params.floor)) - weights()["bias"] - hope
            kept = score(found, pairs.height) >= least
            pairs, found = pairs.filter(pl.Series(kept)), {name: values[kept] for name, values in found.items()}
            a, b = a[kept], b[kept]
        table = FactTable(self.facts(np.unique(np.concatenate([a, b])).tolist()), len(self.ids))
        return pairs, found | of_facts(a, b, table)

    def links(self, pairs: pl.DataFrame) -> list[Link]:
        """a, b (article_id), likelihood of the pairs from the floor on."""
        kept, found = self.compare(pairs, self.params.hope)
        odds = weights()["bias"] + score(found, kept.height)
        likely = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
        return [
            (self.ids[a], self.ids[b], float(p))
            for a, b, p in zip(kept["a"], kept["b"], likely, strict=True)
            if p >= self.params.floor
        ]
