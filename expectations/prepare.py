"""A frame made ready for its suite: every row check, reference and share as a column of its own."""

from collections.abc import Mapping

import polars as pl

from expectations.contracts.model import Reference, RowCheck, ShareCheck, Table

ROW = "_row"
"""Column with the row's number in the frame, by which a failing row is found again."""


def facet_columns(table: Table) -> list[str]:
    """Columns that the suite reads as they are: the key's, and those that never are null, or have values or bounds."""
    held = [c for c in table.columns if c.name != "run_id" or table.log]
    bounded = [c for c in held if c.minimum is not None or c.maximum is not None]
    return [c.name for c in held if not c.nullable or c.values or c in bounded or c.name in table.key]


def _stands_in(reference: Reference, dtype: pl.DataType, targets: Mapping[tuple[str, str], pl.Series]) -> pl.Expr:
    known = targets[reference.table, reference.target].unique()
    column = pl.col(reference.column)
    if isinstance(dtype, pl.List):
        return column.list.eval(pl.element().is_in(known.implode())).list.all()
    return column.is_in(known.implode()) | column.is_null()


def prepare(table: Table, frame: pl.DataFrame, targets: Mapping[tuple[str, str], pl.Series]) -> pl.DataFrame:
    """The columns that the suite of `table` reads, one row a row of `frame`.

    `frame` has the table's frame schema and what `Table.beside` names; `targets` holds the known values a reference
    points at, by (table, column). A check that comes out null counts as failed. Lists stay as they are only in checks:
    the facets of a list column see its length, null where the list is.
    """
    rows = [
        check.holds().fill_null(value=False).alias(check.name) for check in table.checks if isinstance(check, RowCheck)
    ]
    shares = [
        check.of().cast(pl.Float64).fill_null(0.0).alias(check.name)
        for check in table.checks
        if isinstance(check, ShareCheck)
    ]
    references = [
        _stands_in(reference, frame.schema[reference.column], targets).fill_null(value=False).alias(reference.name)
        for reference in table.references
    ]
    facets = [
        pl.col(name).list.len().alias(name) if isinstance(frame.schema[name], pl.List) else pl.col(name)
        for name in facet_columns(table)
    ]
    return frame.select(pl.int_range(pl.len()).alias(ROW), *facets, *rows, *shares, *references)
