"""Which articles are one voice: wire credits, shared text, publisher families."""

from transforms.syndication.copies import CopyParams, group_copies, groups, links
from transforms.syndication.credits import wire_credit

VERSION = 2
"""Raised when the grouping changes."""

__all__ = ["VERSION", "CopyParams", "group_copies", "groups", "links", "wire_credit"]
