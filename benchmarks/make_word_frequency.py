"""Makes transforms/reference/word_frequency.parquet: in how many of a corpus' articles each word stands.

    python benchmarks/make_word_frequency.py ARTICLES.parquet

Counts only; no text is kept. Words in fewer than 5 articles are left out: a missing word is rare. The row with the
empty word holds the number of articles.
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
    lead.select(words_of("lead").list.unique().alias("word"))
    .explode("word")
    .group_by("word")
    .agg(df=pl.len().cast(pl.Int32))
    .filter(pl.col("df") >= 5)
    .sort("word")
)
total = pl.DataFrame({"word": [""], "df": [articles.height]}, schema=counts.schema)
pl.concat([total, counts]).write_parquet(FOLDER / "word_frequency.parquet", compression="zstd")
