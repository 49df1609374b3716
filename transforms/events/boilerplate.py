"""What an outlet prints around its articles (subscription notes, station names) says nothing of the event."""

from dataclasses import dataclass

import polars as pl

ENDS = r"([.!?])\s+"
JOINT = r"\s[-|–—]\s"


@dataclass(frozen=True, slots=True)
class BoilerplateParams:
    """A sentence, or a part of a headline between dashes, that stands in `repeated` articles of an outlet is its own.

    Only the first `lead` code points of a body are looked at and kept.
    """

    repeated: int = 3
    lead: int = 3000


def without_boilerplate(articles: pl.DataFrame, params: BoilerplateParams | None = None) -> pl.DataFrame:
    """The articles with title and the head of text as the outlet wrote them for this article alone.

    `articles`: article_id, outlet, title, text and more; a title that is nothing but the outlet's becomes empty. What
    is left of a text starts each sentence on a line of its own.
    """
    params = params or BoilerplateParams()
    text = pl.col("text").fill_null("").str.slice(0, params.lead).str.replace_all(ENDS, "$1\n").str.split("\n")
    title = pl.col("title").fill_null("").str.replace_all(JOINT, "\n").str.split("\n")
    return (
        articles.drop("title", "text")
        .join(_own(articles.select("article_id", "outlet", part=title), params, " - "), on="article_id", how="left")
        .rename({"part": "title"})
        .join(_own(articles.select("article_id", "outlet", part=text), params, "\n"), on="article_id", how="left")
        .rename({"part": "text"})
        .with_columns(pl.col("title", "text").fill_null(""))
    )


def _own(parts: pl.DataFrame, params: BoilerplateParams, joint: str) -> pl.DataFrame:
    """article_id, part: the parts that the outlet does not repeat, in their order, joined again."""
    each = parts.explode("part").with_columns(pl.col("part").str.strip_chars()).filter(pl.col("part") != "")
    often = (
        each.unique(["outlet", "article_id", "part"])
        .group_by("outlet", "part")
        .len()
        .filter(pl.col("len") >= params.repeated)
    )
    return (
        each.join(often, on=["outlet", "part"], how="anti", maintain_order="left")
        .group_by("article_id", maintain_order=True)
        .agg(pl.col("part").str.join(joint))
    )
