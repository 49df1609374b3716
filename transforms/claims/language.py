"""Which articles are read: those in English."""

import polars as pl

LETTERS = r"\p{L}"
OTHER_LETTERS = r"[\p{L}--[A-Za-z]]"
FUNCTION_WORDS = (
    r"(?-u:\b)(?i:the|of|and|in|to|was|were|for|on|at|from|after|said|with|by|as|is|a|dead|killed|kills)(?-u:\b)"
)


def english(articles: pl.DataFrame) -> pl.DataFrame:
    """The articles in English: by their tag; without one, by Latin letters and English function words."""
    sample = pl.concat_str([pl.col("title").fill_null(""), pl.col("text").str.slice(0, 2000)], separator="\n")
    tagged = pl.col("language").str.to_lowercase().str.contains(r"^en(?:-|_|$)")
    untagged = pl.col("language").is_null() | (pl.col("language").str.strip_chars() == "")
    rows = articles.select(sample=sample, tagged=tagged.fill_null(False), untagged=untagged).with_row_index("row")
    rows = rows.filter(pl.col("tagged") | pl.col("untagged")).with_columns(
        others=pl.col("sample").str.count_matches(OTHER_LETTERS)
    )
    # Counting is dear, and most articles have a tag and few other letters: only the rest is looked at closely.
    doubtful = rows.filter((pl.col("others") > 0) | pl.col("untagged"))
    letters = pl.col("sample").str.count_matches(LETTERS)
    latin = letters - pl.col("others") >= letters * 0.8
    counted = pl.col("sample").str.count_matches(r"\S+")
    words = pl.col("sample").str.count_matches(FUNCTION_WORDS) >= counted * 0.1
    foreign = [*doubtful.filter(~latin)["row"], *doubtful.filter("untagged").filter(~words)["row"]]
    return articles[rows.filter(~pl.col("row").is_in(foreign))["row"]]
