"""The whole reading: what an article gives, what it must never give."""

from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from expectations.contracts.tables.claims import CLAIMS, RESIDUE
from transforms.claims.extract import extract_claims

TEXT = (
    "At least 12 people were killed and more than 70 wounded in Kiev, the State Emergency Service said Thursday.\n"
    "Five of them, aged 17 to 60, died in hospital on 24 April 2025 at 06:00.\n"
    "The blast damaged 25 houses and cost $3 million.\n"
)
WORDS = (
    "12", "nine", "dozens", "no", "killed", "wounded", "dead", "people", "children", "were", "the", "toll", "rose",
    "to", "from", "at least", "more than", "said", "police", ",", ".", "\n", "and", "in", "Kyiv", "attack", "on",
    "hospital", "Russian", "missiles", "“", "”", "\x00", "\u202e", "🔥", "é", "-", "of", "a", "boy", "including", "by",
)  # fmt: skip


def made(articles: list[tuple[str, str | None, str]]) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "article_id": pl.Series([a for a, _, _ in articles], dtype=pl.String),
            "revision": 1,
            "title": pl.Series([t for _, t, _ in articles], dtype=pl.String),
            "text": pl.Series([x for _, _, x in articles], dtype=pl.String),
            "published_at": pl.Series([None] * len(articles), dtype=pl.Datetime("us", "UTC")),
            "published_precision": pl.Series([None] * len(articles), dtype=pl.String),
            "language": "en",
        }
    )


def holds_contract(claims: pl.DataFrame, articles: pl.DataFrame) -> None:
    assert claims.schema == CLAIMS.frame_schema
    texts = {a: (title or "", text) for a, title, text in articles.select("article_id", "title", "text").iter_rows()}
    for c in claims.iter_rows(named=True):
        source = texts[c["article_id"]][0 if c["evidence_field"] == "title" else 1]
        assert source[c["evidence_start"] : c["evidence_end"]] == c["quote"]
        assert c["quote"][c["value_start"] : c["value_end"]] == c["value_text"] != ""
        bounds = [x for x in (c["low"], c["high"]) if x is not None]
        assert bounds == sorted(bounds)
        if c["anchor"] is not None:
            assert c["low"] is None or c["low"] - 1 <= c["anchor"]
            assert c["high"] is None or c["anchor"] <= c["high"] + 1
        assert c["is_event_total"] == (c["total_reason"] is None)
    assert claims["claim_id"].n_unique() == claims.height


def test_an_article_in_full(article: Any) -> None:
    claims = extract_claims(article(TEXT)).claims
    first, second = claims.head(2).to_dicts()
    assert (first["kind"], first["low"], first["high"], first["anchor"], first["hedge"]) == (
        "killed", 12, None, 12, "at_least",
    )  # fmt: skip
    assert (second["kind"], second["low"], second["anchor"], second["hedge"]) == ("injured", 71, 70, "more_than")
    assert first["scope"] == "Kyiv"
    assert first["source_canonical"] == "State Emergency Service of Ukraine"
    assert first["as_of_basis"] == "said Thursday"
    assert first["basis"] == "stated"
    assert first["event_id"] is None


def test_every_other_number_has_its_reason(article: Any) -> None:
    residue = extract_claims(article(TEXT)).residue
    assert residue.schema == RESIDUE.frame_schema
    reasons = dict(residue.select("value_text", "reason").iter_rows())
    assert reasons["24"] == "date"
    assert reasons["06:00"] == "clock"


def test_a_body_line_that_repeats_the_title_is_one_claim(article: Any) -> None:
    claims = extract_claims(article("Twelve killed in blast.\nNothing else is known.", title="Twelve killed in blast"))
    assert claims.claims.filter(pl.col("kind") == "killed")["evidence_field"].to_list() == ["title"]


def test_a_menu_above_the_article_ends_nothing(article: Any) -> None:
    assert extract_claims(article("Latest news\nStatements\nNine people died.\n")).claims["anchor"].to_list() == [9]


def test_a_missing_space_parts_sentences(article: Any) -> None:
    quotes = extract_claims(article("Nine people died.The mayor said 12 were hurt.“Two are missing,” he said.")).claims
    assert quotes["quote"].to_list() == [
        "Nine people died.", "The mayor said 12 were hurt.", "“Two are missing,” he said.",
    ]  # fmt: skip


def test_nothing_is_read_behind_related_articles(article: Any) -> None:
    text = "Nine people died.\nRelated articles\nForty people died in a fire.\n"
    assert extract_claims(article(text)).claims["anchor"].to_list() == [9]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nueve personas murieron y 12 resultaron heridas en el ataque, dijo la policía local ayer.", None),
        ("Унаслідок удару загинули 12 людей, ще 90 поранено.", None),
        ("At least 12 people were killed.", "uk"),
    ],
)
def test_other_languages_give_nothing(article: Any, text: str, language: str | None) -> None:
    assert extract_claims(article(text, language=language)).claims.is_empty()


def test_english_without_a_tag_is_read(article: Any) -> None:
    assert extract_claims(article("At least 12 people were killed.", language=None)).claims.height == 1
    assert extract_claims(article("At least 12 people were killed.", language="en-GB")).claims.height == 1


def test_an_unchanged_sentence_keeps_its_id(article: Any) -> None:
    before = extract_claims(article("Nine people died.")).claims
    after = extract_claims(article("A new paragraph stands here.\nNine people died.")).claims
    assert before["claim_id"].to_list() == after["claim_id"].to_list()
    assert before["evidence_start"].to_list() != after["evidence_start"].to_list()


def test_no_articles_give_empty_frames() -> None:
    found = extract_claims(made([]))
    assert found.claims.is_empty()
    assert found.claims.schema == CLAIMS.frame_schema
    assert found.residue.schema == RESIDUE.frame_schema


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60), st.lists(st.sampled_from(WORDS), max_size=12))
def test_whatever_stands_there_the_contract_holds(body: list[str], head: list[str]) -> None:
    articles = made([("a", " ".join(head), " ".join(body))])
    holds_contract(extract_claims(articles).claims, articles)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_survived(text: str) -> None:
    clean = text.encode("utf-8", "ignore").decode()
    articles = made([("a", clean[:50], f"{clean} 12 people were killed {clean}")])
    holds_contract(extract_claims(articles).claims, articles)


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(6)))
def test_the_order_of_arrival_does_not_matter(order: list[int]) -> None:
    articles = made([(f"a{k}", None, f"At least {k + 3} people were killed, police said.") for k in range(6)])
    expected = extract_claims(articles)
    found = extract_claims(articles[order])
    assert found.claims.equals(expected.claims)
    assert found.residue.equals(expected.residue)


def test_a_line_of_megabytes_stays_linear() -> None:
    once = "12 people were killed and 30 wounded, police said of the attack on a market " * 2000
    articles = made([("a", None, once.replace(".", " "))])
    claims = extract_claims(articles).claims
    holds_contract(claims, articles)
    assert 0 < claims.height < 12_000


def figures(claims: pl.DataFrame) -> list[tuple[Any, ...]]:
    return list(claims.select("kind", "value_text", "is_event_total").iter_rows())


def test_a_figure_goes_on_with_what_was_counted_before(article: Any) -> None:
    text = (
        "Nine people were killed at the harbour. Locals feared more than 20.\n"
        "It had been seven at noon.\n"
        "Forty others were hurt. Of these, 12 were on the ferry and 28 on the quay.\n"
        "The ferry carries 200 cars, its owner said.\n"
    )
    assert figures(extract_claims(article(text)).claims) == [
        ("killed", "Nine", True),
        ("killed", "20", True),
        ("killed", "seven", True),
        ("injured", "Forty", True),
        ("injured", "12", False),
        ("injured", "28", False),
    ]


def test_nothing_goes_on_where_nothing_was_counted(article: Any) -> None:
    assert extract_claims(article("Locals feared more than 20. It had been seven at noon.")).claims.is_empty()


def test_a_headline_counts_bare_nouns_and_its_series_number_counts_nobody(article: Any) -> None:
    claims = extract_claims(
        article("Nothing else.", title="UPDATE 2-Woman, two children killed in harbour blast")
    ).claims
    told = claims.filter(pl.col("kind") == "killed")
    assert figures(told) == [("killed", "Woman", False), ("killed", "two", False)]
    assert told["total_reason"].unique().to_list() == ["adds up with others of its sentence"]


def test_a_wrapped_text_is_read_across_its_lines(article: Any) -> None:
    text = (
        "The harbour master said on Thursday that at least nine people had been\n"
        "killed and another 14 wounded when a barge struck the jetty and its load\n"
        "of fuel caught fire, shortly before the first ferry of the morning was to\n"
        "leave for the islands with a school class on board\n"
    )
    claims = extract_claims(article(text)).claims
    assert [row[1] for row in figures(claims) if row[0] in ("killed", "injured")] == ["nine", "14"]
    assert "had been\nkilled" in claims["quote"][0]


def test_what_a_long_report_recalls_is_no_account_of_the_event(article: Any) -> None:
    filler = "The quay was closed for the day and reopened in the evening. " * 15
    text = f"A missile strike on a market in Odesa killed nine people.\n{filler}\nMissiles had struck a school before."
    accounts = extract_claims(article(text)).claims.filter(pl.col("kind") == "target")
    assert accounts["value_text"].to_list() == ["a market in Odesa"]


def test_the_word_of_harm_stands_beside_its_figure(article: Any) -> None:
    claims = extract_claims(article("Four people were shot, one of them fatally. Nine were found dead.")).claims
    assert claims.filter(pl.col("value_text") == "Four")["harm_word"].to_list() == ["shot"]
    assert claims.filter(pl.col("value_text") == "Nine")["harm_word"].to_list() == ["found dead"]
