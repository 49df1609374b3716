"""Which articles tell of the same event."""

from transforms.events.assign import AssignParams, assign
from transforms.events.summary import summarise
from transforms.events.superseded import superseded

VERSION = 2
"""Raised when the clustering changes."""

__all__ = ["VERSION", "AssignParams", "assign", "summarise", "superseded"]
