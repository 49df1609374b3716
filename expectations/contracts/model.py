"""The shape of a declaration: column, check, reference, table."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

import polars as pl

from expectations.contracts.types import Type, Unit
from expectations.contracts.vocabulary import CheckSeverity

Vocabulary = type[StrEnum]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its logical type, unit, meaning and what its values may be.

    `values` is the enum whose members it holds; `minimum` and `maximum` are inclusive.
    """

    name: str
    type: Type
    unit: Unit
    meaning: str
    nullable: bool = False
    values: Vocabulary | None = None
    minimum: float | None = None
    maximum: float | None = None

    def optional(self) -> "Column":
        """The same column where it may be null."""
        return replace(self, nullable=True)


@dataclass(frozen=True, slots=True)
class RowCheck:
    """A condition that every row must meet; `holds` is a Polars expression over the frame, true where it does."""

    name: str
    meaning: str
    severity: CheckSeverity
    holds: Callable[[], pl.Expr]


@dataclass(frozen=True, slots=True)
class Reference:
    """Every value of `column` (each member, where it is a list) stands in `table.target`."""

    column: str
    table: str
    target: str
    severity: CheckSeverity = CheckSeverity.CRITICAL

    @property
    def name(self) -> str:
        """The check's name, as quality results show it."""
        return f"{self.column}_exists_in_{self.table}"

    @property
    def meaning(self) -> str:
        """The check in a sentence."""
        return f"every {self.column} is a {self.target} of {self.table}"


@dataclass(frozen=True, slots=True)
class ShareCheck:
    """The share of rows for which `of` is true lies in a band; judged on the frame as a whole.

    `min_rows`: on fewer rows a share says nothing, and the check is not run. `drift`: where earlier runs are known,
    the share may also lie no further than this from their median.
    """

    name: str
    meaning: str
    severity: CheckSeverity
    of: Callable[[], pl.Expr]
    low: float
    high: float
    min_rows: int = 20
    drift: float | None = None


Check = RowCheck | ShareCheck


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `key` names the columns that tell its rows apart; a log only ever grows.

    `beside` names columns that the stage joins on for the checkpoint alone, and that are not stored.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    checks: tuple[Check, ...] = ()
    references: tuple[Reference, ...] = ()
    beside: tuple[str, ...] = ()
    log: bool = False

    @property
    def names(self) -> list[str]:
        """Column names in order."""
        return [c.name for c in self.columns]

    @property
    def schema(self) -> dict[str, pl.DataType]:
        """The whole table as a Polars schema."""
        return {c.name: c.type.polars for c in self.columns}

    @property
    def frame_schema(self) -> dict[str, pl.DataType]:
        """The Polars schema of the frames that transforms give: the table without `run_id`, which loading adds."""
        return {name: dtype for name, dtype in self.schema.items() if name != "run_id" or self.log}

    def conform(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The frame with exactly the columns and types of `frame_schema`, in order.

        Raises polars.exceptions.ColumnNotFoundError where one is missing and InvalidOperationError where a value
        does not fit its type.
        """
        return frame.select(pl.col(name).cast(dtype) for name, dtype in self.frame_schema.items())

    def empty(self) -> pl.DataFrame:
        """A frame of the schema without rows."""
        return pl.DataFrame(schema=self.frame_schema)
