"""Rashomon: what several outlets say of the same event, where they differ, why, and in whose words."""

__version__ = "0.1.0"
