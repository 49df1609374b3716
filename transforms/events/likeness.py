"""Which articles share words enough to be compared, and how their words stand to each other and to all others'."""

from dataclasses import dataclass
from math import log, log1p

import polars as pl


@dataclass(frozen=True, slots=True)
class LikenessParams:
    """Pairs are kept from cosine `floor` on, the `most` likest of each article.

    A word in more than `common` articles links none: it would cost most and say least. `close` of the likest stand
    for the company that an article keeps; those behind the first `far` and within `close` for the crowd around it, which
    is never taken to be thinner than `background`: among a few articles nothing is known of it.
    """

    common: int = 400
    floor: float = 0.05
    most: int = 60
    far: int = 10
    close: int = 30
    background: float = 0.1
    rows: int = 4_000_000
    """Rows of one step, which bound the memory."""


def likeness(articles: pl.DataFrame, words: pl.DataFrame, params: LikenessParams | None = None) -> pl.DataFrame:
    """Pairs a < b (article_id) with words (cosine), names (its part by names), figures (rarity of those that
    both have), heaviest (the largest single part of the cosine), rank_low, rank_high (log of one more than how many are liker to a, or to b), company
    (weighted Jaccard of their likest articles: Jarvis & Patrick, 1973), contrast_low, contrast_high (log of the cosine
    over that of the crowd around a, or b: local scaling, Zelnik-Manor & Perona, 2004).

    `articles`: article_id, all of them; `words`: as `weigh` gives them.
    """
    params = params or LikenessParams()
    ids = articles["article_id"].unique().sort()
    found = pl.concat([*_steps(words, ids, params)])
    both = pl.concat([found.select("a", "b", "words"), found.select(a="b", b="a", words="words")])
    ranked = (
        both.sort("a", "words", "b", descending=[False, True, False])
        .with_columns(rank=pl.int_range(pl.len()).over("a"))
        .filter(pl.col("rank") < params.most)
    )
    kept = ranked.select(pl.min_horizontal("a", "b").alias("a"), pl.max_horizontal("a", "b").alias("b")).unique()
    with_context = _context(found.join(kept, on=["a", "b"]).sort("a", "b"), both, params)
    names = pl.DataFrame({"code": pl.arange(len(ids), eager=True, dtype=pl.UInt32), "name": ids})
    return (
        with_context.join(names.rename({"code": "a", "name": "name_a"}), on="a", maintain_order="left")
        .join(names.rename({"code": "b", "name": "name_b"}), on="b", maintain_order="left")
        .drop("a", "b")
        .rename({"name_a": "a", "name_b": "b"})
    )


def _steps(words: pl.DataFrame, ids: pl.Series, params: LikenessParams) -> list[pl.DataFrame]:
    """Pairs of codes (positions in `ids`) whose cosine is not below the floor, in steps of bounded size."""
    codes = pl.DataFrame({"article_id": ids, "code": pl.arange(len(ids), eager=True, dtype=pl.UInt32)})
    coded = words.join(codes, on="article_id").select(
        "code",
        "rarity",
        "named",
        pl.col("weight").cast(pl.Float64),
        word=pl.col("word").rank("dense").cast(pl.UInt32),
        figure=pl.col("word").str.contains(r"^\d"),
    )
    linking = coded.filter(pl.len().over("word").is_between(2, params.common)).sort("code", "word")
    cost = linking.with_columns(rows=pl.len().over("word")).group_by("code").agg(pl.col("rows").sum()).sort("code")
    steps = cost.with_columns(step=pl.col("rows").cum_sum() // params.rows).group_by("step").agg("code")
    right = linking.rename({"code": "b", "weight": "weight_b"}).drop("rarity", "named", "figure")
    made = [
        linking.filter(pl.col("code").is_in(step.implode()))
        .rename({"code": "a"})
        .join(right, on="word")
        .filter(pl.col("a") < pl.col("b"))
        .with_columns(part=pl.col("weight") * pl.col("weight_b"))
        .sort("a", "b", "word")
        .group_by("a", "b", maintain_order=True)
        .agg(
            words=pl.col("part").sum(),
            names=pl.col("part").filter("named").sum(),
            figures=pl.col("rarity").filter("figure").sum(),
            heaviest=pl.col("part").max(),
        )
        .filter(pl.col("words") >= params.floor)
        for step in steps.sort("step")["code"]
    ]
    empty = {"a": pl.UInt32, "b": pl.UInt32} | dict.fromkeys(("words", "names", "figures", "heaviest"), pl.Float64)
    return made or [pl.DataFrame(schema=empty)]


def _context(found: pl.DataFrame, both: pl.DataFrame, params: LikenessParams) -> pl.DataFrame:
    """How the likeness of each pair stands to that of each of the two with all others."""
    near: dict[int, dict[int, float]] = {}
    for a, b, alike in both.iter_rows():
        near.setdefault(a, {})[b] = alike
    rank: dict[int, dict[int, int]] = {}
    crowd: dict[int, float] = {}
    company: dict[int, dict[int, float]] = {}
    weight: dict[int, float] = {}
    for a, others in near.items():
        order = sorted(others, key=lambda b: (-others[b], b))
        rank[a] = {b: k for k, b in enumerate(order)}
        behind = order[params.far : params.close]
        crowd[a] = log(max(params.background, sum(others[b] for b in behind) / (params.close - params.far)))
        company[a] = {b: others[b] for b in order[: params.close]}
        weight[a] = sum(company[a].values())
    rows = []
    for a, b, alike in found.select("a", "b", "words").iter_rows():
        ranks = rank[a][b], rank[b][a]
        small, large = sorted((company[a], company[b]), key=len)
        both_near = sum(min(w, large[c]) for c, w in small.items() if c in large)
        either = weight[a] - company[a].get(b, 0.0) + weight[b] - company[b].get(a, 0.0) - both_near
        contrast = log(alike) - crowd[a], log(alike) - crowd[b]
        rows.append((
            log1p(min(ranks)), log1p(max(ranks)), both_near / either if either > 0 else 0.0, min(contrast), max(contrast)
        ))  # fmt: skip
    names = ("rank_low", "rank_high", "company", "contrast_low", "contrast_high")
    return pl.concat(
        [found, pl.DataFrame(rows, schema=dict.fromkeys(names, pl.Float64), orient="row")], how="horizontal"
    )
