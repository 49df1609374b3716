"""Which articles are one voice: wire credits and shared text."""

from transforms.syndication.copies import CopyParams, group_copies
from transforms.syndication.credits import wire_credit

VERSION = 1
"""Raised when the grouping changes."""

__all__ = ["VERSION", "CopyParams", "group_copies", "wire_credit"]
