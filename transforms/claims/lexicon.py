"""Reads the shipped word lists; every caller names the keys it knows, so that a list cannot drift from the code.

One folder of `lexicon/` is one language, and one of them is being read at a time: `in_language` says which. What is
made of a list is kept for each language (`by_language`, `WordSet`), never in a constant.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from functools import cache, lru_cache, wraps
from inspect import signature
from pathlib import Path
from typing import Any, ParamSpec, Self, TypeVar

DEFAULT = "en"
"""The language that is read where none was chosen; the shape of its folder is that of every language."""

ROOT = Path(__file__).resolve().parents[1]
LEXICON = ROOT / "lexicon"
REFERENCE = ROOT / "reference"
NEVER = r"[^\s\S]"
"""Matches nothing, in Python and in Polars."""

P = ParamSpec("P")
R = TypeVar("R")
# No plain variable: two threads may read two languages.
_language: ContextVar[str] = ContextVar("language", default=DEFAULT)


class LexiconError(ValueError):
    """A shipped list does not fit its code: a key missing or unknown, or a word under two keys. A fault of ours."""


def languages() -> list[str]:
    """The languages that can be read: the folders of the lexicon, the default one first."""
    found = (path.name for path in LEXICON.iterdir() if path.is_dir())
    return sorted(found, key=lambda name: (name != DEFAULT, name))


@contextmanager
def in_language(language: str) -> Iterator[None]:
    """Inside, the lists are those of that language."""
    before = _language.set(language)
    try:
        yield
    finally:
        _language.reset(before)


def by_language(made: Callable[P, R], size: int | None = None) -> Callable[P, R]:
    """Like functools.lru_cache, for what is made of the lexicon: kept for each language apart, by default all of it."""
    now = _language.get
    kept = _Kept(lambda: lru_cache(size)(made))
    kept_alone = _Kept(made)  # asked only where it takes no arguments
    kept_one = _Kept(lambda: _Answers(made))  # where it takes one

    # Rules ask for their lists at every token, so that each way is as short as can be.
    def alone() -> Any:
        return kept_alone[now()]

    def of_one(argument: Any) -> Any:
        return kept_one[now()][argument]

    def of_more(*args: Any) -> Any:
        return kept[now()](*args)

    of_language = (alone, of_one, of_more)[2 if size is not None else min(len(signature(made).parameters), 2)]
    return wraps(made)(of_language)


class _Answers(dict[Any, Any]):
    """Argument → what was made of it, made when it is first asked for."""

    def __init__(self, made: Callable[..., Any]) -> None:
        super().__init__()
        self._made = made

    def __missing__(self, argument: Any) -> Any:
        answer = self._made(argument)
        self[argument] = answer
        return answer


class _Kept(dict[str, Any]):
    """Language → what was made for it, made when it is first asked for."""

    def __init__(self, made: Callable[[], Any]) -> None:
        super().__init__()
        self._made = made

    def __missing__(self, language: str) -> Any:
        self[language] = self._made()
        return self[language]


class WordSet:
    """A set of words of the language that is read, to be asked with `in`; called, it gives them as a frozenset."""

    __slots__ = ("_kept",)

    def __init__(self, made: Callable[[], Iterable[str]]) -> None:
        self._kept = _Kept(lambda: frozenset(made()))

    def __call__(self) -> frozenset[str]:
        """The words."""
        found: frozenset[str] = self._kept[_language.get()]
        return found

    def __contains__(self, word: object) -> bool:
        return word in self._kept[_language.get()]

    def __or__(self, other: Self | frozenset[str]) -> "WordSet":
        return WordSet(lambda: self() | (other() if isinstance(other, WordSet) else other))

    __ror__ = __or__


@cache
def read(path: Path) -> Mapping[str, Any]:
    """The parsed file; read once."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def table(name: str) -> Mapping[str, Any]:
    """`<name>.toml` of the language that is read, as parsed."""
    return read(LEXICON / _language.get() / f"{name}.toml")


def fitting(name: str, keys: Iterable[str]) -> Mapping[str, Any]:
    """The table, whose keys are exactly `keys`. Raises LexiconError where one is missing or unknown."""
    found = table(name)
    wanted = {str(key) for key in keys}
    if wanted != set(found):
        raise LexiconError(f"{name}.toml: missing {sorted(wanted - set(found))}, unknown {sorted(set(found) - wanted)}")
    return found


def words_by_key(name: str, keys: type[StrEnum] | Iterable[str], *, unique: bool = True) -> dict[str, tuple[str, ...]]:
    """`<name>.toml` of the language that is read, whose keys are exactly `keys`, each with its words and phrases.

    Raises LexiconError where a key is missing or unknown, or, if `unique`, a word stands under two keys.
    """
    found = {key: tuple(value) for key, value in fitting(name, keys).items()}
    if unique:
        twice = doubles(found)
        if twice:
            raise LexiconError(f"{name}.toml: under two keys: {sorted(twice)}")
    return found


def word_set(name: str, kind: StrEnum) -> WordSet:
    """The words under one key of `<name>.toml`, whose keys are those of the enum that `kind` belongs to."""
    return WordSet(lambda: words_by_key(name, type(kind), unique=False)[kind])


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


def any_word(words: Iterable[str], endings: Iterable[str] = ()) -> str:
    """A pattern of Polars for one of the words as a whole word, in any case, with or without one of the endings.

    Without words it matches nothing.

    ASCII word boundaries keep its engine on the fast path: with Unicode ones a scan takes a hundred times as long.
    Beside a letter that is not ASCII, or a sign, they would never match, so there is none there.
    """
    groups: dict[tuple[str, str], list[str]] = {}
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        groups.setdefault((_boundary(word[:1]), _boundary(word[-1:])), []).append(re.escape(word))
    added = "|".join(map(re.escape, endings))
    ended = f"(?i:{added})?" if added else ""
    ways = [rf"{before}(?i:{'|'.join(found)}){ended}{behind}" for (before, behind), found in groups.items()]
    return ways[0] if len(ways) == 1 else rf"(?:{'|'.join(ways)})" if ways else NEVER


def _boundary(letter: str) -> str:
    return r"(?-u:\b)" if letter.isascii() and letter.isalnum() else ""


def doubles(lists: Mapping[str, Iterable[str]]) -> set[str]:
    """Words that stand under two keys, or twice under one."""
    seen: set[str] = set()
    twice: set[str] = set()
    for words in lists.values():
        for word in words:
            (twice if word in seen else seen).add(word)
    return twice
