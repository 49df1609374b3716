"""Which articles are one voice: wire credits, shared text, publisher families."""

from transforms.syndication.copies import LINKS, CopyParams, group_copies, groups, links
from transforms.syndication.credits import wire_credit

VERSION = 2
"""Raised when the grouping changes."""
ORIGINS_VERSION = 1
"""Raised when the origins change."""

__all__ = ["LINKS", "ORIGINS_VERSION", "VERSION", "CopyParams", "group_copies", "groups", "links", "wire_credit"]
