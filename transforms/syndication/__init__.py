"""Which articles are one voice: wire credits and shared text."""

from transforms.syndication.copies import CopyParams, group_copies
from transforms.syndication.credits import wire_credit

__all__ = ["CopyParams", "group_copies", "wire_credit"]
