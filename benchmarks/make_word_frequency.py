"""Makes transforms/reference/word_frequency.parquet: in how many of a corpus' articles each word stands, and how often
with a capital.

    python -m benchmarks.make_word_frequency ARTICLES.parquet

Counts only; no text is kept. Words in fewer than 5 articles are left out: a missing word is rare. The row with the
empty word holds the number of articles. `capital` is the share of a word's uses behind another word or a comma that
begin with a capital, null below 3 uses.
"""

import sys

import polars as pl

from transforms.events.words import WordParams, words_of
from transforms.reference import FOLDER

articles = pl.read_parquet(sys.argv[1])
lead = articles.select(
    pl.concat_str(
        pl.col("title").fill_null(""), pl.col("text").fill_null("").str.slice(0, WordParams().lead), separator=" "
    ).alias("lead")
)
counts = (
    lead.select(words_of("lead").list.eval(pl.element().str.to_lowercase()).list.unique().alias("word"))
    .explode("word")
    .group_by("word")
    .agg(df=pl.len().cast(pl.Int32))
    .filter(pl.col("df") >= 5)
    .sort("word")
)
# A match takes the letter before the word with it: of a row of names every other one is seen, which is a share too.
inside = (
    lead.select(pl.col("lead").str.extract_all(r"[\p{L}\p{N},] \p{L}[\p{L}\p{N}]+").alias("use"))
    .explode("use")
    .select(written=pl.col("use").str.slice(2))
    .drop_nulls()
    .with_columns(word=pl.col("written").str.to_lowercase())
    .group_by("word")
    .agg(capital=pl.col("written").ne(pl.col("word")).mean().cast(pl.Float32), uses=pl.len())
    .filter(pl.col("uses") >= 3)
    .drop("uses")
)
counts = counts.join(inside, on="word", how="left").sort("word")
total = pl.DataFrame({"word": [""], "df": [articles.height], "capital": [None]}, schema=counts.schema)
pl.concat([total, counts]).write_parquet(FOLDER / "word_frequency.parquet", compression="zstd")
