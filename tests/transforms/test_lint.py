"""Lint: differences inside each single article, with their places."""

from finding_frames import frames

from transforms.lint import SCHEMA, lint


def test_a_headline_against_its_text_with_both_places() -> None:
    claims, articles = frames(
        {"anchor": 12, "article": "one", "field": "title", "quote": "Blast kills 12 in Northtown", "start": 0},
        {"figure": "nine", "anchor": 9, "article": "one", "quote": "Police counted nine deaths.", "start": 40},
    )
    row = lint(claims, articles).row(0, named=True)
    assert (row["article_id"], row["type"], row["in_article"]) == ("one", "hard_conflict", True)
    assert (row["field_first"], row["value_start_first"], row["value_end_first"]) == ("title", 12, 14)
    assert (row["field_second"], row["value_start_second"], row["value_end_second"]) == ("text", 55, 59)
    assert row["quote_second"] == "Police counted nine deaths."


def test_articles_are_not_set_against_each_other() -> None:
    claims, articles = frames({"anchor": 12}, {"anchor": 9})
    found = lint(claims, articles)
    assert found.is_empty()
    assert found.schema == SCHEMA


def test_the_event_of_the_claims_does_not_matter() -> None:
    claims, articles = frames({"anchor": 12, "article": "one", "event": None}, {"anchor": 9, "article": "one"})
    assert lint(claims, articles).height == 1


def test_arithmetic_is_found() -> None:
    quote = "The blast killed 12, among them 14 children."
    claims, articles = frames(
        {"anchor": 12, "article": "one", "quote": quote},
        {"anchor": 14, "article": "one", "quote": quote, "population": "children", "total": False},
    )
    row = lint(claims, articles).row(0, named=True)
    assert (row["type"], row["severity"]) == ("arithmetic", "high")


def test_articles_come_in_order() -> None:
    claims, articles = frames(
        {"anchor": 12, "article": "two"}, {"anchor": 9, "article": "two"},
        {"anchor": 12, "article": "one"}, {"anchor": 9, "article": "one"},
    )  # fmt: skip
    assert lint(claims, articles)["article_id"].to_list() == ["one", "two"]
