"""Logical column types and what they are in each engine: the only place where the engines' types meet."""

from enum import StrEnum

import polars as pl


class Type(StrEnum):
    """A logical type; `duckdb` and `polars` give its type in each engine."""

    TEXT = "text"
    INTEGER = "integer"
    REAL = "real"
    BOOLEAN = "boolean"
    TIME = "time"
    JSON = "json"
    TEXT_LIST = "text_list"

    @property
    def duckdb(self) -> str:
        """The DuckDB column type."""
        return _DUCKDB[self]

    @property
    def polars(self) -> pl.DataType:
        """The Polars data type."""
        return _POLARS[self]


_DUCKDB = {
    Type.TEXT: "VARCHAR",
    Type.INTEGER: "BIGINT",
    Type.REAL: "DOUBLE",
    Type.BOOLEAN: "BOOLEAN",
    Type.TIME: "TIMESTAMPTZ",
    Type.JSON: "JSON",
    Type.TEXT_LIST: "VARCHAR[]",
}
_POLARS: dict[Type, pl.DataType] = {
    Type.TEXT: pl.String(),
    Type.INTEGER: pl.Int64(),
    Type.REAL: pl.Float64(),
    Type.BOOLEAN: pl.Boolean(),
    Type.TIME: pl.Datetime("us", "UTC"),
    Type.JSON: pl.String(),
    Type.TEXT_LIST: pl.List(pl.String()),
}


class Unit(StrEnum):
    """What a column's values are measured in, or what sort of thing they are."""

    IDENTIFIER = "identifier"
    TEXT = "text"
    CATEGORY = "category"
    COUNT = "count"
    ORDINAL = "ordinal"
    UTC_TIME = "time in UTC"
    CODE_POINTS = "code points"
    SHARE = "share from 0 to 1"
    SECONDS = "seconds"
    BYTES = "bytes"
    FLAG = "true or false"
    PEOPLE_OR_THINGS = "people or things counted"
    DOCUMENT = "JSON document"
    HTTP_STATUS = "HTTP status code"
