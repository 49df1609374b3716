"""The classes of targets, causes and parties, and the words that name them.

`reference/ontology.toml` holds the tree (node, parent, side); `objects.toml`, `causes.toml`, `doers.toml` and
`parties.toml` of `lexicon/<language>/` hold the words. Two nodes are compatible when one is an ancestor of the other
(`related`), rivals otherwise.
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property

from transforms.claims.lexicon import NEVER, REFERENCE, LexiconError, any_of, by_language, read, table
from transforms.claims.particles import BEHIND_HEAD, Ending, endings

ROOTS = ("target", "cause", "party")
PLAIN, CASED = "doers", "parties"
WORDS = {"target": ("objects",), "cause": ("causes",), "party": (PLAIN, CASED)}
SIDE = "side"


@dataclass(frozen=True)
class Ontology:
    """The tree. `parents`: node → parent (None for a root); `sides`: node → 'civilian' or 'military' where declared."""

    parents: dict[str, str | None]
    sides: dict[str, str]

    def parent(self, node: str) -> str | None:
        """The more general node; None for a root. Raises KeyError for an unknown node."""
        return self.parents[node]

    def ancestors(self, node: str) -> tuple[str, ...]:
        """From the parent up to the root; empty for a root. Raises KeyError for an unknown node."""
        out: list[str] = []
        up = self.parents[node]
        while up is not None:
            out.append(up)
            up = self.parents[up]
        return tuple(out)

    def root(self, node: str) -> str:
        """`target`, `cause` or `party`. Raises KeyError for an unknown node."""
        return (node, *self.ancestors(node))[-1]

    def side(self, node: str) -> str | None:
        """'civilian', 'military', or None for dual-use objects, places, causes and parties."""
        return next((self.sides[n] for n in (node, *self.ancestors(node)) if n in self.sides), None)

    def related(self, a: str, b: str) -> bool:
        """One is the other or a more general name of it."""
        return a == b or a in self.ancestors(b) or b in self.ancestors(a)

    @cached_property
    def nodes(self) -> frozenset[str]:
        """Every node."""
        return frozenset(self.parents)


@cache
def ontology() -> Ontology:
    """The shipped ontology. Raises LexiconError where a parent is unknown or a chain does not end in a root."""
    raw = read(REFERENCE / "ontology.toml")
    parents: dict[str, str | None] = {node: entry.get("parent") for node, entry in raw.items()}
    for node in parents:
        at, seen = node, {node}
        while (up := parents[at]) is not None:
            if up not in parents or up in seen:
                raise LexiconError(f"ontology.toml: {at} has the parent {up}")
            seen.add(up)
            at = up
        if at not in ROOTS:
            raise LexiconError(f"ontology.toml: {node} ends in {at}, which is no root")
    return Ontology(parents, {node: entry[SIDE] for node, entry in raw.items() if SIDE in entry})


class Classifier:
    """Finds the node that a phrase names; parties are matched as written, everything else in any case."""

    def __init__(self, root: str) -> None:
        self._tree = ontology()
        self._nodes: dict[str, str] = {}
        cased_words: list[str] = []
        plain_words: list[str] = []
        for name in WORDS[root]:
            for node, words in table(name).items():
                if node not in self._tree.nodes or self._tree.root(node) != root:
                    raise LexiconError(f"{name}.toml: {node} is no node under {root}")
                kept = list(words) if name == CASED else [word.lower() for word in words]
                self._nodes.update(dict.fromkeys(kept, node))
                (cased_words if name == CASED else plain_words).extend(kept)
        plural = f"(?:{any_of(endings(Ending.NOUN_PLURAL))})?"
        plain_words.extend([form for word in plain_words for form in turned(word)])
        ways = ((cased_words, "", _owned()), (plain_words, "i", plural))
        parts = [f"(?{flag}:{_alternation(listed, suffix)})" for listed, flag, suffix in ways if listed]
        self._pattern = re.compile("|".join(parts) or NEVER)

    def matches(self, phrase: str) -> list[tuple[int, int, str]]:
        """(start, end, node) of each name in the phrase, left to right, the longest at each place."""
        return [(m.start(), m.end(), self._lookup(m.group())) for m in self._pattern.finditer(phrase)]

    def node(self, phrase: str, *, first: bool = False) -> str | None:
        """The node of the phrase's head: its last name before a preposition, the narrower of two related ones.

        `first` takes the first name of the phrase.
        """
        found = self.matches(phrase)
        if not found:
            return None
        if first:
            return found[0][2]
        cut = _head().match(phrase)
        head = [m for m in found if cut is None or m[0] < cut.end()]
        named = head[-1] if head else found[0]
        # 'Syrian troops', 'a school building': of a general and a narrower name of the same thing, the narrower.
        narrower = [m for m in head if named[2] in self._tree.ancestors(m[2])]
        return (narrower[-1] if narrower else named)[2]

    def _lookup(self, text: str) -> str:
        for form in _forms(text):
            if form in self._nodes:
                return self._nodes[form]
        raise LexiconError(f"{text!r} was matched and is no entry")


@by_language
def _head() -> re.Pattern[str]:
    """The phrase up to its first preposition."""
    return re.compile(rf"(?:(?!\s(?:{any_of(BEHIND_HEAD())})\s).)+", re.S)


def plurals(word: str) -> list[str]:
    """'cars', 'cares', 'cities': every plural that a noun might have."""
    return [*(f"{word}{ending}" for ending in endings(Ending.NOUN_PLURAL)), *turned(word)]


def turned(word: str) -> list[str]:
    """'industry' as 'industries': plurals that change the word, others only add an ending."""
    return [
        word[: -len(end)] + plural
        for end, plural in zip(endings(Ending.TURNED), endings(Ending.TURNED_PLURAL), strict=True)
        if word.endswith(end) and not word[: -len(end)].endswith(endings(Ending.UNTURNED_BEHIND))
    ]


@by_language
def _owned() -> str:
    """A possessor's ending, or its apostrophe alone, if the language writes one."""
    ways = {part for ending in endings(Ending.POSSESSIVE) for part in (ending, ending[:1])}
    return f"(?:{any_of(ways)})?" if ways else ""


def _forms(text: str) -> list[str]:
    low = text.lower()
    singular = [low.removesuffix(ending) for ending in endings(Ending.NOUN_PLURAL) if low.endswith(ending)]
    turns = zip(endings(Ending.TURNED), endings(Ending.TURNED_PLURAL), strict=True)
    turned_back = [low.removesuffix(plural) + end for end, plural in turns if low.endswith(plural)]
    return [text, re.sub(f"{_owned()}$", "", text), low, *reversed(singular), *turned_back]


def _alternation(words: list[str], suffix: str) -> str:
    return rf"(?<![\w-]){any_of(words)}{suffix}(?![\w-])"


@by_language
def classifier(root: str) -> Classifier:
    """The classifier of a root (`target`, `cause`, `party`). Raises LexiconError where the lists do not fit."""
    return Classifier(root)
