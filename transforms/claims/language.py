"""Which articles are read in which language: any that has a folder in the lexicon."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from transforms.claims.lexicon import any_word, by_language, in_language, languages, words_by_key

LETTERS = r"\p{L}"
TAG = r"^([a-z]+)(?:[-_]|$)"


class LanguageWord(StrEnum):
    """The lists of language.toml."""

    LETTERS = "letters"
    WORDS = "words"


@dataclass(frozen=True)
class Params:
    """`letters`: the least share of an alphabet's letters, `words`: of a language's most frequent words, to be in it.

    `sample`: so many code points of a text are looked at.
    """

    letters: float = 0.8
    words: float = 0.1
    sample: int = 2000


@by_language
def _patterns() -> tuple[str, str]:
    """Letters of other alphabets, and the frequent words."""
    lists = words_by_key("language", LanguageWord)
    letters = "".join(lists[LanguageWord.LETTERS])
    others = rf"[\p{{L}}--[{letters}]]" if letters else LETTERS
    return others, any_word(lists[LanguageWord.WORDS])


def parted(articles: pl.DataFrame, params: Params = Params()) -> Iterator[tuple[str, pl.DataFrame]]:
    """(language, its articles), in their order, for each language that can be read; the others are left out.

    By the tag, unless the letters are another alphabet's; without a tag by letters and frequent words: of two languages
    the one with more of them.
    """
    sample = pl.concat_str([pl.col("title").fill_null(""), pl.col("text").str.slice(0, params.sample)], separator="\n")
    tag = pl.col("language").str.strip_chars().str.to_lowercase()
    rows = articles.select(sample=sample, tag=tag.str.extract(TAG), untagged=tag.fill_null("") == "")
    rows = rows.with_row_index("row")
    untagged = rows.filter("untagged")
    found = _guessed(untagged, params) if untagged.height else {}
    for language in languages():
        tagged = rows.filter(pl.col("tag") == language)
        with in_language(language):
            kept = tagged.filter(~_foreign(tagged, params))["row"].to_list()
        kept += [row for row, guess in found.items() if guess == language]
        if kept:
            yield language, articles[sorted(kept)]


def _foreign(rows: pl.DataFrame, params: Params) -> pl.Series:
    """Where too many letters are of another alphabet than that of the language that is read."""
    # Counting is dear, and most texts have few other letters: only the rest is counted in full.
    others = rows["sample"].str.count_matches(_patterns()[0])
    doubtful = (others > 0).arg_true()
    letters = rows["sample"].gather(doubtful).str.count_matches(LETTERS)
    own = letters - others.gather(doubtful)
    return (others > 0).scatter(doubtful, own < letters * params.letters)


def _guessed(rows: pl.DataFrame, params: Params) -> dict[int, str]:
    """Row → the language whose frequent words make up most of it; rows that are in none are missing."""
    counted = rows["sample"].str.count_matches(r"\S+")
    best: dict[int, tuple[float, str]] = {}
    for language in languages():
        with in_language(language):
            fits = ~_foreign(rows, params)
            share = rows["sample"].str.count_matches(_patterns()[1]) / counted.clip(1)
        for row, fit, found in zip(rows["row"], fits, share, strict=True):
            if fit and found >= params.words and found > best.get(row, (0.0, ""))[0]:
                best[row] = (found, language)
    return {row: language for row, (_, language) in best.items()}
