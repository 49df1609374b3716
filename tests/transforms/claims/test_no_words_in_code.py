"""Words of a language stand in its folder of the lexicon, not in the code that reads it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from expectations.contracts import fields, vocabulary
from expectations.contracts.model import Column
from transforms.claims import lexicon
from transforms.claims.lexicon import REFERENCE, read

CODE = Path(lexicon.__file__).parent
WORD = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")
PATTERN = re.compile(r"\(\?|\\[sbwd]|\|")
COMMENT = re.compile(r"(?m)\s#\s.*$")
NOT_WORDS = re.compile(r"\(\?P<\w+>|\(\?-?[a-z]+[:)]|\\p\{\w+\}|\\.|\[[^\]]*\]|\{[^}]*\}")
TAKES_WORDS = ("startswith", "endswith", "removeprefix", "removesuffix", "isdisjoint")
TAKES_KEYS = ("words_by_key", "fitting", "table")


def _is_word(node: ast.AST) -> bool:
    if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        return False
    return WORD.fullmatch(node.value) is not None and node.value == node.value.lower()


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _members(node: ast.ClassDef) -> list[ast.expr]:
    """What the names of an enumeration stand for, several of one line alike."""
    assigned = [n.value for n in node.body if isinstance(n, ast.Assign)]
    return [v for value in assigned for v in (value.elts if isinstance(value, ast.Tuple) else [value])]


def _constants(tree: ast.Module) -> set[str]:
    """Names of ours: the members of an enumeration that is no list of words, and constants with a name each."""
    found: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not (ast.get_docstring(node) or "").startswith(("The lists", "Closed")):
            values = _members(node)
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple):
            values = list(ast.iter_child_nodes(node.value))
        elif isinstance(node, ast.Assign):
            values = [node.value]
        else:
            continue
        found |= {v.value for v in values if isinstance(v, ast.Constant) and isinstance(v.value, str)}
    return found


def _trees(folder: Path) -> dict[str, ast.Module]:
    return {path.stem: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.py"))}


def _ours() -> set[str]:
    columns = {column.name for column in vars(fields).values() if isinstance(column, Column)}
    named = [_constants(tree) for tree in _trees(CODE).values()]
    named.append(_constants(ast.parse(Path(vocabulary.__file__).read_text(encoding="utf-8"))))
    return set().union(*named, columns, read(REFERENCE / "claim_rules.toml"), read(REFERENCE / "ontology.toml"))


OURS = _ours()


def _pattern_words(text: object) -> list[str]:
    """Words of two letters or more in a regular expression, outside its own names and classes."""
    if not isinstance(text, str) or PATTERN.search(text) is None:
        return []
    plain = NOT_WORDS.sub("|", COMMENT.sub("", text))
    return [w for part in re.split(r"[^\w' -]+", plain) if WORD.fullmatch(w := part.strip(" _'")) and len(w) > 1]


def _apart(tree: ast.Module) -> set[int]:
    """Nodes that hold no words: docstrings, exports, constants with a name each, the keys of a list that is read."""
    found = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            target = node.targets[0]
            if isinstance(target, ast.Tuple) or getattr(target, "id", "") == "__all__":
                found.add(id(node.value))
    calls = (n for n in ast.walk(tree) if isinstance(n, ast.Call) and _name(n) in TAKES_KEYS)
    return found | {id(argument) for call in calls for argument in call.args}


def _leaves(node: ast.expr) -> list[ast.expr]:
    """The expression, or what a list of lists holds."""
    return [n for e in node.elts for n in _leaves(e)] if isinstance(node, ast.List | ast.Tuple) else [node]


def words_in(tree: ast.Module) -> Iterator[tuple[int, list[str]]]:
    """Line and words of each list, comparison, test of an ending and pattern that holds words of a language."""
    apart = _apart(tree)
    for node in ast.walk(tree):
        if id(node) in apart:
            continue
        few: list[ast.expr] = []
        least = 1
        if isinstance(node, ast.Set):
            few = node.elts
        elif isinstance(node, ast.List | ast.Tuple):
            few, least = node.elts, 2
        elif isinstance(node, ast.Compare):
            few = [n for side in (node.left, *node.comparators) for n in _leaves(side)]
        elif isinstance(node, ast.Call) and _name(node) in TAKES_WORDS:
            few = node.args
        elif isinstance(node, ast.Constant) and (found := _pattern_words(node.value)):
            yield node.lineno, found
        words = [n.value for n in few if _is_word(n) and isinstance(n, ast.Constant)]
        if len(words) >= least and not OURS.issuperset(words):
            yield node.lineno, words


@pytest.mark.parametrize("name", sorted(_trees(CODE)))
def test_code_holds_no_words(name: str) -> None:
    assert list(words_in(_trees(CODE)[name])) == []


@pytest.mark.parametrize(
    "code",
    [
        'LINKS = frozenset({"and", "or"})',
        'x = lows[i] == "of"',
        'x = low in ("since", "often")',
        'x = word.endswith("ing")',
        'P = re.compile(r"\\b(?:the|a)\\s+")',
        'x = ["of"] == lows[i : i + 1]',
        'x = lows[a:b] in (["it"], ["they"])',
        'NEVER = frozenset({"never"})',
    ],
)
def test_the_lint_sees_words(code: str) -> None:
    assert list(words_in(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        'x = kind == "killed"',
        'x = rule in ("object", "list")',
        'COMMA, STOP = "comma", "stop"',
        'x = words_by_key("calendar", ("months", "weekdays"))',
        'P = re.compile(r"(?P<body>[a-z]+)\\s*")',
        'x = low in ",;"',
    ],
)
def test_the_lint_lets_names_of_ours_pass(code: str) -> None:
    assert not list(words_in(ast.parse(code)))
