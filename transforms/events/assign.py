"""New articles join an event or open one.

Method: single-pass clustering as in topic detection and tracking (Allan, Papka & Lavrenko, SIGIR 1998), with the mean
likeness to the nearest members of an event in place of its centroid, so that a long-running event does not blur.
"""

from collections import defaultdict
from dataclasses import dataclass

import polars as pl

from expectations.contracts.catalogue import BY_NAME
from transforms.events.likeness import LikenessParams, likeness
from transforms.events.words import WordParams, weigh
from transforms.ids import stable_id

MEMBERSHIPS = BY_NAME["event_articles"]


@dataclass(frozen=True, slots=True)
class AssignParams:
    """An article joins the event to whose `nearest` members it is most alike, from `threshold` on."""

    threshold: float = 0.16
    nearest: int = 3


def _nearest_event(
    edges: list[tuple[float, str]], event_of: dict[str, str], size: dict[str, int], params: AssignParams
) -> tuple[str, str] | None:
    """(event, its most alike member), or None where no event is near enough."""
    by_event: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for alike, other in edges:
        if other in event_of:
            by_event[event_of[other]].append((alike, other))
    best: tuple[float, str, str] | None = None
    for event, near in by_event.items():
        near.sort(key=lambda edge: (-edge[0], edge[1]))
        mean = sum(alike for alike, _ in near[: params.nearest]) / min(params.nearest, size[event])
        if mean >= params.threshold and (best is None or (mean, event) > best[:2]):
            best = (mean, event, near[0][1])
    return (best[1], best[2]) if best else None


def _joined_later(
    opened: dict[str, list[str]],
    edges: dict[str, list[tuple[float, str]]],
    event_of: dict[str, str],
    size: dict[str, int],
    params: AssignParams,
) -> dict[str, str]:
    """Newly opened events of one article that fit another event, now that it has grown: article → likest member there.

    What came first may have opened an event that the next articles, nearer to each other, passed by.
    """
    moved: dict[str, str] = {}
    for event, members in opened.items():
        if size[event] != 1:
            continue
        article = members[0]
        del event_of[article]
        near = _nearest_event(edges[article], event_of, size, params)
        if near is None:
            event_of[article] = event
            continue
        event_of[article], moved[article] = near
        size[event], size[near[0]] = 0, size[near[0]] + 1
    return moved


def _reasons(joined: pl.DataFrame, articles: pl.DataFrame, words: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """The heaviest words shared with the most alike member, and the days between them."""
    shared = (
        joined.join(words, on="article_id")
        .join(words, left_on=["member", "word"], right_on=["article_id", "word"], suffix="_b")
        .with_columns(together=pl.col("weight") * pl.col("weight_b"))
        .sort("article_id", "together", "word", descending=[False, True, False])
        .group_by("article_id", maintain_order=True)
        .agg(pl.col("word").head(3))
    )
    told = (
        joined.join(shared, on="article_id", how="left")
        .join(articles.select(pl.col("article_id").alias("member"), pl.col("outlet")), on="member", how="left")
        .join(
            pairs.select(pl.col("a").alias("article_id"), pl.col("b").alias("member"), "gap"),
            on=["article_id", "member"],
            how="left",
        )
    )  # fmt: skip
    likest = pl.format("like article {} of {}", "member", "outlet")
    return told.select(
        "event_id",
        "article_id",
        reasons=pl.concat_list(
            pl.when(pl.col("member").is_null()).then(pl.lit("opened the event")).otherwise(likest),
            pl.when(pl.col("word").list.len() > 0).then(pl.format("both say {}", pl.col("word").list.join(", "))),
            pl.when(pl.col("gap").is_not_null()).then(
                pl.format("published {} days apart", pl.col("gap").round(1))
            ),
        ).list.drop_nulls(),
    )  # fmt: skip


def assign(
    articles: pl.DataFrame,
    held: pl.DataFrame,
    params: AssignParams | None = None,
    word_params: WordParams | None = None,
    likeness_params: LikenessParams | None = None,
) -> pl.DataFrame:
    """The event of each article that has none yet: event_id, article_id, reasons (strongest first).

    `articles`: article_id, outlet, title, text, published_at, all of them; `held`: event_id, article_id of those that
    have an event, which they keep. New articles are taken by publication time, then id, so that the order in which
    they stand in the input does not matter.
    """
    params = params or AssignParams()
    new = articles.join(held, on="article_id", how="anti").sort("published_at", "article_id", nulls_last=True)
    if new.is_empty():
        return MEMBERSHIPS.empty()
    words = weigh(articles, word_params)
    pairs = likeness(articles, words, new["article_id"], likeness_params)
    edges: dict[str, list[tuple[float, str]]] = defaultdict(list)
    strong = pairs.filter(pl.col("likeness") >= params.threshold / params.nearest)
    for a, b, alike in strong.select("a", "b", "likeness").iter_rows():
        edges[a].append((alike, b))

    event_of: dict[str, str] = dict(held.select("article_id", "event_id").iter_rows())
    size: dict[str, int] = dict(held["event_id"].value_counts().iter_rows())
    member_of: dict[str, str | None] = {}
    opened: dict[str, list[str]] = {}
    for article in new["article_id"]:
        near = _nearest_event(edges[article], event_of, size, params)
        event, member_of[article] = near or (stable_id("e", article), None)
        if near is None:
            opened[event] = [article]
        event_of[article] = event
        size[event] = size.get(event, 0) + 1
    member_of |= _joined_later(opened, edges, event_of, size, params)
    rows = [(event_of[article], article, member_of[article]) for article in new["article_id"]]
    joined = pl.DataFrame(
        rows, schema={"event_id": pl.String, "article_id": pl.String, "member": pl.String}, orient="row"
    )
    return MEMBERSHIPS.conform(_reasons(joined, articles, words, pairs)).sort("event_id", "article_id")
