"""The words that pages use for kinds, discrepancy types, severities and the rest: data in labels.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class KindLabel:
    """A kind: its column heading, and what follows a figure in a sentence ('12 killed')."""

    heading: str
    noun: str


@dataclass(frozen=True, slots=True)
class TypeLabel:
    """A discrepancy type (or relation): its name and its rule in a sentence."""

    name: str
    rule: str


@dataclass(frozen=True, slots=True)
class Labels:
    """All of labels.toml, by enum value."""

    kinds: dict[str, KindLabel]
    types: dict[str, TypeLabel]
    severities: dict[str, str]
    statuses: dict[str, str]
    stances: dict[str, str]
    profiles: dict[str, str]
    stages: dict[str, str]
    states: dict[str, str]
    hedges: dict[str, str]
    symbols: dict[str, str]


@cache
def labels() -> Labels:
    """The shipped labels, read once."""
    data = tomllib.loads((Path(__file__).parent / "labels.toml").read_text(encoding="utf-8"))
    return Labels(
        kinds={key: KindLabel(**value) for key, value in data.pop("kinds").items()},
        types={key: TypeLabel(**value) for key, value in data.pop("types").items()},
        **data,
    )
