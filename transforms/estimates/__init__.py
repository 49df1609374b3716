"""One figure out of many, under named profiles side by side."""

from transforms.estimates.estimate import PROFILES, estimate

VERSION = 3
"""Raised when an estimate changes."""

__all__ = ["PROFILES", "VERSION", "estimate"]
