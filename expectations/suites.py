"""Contract → Great Expectations suite, computed and never written down twice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import great_expectations as gx
from great_expectations import expectations as gxe

from expectations.contracts.model import Column, Reference, RowCheck, ShareCheck, Table
from expectations.contracts.vocabulary import CheckSeverity


@dataclass(frozen=True, slots=True)
class Expected:
    """One expectation: the name under which results show it, its severity, its meaning, and the object itself."""

    name: str
    severity: CheckSeverity
    meaning: str
    expectation: Any


def _expected(make: Callable[..., Any], name: str, meaning: str, severity: CheckSeverity, **kwargs: Any) -> Expected:
    """Results are told apart by the name that each expectation carries in its meta."""
    made = make(severity=severity.value, meta={"check": name, "meaning": meaning}, **kwargs)
    return Expected(name, severity, meaning, made)


def _facets(column: Column) -> list[Expected]:
    name, critical = column.name, CheckSeverity.CRITICAL
    found: list[Expected] = []
    if not column.nullable:
        make = gxe.ExpectColumnValuesToNotBeNull
        found.append(_expected(make, f"{name}_not_null", f"{name} is never null", critical, column=name))
    if column.values:
        allowed = [member.value for member in column.values]
        meaning = f"{name} is one of {', '.join(allowed)}"
        make = gxe.ExpectColumnValuesToBeInSet
        found.append(_expected(make, f"{name}_in_vocabulary", meaning, critical, column=name, value_set=allowed))
    if column.minimum is not None or column.maximum is not None:
        low, high = column.minimum, column.maximum
        meaning = f"{name} lies in [{'' if low is None else low}, {'' if high is None else high}]"
        make = gxe.ExpectColumnValuesToBeBetween
        bounds = _expected(make, f"{name}_in_bounds", meaning, critical, column=name, min_value=low, max_value=high)
        found.append(bounds)
    return found


def _key(table: Table) -> Expected:
    key = [name for name in table.key if name != "run_id" or table.log]
    meaning = f"no two rows share {', '.join(key)}"
    if len(key) == 1:
        make = gxe.ExpectColumnValuesToBeUnique
        return _expected(make, "key_unique", meaning, CheckSeverity.CRITICAL, column=key[0])
    make = gxe.ExpectCompoundColumnsToBeUnique
    return _expected(make, "key_unique", meaning, CheckSeverity.CRITICAL, column_list=key)


def _holds(check: RowCheck | Reference) -> Expected:
    make = gxe.ExpectColumnValuesToBeInSet
    return _expected(make, check.name, check.meaning, check.severity, column=check.name, value_set=[True])


def _share(check: ShareCheck, earlier: Sequence[float]) -> Expected:
    low, high = check.low, check.high
    if check.drift is not None and earlier:
        usual = median(earlier)
        low, high = max(low, usual - check.drift), min(high, usual + check.drift)
    make = gxe.ExpectColumnMeanToBeBetween
    return _expected(make, check.name, check.meaning, check.severity, column=check.name, min_value=low, max_value=high)


def expected_of(table: Table, rows: int, earlier: dict[str, list[float]] | None = None) -> list[Expected]:
    """Everything that must hold of a frame of `rows` rows. `earlier`: observed shares of earlier runs, by check."""
    columns = [column for column in table.columns if column.name != "run_id" or table.log]
    shares = [c for c in table.checks if isinstance(c, ShareCheck) and rows >= c.min_rows]
    return [
        *(facet for column in columns for facet in _facets(column)),
        _key(table),
        *(_holds(c) for c in table.checks if isinstance(c, RowCheck)),
        *(_holds(r) for r in table.references),
        *(_share(c, (earlier or {}).get(c.name, [])) for c in shares),
    ]


def suite_of(table: Table, expected: Sequence[Expected]) -> gx.ExpectationSuite:
    """The table's expectation suite, named as the table."""
    return gx.ExpectationSuite(name=table.name, expectations=[e.expectation for e in expected])
