"""Settings: defaults, then `rashomon.toml`, then the environment, then the command line, as one frozen object.

Thresholds live in the Params beside the code that uses them; a section of the file named as below sets them:

    warehouse = "out/rashomon.duckdb"
    reports = "out/reports"

    [events]        # transforms.events.AssignParams
    threshold = 0.45

Environment: RASHOMON_WAREHOUSE, RASHOMON_REPORTS, RASHOMON_CONFIG (another file than ./rashomon.toml).
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon.errors import InputError

if TYPE_CHECKING:
    from transforms.events import AssignParams
    from transforms.events.likeness import LikenessParams
    from transforms.events.words import WordParams
    from transforms.syndication import CopyParams

CONFIG = "rashomon.toml"
WAREHOUSE = Path("out/rashomon.duckdb")
REPORTS = Path("out/reports")
SECTIONS = ("copies", "words", "likeness", "events")

Thresholds = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a run needs to know. `thresholds` holds what the file's sections set, by section and key."""

    inputs: tuple[str, ...] = ()
    warehouse: Path = WAREHOUSE
    reports: Path = REPORTS
    thresholds: Thresholds = field(default_factory=dict)

    @property
    def copies(self) -> "CopyParams":
        """Thresholds of syndication."""
        from transforms.syndication import CopyParams

        return CopyParams(**self.thresholds.get("copies", {}))  # type: ignore[arg-type]

    @property
    def words(self) -> "WordParams":
        """How articles become words."""
        from transforms.events.words import WordParams

        return WordParams(**self.thresholds.get("words", {}))  # type: ignore[arg-type]

    @property
    def likeness(self) -> "LikenessParams":
        """How alike two articles are."""
        from transforms.events.likeness import LikenessParams

        return LikenessParams(**self.thresholds.get("likeness", {}))  # type: ignore[arg-type]

    @property
    def events(self) -> "AssignParams":
        """When an article joins an event."""
        from transforms.events import AssignParams

        return AssignParams(**self.thresholds.get("events", {}))  # type: ignore[arg-type]

    def to_json(self) -> dict[str, Any]:
        """A dictionary of plain values with absolute paths, as flow parameters must be."""
        return {
            "inputs": list(self.inputs),
            "warehouse": str(self.warehouse.absolute()),
            "reports": str(self.reports.absolute()),
            **{name: dict(given) for name, given in self.thresholds.items()},
        }

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> "Settings":
        """The inverse of `to_json`. Raises InputError for a key or value that is none."""
        return _with(cls(), plain, "settings")


def _checked(settings: Settings, section: str, given: object, source: str) -> dict[str, float]:
    if not isinstance(given, Mapping):
        raise InputError(source, f"[{section}] is not a table")
    defaults = getattr(settings, section)
    for key, value in given.items():
        known = {name: getattr(defaults, name) for name in type(defaults).__slots__}
        if key not in known:
            raise InputError(source, f"unknown key {key!r} in [{section}]; known are {', '.join(known)}")
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise InputError(source, f"{section}.{key} must be a number, not {value!r}")
        if isinstance(known[key], int) and not isinstance(value, int):
            raise InputError(source, f"{section}.{key} must be a whole number, not {value!r}")
    return dict(given)


def _with(settings: Settings, given: Mapping[str, Any], source: str) -> Settings:
    changes: dict[str, Any] = {}
    thresholds = dict(settings.thresholds)
    for key, value in given.items():
        if key in SECTIONS:
            thresholds[key] = _checked(Settings(), key, value, source)
        elif key in ("warehouse", "reports") and isinstance(value, str):
            changes[key] = Path(value)
        elif key == "inputs" and isinstance(value, list) and all(isinstance(item, str) for item in value):
            changes[key] = tuple(value)
        elif key in ("warehouse", "reports", "inputs"):
            raise InputError(source, f"{key} has a value of the wrong type: {value!r}")
        else:
            raise InputError(
                source, f"unknown key {key!r}; known are {', '.join(('inputs', 'warehouse', 'reports', *SECTIONS))}"
            )
    return replace(settings, thresholds=thresholds, **changes)


def load(environment: Mapping[str, str] = os.environ, **given: Any) -> Settings:
    """The settings in force; `given` are the command line's, where None means not given.

    Raises InputError where the file cannot be read or says something unknown.
    """
    settings = Settings()
    path = Path(environment.get("RASHOMON_CONFIG", CONFIG))
    if path.is_file():
        try:
            read = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            raise InputError(str(path), str(error)) from None
        settings = _with(settings, read, str(path))
    elif "RASHOMON_CONFIG" in environment:
        raise InputError(str(path), "no such file")
    if named := environment.get("RASHOMON_WAREHOUSE"):
        settings = replace(settings, warehouse=Path(named))
    if named := environment.get("RASHOMON_REPORTS"):
        settings = replace(settings, reports=Path(named))
    return replace(settings, **{key: value for key, value in given.items() if value is not None})
