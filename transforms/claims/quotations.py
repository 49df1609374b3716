"""Quotations of a paragraph: where each opens and closes."""

import re
from typing import NamedTuple

# Wire copy writes two single marks for a double one.
MARK = re.compile(r"[“”\"]|''|’’|``")


class Quotation(NamedTuple):
    """Code points of the words between the marks, and of the marks with them; `open`: it does not close in the line."""

    start: int
    end: int
    open: bool

    def holds(self, at: int) -> bool:
        """The code point stands inside."""
        return self.start < at < self.end


def quotations(line: str) -> list[Quotation]:
    """The quotations of a line, left to right; a mark that opens inside one is part of it."""
    out: list[Quotation] = []
    begin: int | None = None
    for mark in MARK.finditer(line):
        if begin is None:
            if mark.group() != "”":
                begin = mark.start()
        elif mark.group() in ("”", '"', "''", "’’"):
            out.append(Quotation(begin, mark.end(), False))
            begin = None
    if begin is not None:
        out.append(Quotation(begin, len(line), True))
    return out
