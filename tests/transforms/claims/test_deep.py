"""What a parse adds to the rules, on parses made by hand in spaCy's own documents."""

from typing import Any

import pytest

from expectations.contracts.vocabulary import Residue
from tests.transforms.claims.conftest import parametrize
from transforms.claims.deep import deepened
from transforms.claims.passages import Passage
from transforms.claims.reading import Dated, read_passage

tokens = pytest.importorskip("spacy.tokens", reason="spaCy (the extra `deep`) is not installed")
vocab = pytest.importorskip("spacy.vocab")


def document(case: dict[str, Any]) -> Any:
    """The case as spaCy would give it."""
    text, spaces, at = case["text"], [], 0
    for word in case["words"]:
        at = text.index(word, at) + len(word)
        spaces.append(text[at : at + 1] == " ")
    return tokens.Doc(vocab.Vocab(), words=case["words"], spaces=spaces, heads=case["heads"], deps=case["deps"])


@parametrize("deep")
def test_a_parse_claims_what_hangs_on_a_word_of_harm(case: dict[str, Any]) -> None:
    passage, published = Passage("text", 0, case["text"]), Dated(None, None)
    reading = read_passage(passage, published)
    open_numbers = [r.text for r in reading.rest if r.reason is Residue.UNHANDLED]
    assert open_numbers, "the rules have an answer: no case for a parse"
    parse = document(case)
    assert parse.text == case["text"]
    asked: list[str] = []

    def parser(texts: Any) -> Any:
        asked.extend(texts)
        return [parse] * len(texts)

    (new,) = deepened([(passage, published, reading)], parser)
    added = [(d.kind.value, d.text, d.harm_word) for d in new.drafts if d.rule == "deep"]
    assert added == ([tuple(case["claim"])] if "claim" in case else [])
    assert asked == [case["text"]]
    assert len(new.rest) == len(reading.rest) - len(added)
    assert [d for d in new.drafts if d.rule != "deep"] == reading.drafts


def test_only_open_numbers_are_asked_for() -> None:
    passage, published = Passage("text", 0, "Nine people were killed in Dolna on 12 May."), Dated(None, None)
    reading = read_passage(passage, published)
    assert reading.drafts

    def parser(texts: Any) -> Any:
        assert list(texts) == []
        return []

    assert deepened([(passage, published, reading)], parser) == [reading]
