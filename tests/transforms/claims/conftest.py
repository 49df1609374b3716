"""Cases as data, and articles made of a sentence."""

import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest

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
