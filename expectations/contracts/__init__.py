"""The ground floor: every table's columns, types, units, allowed values, meaning and checks, declared once."""

from expectations.contracts.catalogue import BY_NAME, TABLES
from expectations.contracts.model import Check, Column, Reference, RowCheck, ShareCheck, Table

__all__ = ["BY_NAME", "TABLES", "Check", "Column", "Reference", "RowCheck", "ShareCheck", "Table"]
