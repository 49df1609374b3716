"""Facts that are no words (ontology, authorities, places, agencies) as data files, and the one way to read them."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@cache
def load(name: str) -> dict[str, Any]:
    """The content of `<name>.toml` in this folder; read once a process."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
