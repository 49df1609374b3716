"""One figure out of many, under named profiles side by side."""

from transforms.estimates.estimate import PROFILES, estimate

__all__ = ["PROFILES", "estimate"]
