"""Where a warehouse keeps its files.

`--warehouse PATH` names the published copy, which readers open. The writer's own file, its lock and the run's state
lie in a hidden folder beside it, so that no reader ever meets a lock.
"""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Layout:
    """The files of one warehouse."""

    published: Path

    @property
    def state(self) -> Path:
        """The hidden folder beside the published file."""
        return self.published.parent / f".{self.published.name}.state"

    @property
    def writer(self) -> Path:
        """The DuckDB file that runs write."""
        return self.state / "writer.duckdb"

    @property
    def lock(self) -> Path:
        """The file whose kernel lock the one writer holds."""
        return self.state / "lock"
