"""Where a sentence of a line ends."""

import re
from dataclasses import dataclass

import polars as pl

from transforms.claims.lexicon import by_language, words_by_key

# Longer sentences are cut: no news sentence is, and what is read stays linear in the text.
LONGEST = 1_200
# Capitals of the alphabets that have them: Latin, Greek, Cyrillic, Armenian, Georgian, Cherokee.
CAPITALS = "".join(letter for letter in map(chr, range(0x2000)) if letter.isupper())
# The last way: a space is missing ('… the river.The mayor …').
BOUNDARY = re.compile(
    rf"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[►•]*[{CAPITALS}0-9])|[►•]|\s{{3,}}|(?<=[a-z]{{2}})[.!?]”?(?=“?[A-Z][a-z]*\s)"
)


@dataclass(frozen=True, slots=True)
class Params:
    """A text is hard-wrapped where no line is longer than `widest` code points, and the lines that another follows at
    once are at least `lines`, on average `narrowest` long, and at most `ended` of them end a sentence.
    """

    widest: int = 100
    narrowest: int = 45
    lines: int = 3
    ended: float = 0.4


def unwrapped(frame: pl.DataFrame, params: Params = Params()) -> pl.DataFrame:
    """The frame (row, text) with a space for each line break inside a paragraph of hard-wrapped texts.

    Offsets and the order of the rows stay the same.
    """
    wide = frame["text"].str.contains(rf"[^\n]{{{params.widest + 1}}}")
    narrow = frame.filter(~wide)
    text = pl.col("text")
    joints = text.str.extract_all(r"[^\n]+\n[^\n]").list
    mean = joints.eval(pl.element().str.len_chars()).list.mean()
    ended = joints.eval(pl.element().str.contains(r"[.!?…:;][\"”’')\]]*\n")).list.mean()
    wrapped = narrow.filter(
        (ended.fill_null(1) <= params.ended) & (joints.len() >= params.lines) & (mean.fill_null(0) >= params.narrowest)
    )
    if wrapped.is_empty():
        return frame
    return frame.update(wrapped.select("row", text.str.replace_all(r"([^\n])\n([^\n])", "$1 $2")), on="row")


@by_language
def _abbreviations() -> frozenset[str]:
    return frozenset(words_by_key("abbreviations", ("abbreviations",))["abbreviations"])


def split(line: str) -> list[tuple[int, int]]:
    """Bounds of the sentences of a line, without outer white space; none is longer than `LONGEST` code points."""
    out: list[tuple[int, int]] = []
    start = 0
    for match in BOUNDARY.finditer(line):
        at, end = match.span()
        mark = line[at]
        if mark == "." and _abbreviated(line, at):
            continue
        _add(out, line, start, end if mark in ".!?…" else at)
        start = end
    _add(out, line, start, len(line))
    return out


def _abbreviated(line: str, dot: int) -> bool:
    begin = dot
    while begin > 0 and dot - begin < 12 and (line[begin - 1].isalnum() or line[begin - 1] == "."):
        begin -= 1
    word = line[begin:dot]
    return (len(word) == 1 and word.isupper()) or word in _abbreviations()


def _add(out: list[tuple[int, int]], line: str, start: int, end: int) -> None:
    while end - start > LONGEST:
        cut = line.rfind(" ", start + 1, start + LONGEST)
        cut = start + LONGEST if cut <= start else cut
        _add(out, line, start, cut)
        start = cut
    text = line[start:end]
    if stripped := text.strip():
        left = start + len(text) - len(text.lstrip())
        out.append((left, left + len(stripped)))
