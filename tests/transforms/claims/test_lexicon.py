"""The shipped lists: read by their code, no word under two keys, head comments that say what belongs."""

import re
import tomllib
from enum import StrEnum
from pathlib import Path

import pytest

from expectations.contracts.vocabulary import Stance
from transforms.claims.account_words import AccountWord
from transforms.claims.accounts import AttackWord
from transforms.claims.bodies import TitleWord
from transforms.claims.carried import CarryWord
from transforms.claims.causes import CauseWord
from transforms.claims.charges import ChargeWord
from transforms.claims.confidence import confidence
from transforms.claims.cues import TimeWord
from transforms.claims.described import Introduction
from transforms.claims.grammar import THING_REASONS, TollWord, WordClass
from transforms.claims.hedges import phrases
from transforms.claims.language import LanguageWord
from transforms.claims.lexicon import (
    DEFAULT,
    LEXICON,
    REFERENCE,
    LexiconError,
    any_of,
    doubles,
    in_language,
    languages,
    read,
    words_by_key,
)
from transforms.claims.number_words import number_words
from transforms.claims.numbered import CompoundWord, NumberedWord
from transforms.claims.ontology import WORDS, classifier, ontology
from transforms.claims.particles import AGENT, Ending, Particle, endings, owner, word_at
from transforms.claims.passages import Boilerplate
from transforms.claims.people import Population
from transforms.claims.perpetrators import Suspicion
from transforms.claims.phrases import PhraseWord
from transforms.claims.place_text import PlaceWord
from transforms.claims.places import find_places
from transforms.claims.scan import ScanWord
from transforms.claims.source_words import AttributionWord
from transforms.claims.sources import body_of
from transforms.claims.times import ClockWord
from transforms.claims.totals import PartWord
from transforms.claims.triggers import words
from transforms.claims.weapons import WeaponWord

KEYS = {
    "abbreviations": ("abbreviations",),
    "accounts": AccountWord,
    "agents": ("agents", "groups"),
    "attacks": AttackWord,
    "attribution": AttributionWord,
    "boilerplate": Boilerplate,
    "calendar": ("months", "weekdays"),
    "carried": CarryWord,
    "cause_words": CauseWord,
    "charges": ChargeWord,
    "clock": ClockWord,
    "compounds": CompoundWord,
    "endings": Ending,
    "function_words": WordClass,
    "harmless": ("harmless",),
    "introductions": Introduction,
    "language": LanguageWord,
    "numbered_things": NumberedWord,
    "particles": Particle,
    "parts": PartWord,
    "phrases": PhraseWord,
    "people": Population,
    "place_words": PlaceWord,
    "scan": ScanWord,
    "stance": (Stance.DENIES, Stance.UNCONFIRMED),
    "suspicion": Suspicion,
    "things": THING_REASONS,
    "time": TimeWord,
    "titles": TitleWord,
    "toll_words": TollWord,
    "weapons": WeaponWord,
}
# One word is noun and verb ("strikes"), says and counts ("report"), or does two things in two rules ("to"): these lists
# overlap between keys, never within.
OVERLAP = (
    "accounts",
    "agents",
    "attacks",
    "attribution",
    "carried",
    "charges",
    "clock",
    "endings",
    "introductions",
    "particles",
    "phrases",
    "place_words",
    "titles",
    "toll_words",
)
OURS = [path for language in languages() for path in sorted((LEXICON / language).iterdir())]
SOURCES = "\n".join(p.read_text(encoding="utf-8") for p in LEXICON.parent.rglob("*.py"))


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", sorted(KEYS))
def test_keys_are_those_of_the_code(name: str, language: str) -> None:
    with in_language(language):
        found = words_by_key(name, KEYS[name], unique=name not in OVERLAP)
    assert all(found.values()) or language != DEFAULT
    for key, listed in found.items():
        assert not doubles({key: listed}), key


@pytest.mark.parametrize("language", languages())
def test_lists_of_another_shape_fit_their_code(language: str) -> None:
    with in_language(language):
        assert words()
        assert number_words()
        assert phrases()
        assert all(classifier(root) for root in WORDS)


@pytest.mark.parametrize("name", sorted(path.stem for path in (LEXICON / DEFAULT).iterdir()))
def test_code_asks_for_every_file(name: str) -> None:
    assert f'"{name}"' in SOURCES


# What is found carries the key itself: a population in the claim, the side of a suspect's name.
CARRIED = (Population, Suspicion)


@pytest.mark.parametrize(
    "keys", [k for k in KEYS.values() if isinstance(k, type) and k not in CARRIED], ids=lambda k: k.__name__
)
def test_code_asks_for_every_key(keys: type[StrEnum]) -> None:
    asked = set(re.findall(rf"\b{keys.__name__}\.([A-Z_]+)", SOURCES))
    assert {member.name for member in keys} - asked == set()


@pytest.mark.parametrize("path", OURS, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_each_file_says_what_belongs_and_from_where(path: Path) -> None:
    head = "".join(line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if line.startswith("#"))
    assert "elongs here" in head
    assert "Source" in head


def test_particles_and_endings() -> None:
    assert {"by"} == AGENT()
    assert [owner(w) for w in ("ministry's", "ministry’s", "officials'")] == ["ministry", "ministry", "officials'"]
    assert endings(Ending.POSSESSIVE) == ("'s", "’s")
    assert (word_at(["a"], 0), word_at(["a"], 1), word_at(["a"], -1)) == ("a", "", "")


def test_no_words_match_nothing() -> None:
    assert re.search(any_of(()), "anything") is None
    assert re.fullmatch(any_of(("a", "ab", "a.b")), "a.b")
    assert not re.fullmatch(any_of(("a.b",)), "axb")


def test_words_of_harm_are_unambiguous() -> None:
    found = words()
    assert found["death toll"] == "killed toll"
    assert all(re.fullmatch(r"[^A-Z]+", word) for word in found)


def test_a_missing_key_and_a_double_are_faults() -> None:
    with pytest.raises(LexiconError, match="missing"):
        words_by_key("time", [*TimeWord, "never"])
    with pytest.raises(LexiconError, match="under two keys"):
        words_by_key("attacks", AttackWord)
    assert doubles({"a": ["x", "y"], "b": ["y"]}) == {"y"}


def test_every_class_has_words_and_every_word_a_class() -> None:
    named: dict[str, list[str]] = {}
    for files in WORDS.values():
        listed = {node: found for name in files for node, found in read(LEXICON / "en" / f"{name}.toml").items()}
        named |= listed
    assert set(named) == ontology().nodes


@pytest.mark.parametrize(
    ("root", "phrase", "node"),
    [
        ("target", "a crowded mosque inside a police compound", "place_of_worship"),
        ("target", "the defence industry", "defence_industry"),
        ("target", "residential buildings", "residential"),
        ("party", "Russian forces", "russia"),
        ("party", "US-led coalition aircraft", "us_led_coalition"),
        ("cause", "suicide bomb blast", "suicide_bombing"),
    ],
)
def test_phrases_find_their_class(root: str, phrase: str, node: str) -> None:
    assert classifier(root).node(phrase) == node


def test_the_tree_tells_sides_and_kin() -> None:
    tree = ontology()
    assert tree.side("residential") == "civilian"
    assert tree.side("defence_industry") == "military"
    assert tree.side("energy") is None
    assert tree.related("united_states", "us_led_coalition")
    assert not tree.related("residential", "defence_industry")
    assert tree.ancestors("suicide_bombing") == ("bombing", "attack", "cause")
    assert tree.root("russia") == "party"


def test_bodies_and_places_have_one_name() -> None:
    assert body_of("Ukraine’s emergency service") == body_of("DSNS") == "State Emergency Service of Ukraine"
    assert body_of("a neighbour") is None
    assert [p for _, _, p in find_places("fires in Kiev and Odessa")] == ["Kyiv", "Odesa"]


def test_a_rule_is_as_sure_as_it_was_right() -> None:
    table = read(REFERENCE / "claim_rules.toml")
    assert all(0 <= right <= made for right, made in table.values())
    assert confidence("adjacent") > confidence("target_attack")
    with pytest.raises(KeyError):
        confidence("never")


@pytest.mark.parametrize("name", ["authorities", "ontology"])
def test_reference_files_are_tables(name: str) -> None:
    found = tomllib.loads((REFERENCE / f"{name}.toml").read_text(encoding="utf-8"))
    assert all(isinstance(entry, dict) for entry in found.values())
