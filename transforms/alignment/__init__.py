"""Which claims of an event speak of the same thing, and what they are to each other."""

from transforms.alignment.align import align

VERSION = 1
"""Raised when the pairing changes."""

__all__ = ["VERSION", "align"]
