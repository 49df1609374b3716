"""Where in a file a word of its article stands: each format that is text finds its own (`Format.find`)."""

from dataclasses import dataclass

Place = tuple[int, int]
"""Line and column, both from 1, the column in code points."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A word of an article: `row` of its record, `field` (title or text) with its whole `value`, `start` of the word in
    it, and the sentence around it from `quote_start` to `quote_end`; all in code points.
    """

    row: int
    field: str
    value: str
    quote_start: int
    quote_end: int
    start: int

    @property
    def quote(self) -> str:
        """The sentence as it stands in the article."""
        return self.value[self.quote_start : self.quote_end]


def place(text: str, offset: int) -> Place:
    """Line and column of an offset in code points."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
