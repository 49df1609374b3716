"""Which claims of an event speak of the same thing, and what they are to each other."""

from transforms.alignment.align import align

__all__ = ["align"]
