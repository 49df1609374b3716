"""A language is a folder: its articles are read beside English ones, those of a language without a folder are not."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import polars as pl
import pytest

from transforms.claims.extract import extract_claims
from transforms.claims.lexicon import WordSet, by_language, in_language, languages, words_by_key
from transforms.claims.sentences import split

TEXT = "Almenaŭ naŭ homoj mortis en Kyiv, diris la urbestro. Rusio atakis la malsanulejon."
ENGLISH = "At least nine people were killed, the mayor said."
GERMAN = "Mindestens neun Menschen wurden getötet, sagte der Bürgermeister. Zwölf wurden verletzt."


def told(claims: pl.DataFrame) -> list[tuple[Any, ...]]:
    columns = ("kind", "value_text", "low", "high", "hedge", "value_class", "population", "scope", "attributed_to")
    return claims.select(columns).rows()


@pytest.mark.parametrize("language", ["eo", "eo-PL", "EO", None])
def test_a_toll_a_source_a_target_and_a_doer(article: Any, second_language: str, language: str | None) -> None:
    found = extract_claims(article(TEXT, language=language))
    toll = ("killed", "naŭ", 9, None, "at_least", None, None, "Kyiv", "la urbestro")
    assert told(found.claims)[0] == toll
    accounts = [(row[0], row[1], row[5]) for row in told(found.claims)[1:]]
    assert accounts == [("perpetrator", "Rusio", "russia"), ("target", "la malsanulejon", "hospital")]
    assert found.claims["quote"].to_list() == [TEXT[:52], TEXT[53:], TEXT[53:]]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Ĉirkaŭ dek homoj mortis.", [(9, 11)]),
        ("Naŭ homoj mortis kaj 12 estis vunditaj.", [(9, 9), (12, 12)]),
        ("Morgaŭ estos pli varme.", []),
        ("La urbestro diris ion.", []),
    ],
)
def test_numbers_and_hedges(article: Any, second_language: str, text: str, bounds: list[tuple[int, int]]) -> None:
    assert extract_claims(article(text, language=second_language)).claims.select("low", "high").rows() == bounds


@pytest.mark.parametrize("text", ["Мер говорив. Його почули.", "Ο δήμαρχος μίλησε. Έφυγε.", "Il a parlé. Évidemment."])
def test_a_sentence_begins_with_a_capital_of_any_alphabet(text: str) -> None:
    assert [text[a:b] for a, b in split(text)] == [f"{part.strip('.')}." for part in text.split(". ")]


def test_languages_come_mixed(article: Any, second_language: str) -> None:
    parts = {
        "a3": article(ENGLISH, key="a3"),
        "a1": article(TEXT, language=second_language, key="a1"),
        "a4": article(GERMAN, language="de", key="a4"),
        "a2": article(ENGLISH, language=None, key="a2"),
        "a5": article(GERMAN, language=None, key="a5"),
    }
    found = extract_claims(pl.concat(parts.values()))
    alone = [extract_claims(parts[key]) for key in sorted(parts)]
    assert found.claims.equals(pl.concat([x.claims for x in alone]))
    assert found.residue.equals(pl.concat([x.residue for x in alone]))
    assert found.claims["article_id"].unique(maintain_order=True).to_list() == ["a1", "a2", "a3"]


def test_one_language_is_not_read_as_another(article: Any, second_language: str) -> None:
    assert extract_claims(article(TEXT, language="en")).claims.is_empty()
    assert extract_claims(article(ENGLISH, language=second_language)).claims.is_empty()


def test_lists_are_kept_for_each_language(second_language: str) -> None:
    saying = WordSet(lambda: words_by_key("function_words", KEYS)["saying"])
    determiners = by_language(lambda: words_by_key("function_words", KEYS)["determiner"])
    joined = saying | frozenset({"wrote"})

    def of(language: str) -> tuple[bool, bool, tuple[str, ...]]:
        with in_language(language):
            return "said" in saying, {"said", "wrote"} <= joined(), determiners()

    with ThreadPoolExecutor(2) as threads:
        answers = list(threads.map(of, ["en", second_language] * 8))
    assert {answer[:2] for answer in answers[::2]} == {(True, True)}
    assert set(answers[1::2]) == {(False, False, ("la",))}
    assert languages() == ["en", second_language]


KEYS = ("aux", "adverb", "determiner", "preposition", "coordinator", "subordinator", "relative", "saying")
