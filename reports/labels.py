"""The words that pages use for kinds, discrepancy types, severities and the rest: data in labels.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from transforms.discrepancies.rules import BY_TYPE


@dataclass(frozen=True, slots=True)
class KindLabel:
    """A kind: its column heading, and what follows a figure in a sentence ('12 killed')."""

    heading: str
    noun: str


@dataclass(frozen=True, slots=True)
class Labels:
    """All of labels.toml, by enum value."""

    kinds: dict[str, KindLabel]
    types: dict[str, str]
    severities: dict[str, str]
    statuses: dict[str, str]
    stances: dict[str, str]
    profiles: dict[str, str]
    stages: dict[str, str]
    states: dict[str, str]
    hedges: dict[str, str]
    symbols: dict[str, str]
    roles: dict[str, str]


@cache
def labels() -> Labels:
    """The shipped labels, read once."""
    data = tomllib.loads((Path(__file__).parent / "labels.toml").read_text(encoding="utf-8"))
    return Labels(
        kinds={key: KindLabel(**value) for key, value in data.pop("kinds").items()},
        **data,
    )


@cache
def rule_in_words(relation: str) -> str:
    """What a discrepancy of this type says: the first sentence of its rule's page; empty where no rule finds it yet."""
    rule = next((rule for kind, rule in BY_TYPE.items() if kind == relation), None)
    return "" if rule is None else rule.page.strip().partition("\n")[0]
