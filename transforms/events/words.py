"""An article as a weighted bag of words: what of its headline and lead is rare in news."""

from dataclasses import dataclass
from functools import cache
from math import log

import polars as pl

from transforms.events.forms import forms
from transforms.reference import FOLDER


@dataclass(frozen=True, slots=True)
class WordParams:
    """The first `lead` code points of the body are read; a headline's word counts `title_weight` times.

    Of each article the `top` heaviest words are kept. A word is a name where at least `named` of its uses inside
    sentences have a capital; one that the background does not know, where it has one in the article.
    """

    lead: int = 1500
    title_weight: float = 2.0
    top: int = 60
    named: float = 0.6


@cache
def document_frequencies() -> tuple[pl.DataFrame, int]:
    """(word, df, capital) and the number of news articles they were counted on; a word that is missing is rare.

    `capital` is the share of uses inside sentences that have a capital, null where it was seen too seldom. A fixed
    background, not the batch at hand: the weight of a word does not depend on what else arrives.
    """
    table = pl.read_parquet(FOLDER / "word_frequency.parquet")
    total = int(table.filter(pl.col("word") == "")["df"].item())
    return table.filter(pl.col("word") != ""), total


@cache
def _known() -> dict[str, int]:
    return dict(document_frequencies()[0].select("word", "df").iter_rows())


@cache
def _background() -> pl.DataFrame:
    """word, df, capital by form: of its words the counts together, and how the most frequent is written."""
    table, total = document_frequencies()
    return (
        _in_form(table)
        .sort("df", "word", descending=[True, False])
        .group_by("word", maintain_order=True)
        .agg(pl.col("df").sum().clip(upper_bound=total), pl.col("capital").first())
    )


def _in_form(words: pl.DataFrame) -> pl.DataFrame:
    """The frame with `word` in its form."""
    found = forms(words["word"].unique().to_list(), _known())
    other = pl.DataFrame(list(found.items()), schema={"word": pl.String, "form": pl.String}, orient="row")
    return (
        words.join(other, on="word", how="left", maintain_order="left")
        .with_columns(word=pl.coalesce("form", "word"))
        .drop("form")
    )


def words_of(column: str) -> pl.Expr:
    """The words of a text column, as written, as a list."""
    return pl.col(column).fill_null("").str.extract_all(r"[\p{L}\p{N}]+(?:[.,]\d+)*")


def weigh(articles: pl.DataFrame, params: WordParams | None = None) -> pl.DataFrame:
    """article_id, word, weight, rarity, named: TF-IDF (Spärck Jones, 1972), logarithmic tf, each article of length 1.

    `articles`: article_id, title, text. `rarity` is the logarithm of how many articles there are to one with the word.
    """
    params = params or WordParams()
    total = document_frequencies()[1]
    lead = articles.select("article_id", "title", pl.col("text").str.slice(0, params.lead).alias("lead"))
    counted = (
        pl.concat(
            [
                lead.select("article_id", words_of("title").alias("written"), pl.lit(params.title_weight).alias("n")),
                lead.select("article_id", words_of("lead").alias("written"), pl.lit(1.0).alias("n")),
            ]
        )
        .explode("written")
        .drop_nulls("written")
        .filter(pl.col("written").str.len_chars() > 1)
        .with_columns(word=pl.col("written").str.to_lowercase())
    )
    seen_capital = pl.col("written").ne(pl.col("written").str.to_lowercase()).any()
    weighed = (
        _in_form(counted)
        .group_by("article_id", "word")
        .agg(pl.col("n").sum(), written_large=seen_capital)
        .join(_background(), on="word", how="left")
        .with_columns(rarity=log(total) - (pl.col("df").fill_null(1) + 1).log())
        .filter(pl.col("rarity") > 0)
        .with_columns(
            weight=(1 + pl.col("n").log()) * pl.col("rarity"),
            named=(pl.col("capital") >= params.named).fill_null(pl.col("written_large")),
        )
        .sort("article_id", "word")  # of words that weigh the same, the same ones are kept whatever order they came in
    )
    return (
        weighed.filter(pl.col("weight").rank("ordinal", descending=True).over("article_id") <= params.top)
        .with_columns(weight=pl.col("weight") / pl.col("weight").pow(2).sum().sqrt().over("article_id"))
        .select("article_id", "word", "weight", "rarity", "named")
    )
