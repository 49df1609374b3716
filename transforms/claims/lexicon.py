"""Reads the shipped word lists; every caller names the keys it knows, so that a list cannot drift from the code."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGE = "en"
"""The language whose lists are read. Set before another module of this folder is imported: they keep its lists."""

ROOT = Path(__file__).resolve().parents[1]
LEXICON = ROOT / "lexicon"
REFERENCE = ROOT / "reference"
NEVER = r"[^\s\S]"
"""Matches nothing, in Python and in Polars."""


class LexiconError(ValueError):
    """A shipped list does not fit its code: a key missing or unknown, or a word under two keys. A fault of ours."""


@cache
def read(path: Path) -> Mapping[str, Any]:
    """The parsed file; read once."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def table(name: str, language: str | None = None) -> Mapping[str, Any]:
    """`lexicon/<language>/<name>.toml` as parsed; without `language` of LANGUAGE."""
    return read(LEXICON / (language or LANGUAGE) / f"{name}.toml")


def fitting(name: str, keys: Iterable[str], language: str | None = None) -> Mapping[str, Any]:
    """The table, whose keys are exactly `keys`. Raises LexiconError where one is missing or unknown."""
    found = table(name, language)
    wanted = {str(key) for key in keys}
    if wanted != set(found):
        raise LexiconError(f"{name}.toml: missing {sorted(wanted - set(found))}, unknown {sorted(set(found) - wanted)}")
    return found


def words_by_key(
    name: str, keys: type[StrEnum] | Iterable[str], language: str | None = None, *, unique: bool = True
) -> dict[str, tuple[str, ...]]:
    """`lexicon/<language>/<name>.toml`, whose keys are exactly `keys`, each with its words and phrases.

    Raises LexiconError where a key is missing or unknown, or, if `unique`, a word stands under two keys.
    """
    found = {key: tuple(value) for key, value in fitting(name, keys, language).items()}
    if unique:
        twice = doubles(found)
        if twice:
            raise LexiconError(f"{name}.toml: under two keys: {sorted(twice)}")
    return found


Tree = dict[str, "Tree"]
END = ""


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest that fits; as a tree of letters, which `re` walks far faster.

    Without words it matches nothing.
    """
    tree: Tree = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[END] = {}
    return _branches(tree) if tree else NEVER


def _branches(node: Tree) -> str:
    ways = [re.escape(letter) + _branches(below) for letter, below in sorted(node.items()) if letter != END]
    ways += [""] if END in node else []
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def doubles(lists: Mapping[str, Iterable[str]]) -> set[str]:
    """Words that stand under two keys, or twice under one."""
    seen: set[str] = set()
    twice: set[str] = set()
    for words in lists.values():
        for word in words:
            (twice if word in seen else seen).add(word)
    return twice
