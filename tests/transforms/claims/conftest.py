"""Cases as data, and articles made of a sentence."""

import json
import re
import shutil
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from transforms.claims import lexicon

CASES = Path(__file__).resolve().parents[2] / "cases" / "claims"
SCHEMA = {
    "article_id": pl.String,
    "revision": pl.Int64,
    "outlet": pl.String,
    "title": pl.String,
    "text": pl.String,
    "published_at": pl.Datetime("us", "UTC"),
    "published_precision": pl.String,
    "language": pl.String,
}


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of one file of tests/cases/claims."""
    return tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]


def emptied(text: str) -> str:
    """A file of the lexicon with its lists empty and its tables without words; the keys stay."""
    lines = (re.sub(r"^(\S+ = )\[(\".*)?\]$", r"\1[]", line) for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line.endswith(" = []") or not re.match(r"[^#\[]+ = ", line))


def filled(text: str, words: Mapping[str, Any]) -> str:
    """An emptied file with these words in it; tables of words with a value are added to."""
    return "".join(_filled(part, words) for part in re.split(r"(?m)^(?=\[)", text))


def _filled(section: str, words: Mapping[str, Any]) -> str:
    head = re.match(r"\[(.+)\]\n", section)
    for key, value in (words.get(head[1], {}) if head else words).items():
        if isinstance(value, list):
            written = f"{key} = {json.dumps(value, ensure_ascii=False)}"
            assert f"\n{key} = []\n" in section
            section = section.replace(f"\n{key} = []\n", f"\n{written}\n")
        elif isinstance(value, int):
            section = f'{section.rstrip()}\n"{key}" = {value}\n\n'
    return section


@pytest.fixture(scope="module")
def second_language(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of a language that stands beside English in the lexicon: the few words of tests/cases/lexicon."""
    folder = tmp_path_factory.mktemp("lexicon")
    shutil.copytree(lexicon.LEXICON / "en", folder / "en")
    (folder / "eo").mkdir()
    words = tomllib.loads((CASES.parent / "lexicon" / "eo.toml").read_text(encoding="utf-8"))
    for path in (folder / "en").iterdir():
        text = filled(emptied(path.read_text(encoding="utf-8")), words.pop(path.stem, {}))
        (folder / "eo" / path.name).write_text(text, encoding="utf-8")
    assert not words
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lexicon, "LEXICON", folder)
        yield "eo"


def parametrize(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", cases(name), ids=lambda case: case["text"][:48])


@pytest.fixture(scope="session")
def article() -> Callable[..., pl.DataFrame]:
    """Builds a frame of one article, published on Thursday 24 April 2025, 20:00 UTC."""

    def build(text: str, title: str | None = None, language: str | None = "en", key: str = "a1") -> pl.DataFrame:
        at = datetime(2025, 4, 24, 20, 0, tzinfo=UTC)
        row = (key, 1, "example.org", title, text, at, "minute", language)
        return pl.DataFrame([row], schema=SCHEMA, orient="row")

    return build
