"""Facts of many articles as arrays, so that many pairs are compared at once."""

from collections.abc import Mapping

import numpy as np

from transforms.events.facts import Facts
from transforms.events.likeness import Floats, Ints

WIDE = 8
"""Values of a kind that are kept of an article, the least ones: hardly any has more."""
KINDS = ("days", "dates", "weekdays", "years", "ages", "cities", "regions")
STEP = 50_000


class FactTable:
    """`known`: code → facts; `size`: articles in all."""

    def __init__(self, known: Mapping[int, Facts], size: int) -> None:
        self.values = {kind: np.full((size, WIDE), -1, dtype=np.int32) for kind in KINDS}
        for code, facts in known.items():
            for kind in KINDS:
                kept = sorted(getattr(facts, kind))[:WIDE]
                self.values[kind][code, : len(kept)] = kept

    def same(self, kind: str, a: Ints, b: Ints) -> Ints:
        """How many values both of each pair have."""
        table = self.values[kind]
        parts = [np.zeros(0, np.int64)]
        for k in range(0, len(a), STEP):
            one, two = table[a[k : k + STEP]], table[b[k : k + STEP]]
            parts.append(((one[:, :, None] == two[:, None, :]) & (one >= 0)[:, :, None]).sum((1, 2)))
        return np.concatenate(parts)

    def other(self, kind: str, a: Ints, b: Ints) -> Floats:
        """1 where both have values and none is the same."""
        table = self.values[kind]
        differ: Floats = ((table[a, 0] >= 0) & (table[b, 0] >= 0) & (self.same(kind, a, b) == 0)).astype(float)
        return differ
