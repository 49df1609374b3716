"""Sentences as tokens with code-point offsets."""

import re
from enum import StrEnum
from functools import cached_property
from itertools import repeat
from typing import NamedTuple

from transforms.claims.lexicon import any_of, table, words_by_key

# '59 - year - old', as tokenised texts write it.
SPACED_AGE = any_of(table("compounds")["year_old"]).replace(r"\-", "[ ]?-[ ]?")

# Possessive repeats, so that no text, however hostile, is scanned more than a few times.
TOKEN = re.compile(
    r"""
    \s*+(                                        # tokens are looked for where they may start, not at every space
    [AaPp]\.[Mm](?=\.)                            # a.m.
  | [^\W\d_][^\W_]*+(?:[-'’][^\W_]++)*+        # words, MQ-9, MH17, al-Qaida, Russia's
  | [^\w\s]                                  # signs, before the forms that start with a digit
  | [^\w\s]                                     # marks
  | \d{1,3}[ ]?-[ ]?"""
    + SPACED_AGE
    + r"""[^\W\d_]*
  | \d{1,2}:\d{2}(?::\d{2})?(?!\d)             # clock
  | (?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![.\d]) # network addresses
  | (?<![\d.])\d{1,4}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)\d{1,4}(?!\d)    # dates in figures
  | (?<![\d,.])\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})++(?!\d)       # 12 300 with a space that does not break
  | (?<![\d,.])\d{1,3}(?:[ ]\d{3}){2,}+(?!\d)                           # 1 414 021
  | (?<![\d,.])\d{1,3}(?:,[ ]\d{3})*?,[ ]000(?![\d,])                   # 170, 000, as tokenised texts write it
  | (?<![\d,.])\d{1,3}\.[ ]\d(?=[ -]?(?:[a-z%]|$))                      # 6. 1, as tokenised texts write it
  | \d++(?:[.,]\d++)*+(?:-[^\W\d_]++)++                  # 17-year-old
  | \d++(?:[,.'’]\d++)*+(?:[^\W\d_]{1,3}(?![^\W_])|[^\W\d_]{1,2}\d[^\W_]*+|[½¼¾])?+    # 12,300; 6.1; 24th; 155mm; 4x4
  | \S
    )
    """,
    re.X,
)


class Token(NamedTuple):
    """A token: its text, the text in lower case, and where it stands in the sentence."""

    text: str
    low: str
    start: int
    end: int


def tokenise(sentence: str) -> list[Token]:
    """The sentence's tokens, left to right; white space is none."""
    # Nothing but white space stands between tokens: each is found again where the one before it ended.
    texts: list[str] = TOKEN.findall(sentence)
    starts: list[int] = []
    ends: list[int] = []
    end = 0
    for text in texts:
        start = sentence.index(text, end)
        end = start + len(text)
        starts.append(start)
        ends.append(end)
    # Built as one, by the tuple's own constructor: this is the loop that everything waits for.
    return list(map(tuple.__new__, repeat(Token), zip(texts, map(str.lower, texts), starts, ends, strict=True)))


GAP = "…"
GAP_WORDS = 2


def _with_gap(words: tuple[str, ...], lows: list[str], i: int) -> int:
    """Length of the match of a phrase with a gap at token i; 0 for none."""
    cut = words.index(GAP)
    head, tail = words[:cut], words[cut + 1 :]
    if tuple(lows[i : i + len(head)]) != head:
        return 0
    for gap in range(GAP_WORDS + 1):
        j = i + len(head) + gap
        if tuple(lows[j : j + len(tail)]) == tail:
            return len(head) + gap + len(tail)
    return 0


def _alone(entries: list[tuple[tuple[str, ...], str]]) -> tuple[frozenset[str], tuple[int, str] | None]:
    """Of phrases with one first word the second words, and what is found where none of these follows."""
    single = next(((1, value) for words, value in entries if len(words) == 1), None)
    return frozenset(words[1] for words, _ in entries if len(words) > 1), single


class Phrases:
    """Finds phrases of lower-cased words in tokens; the longest wins. Each phrase carries a value.

    In a phrase, '…' stands for up to two words.
    """

    def __init__(self, values: dict[str, str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, value in values.items():
            words = tuple(t.low for t in tokenise(phrase))
            self._by_first.setdefault(words[0], []).append((words, value))
            self._by_last.setdefault(words[-1], []).append((words, value))
        for side in (self._by_first, self._by_last):
            for entries in side.values():
                entries.sort(key=lambda e: (-len(e[0]), e[0]))
        self._alone = {first: _alone(entries) for first, entries in self._by_first.items()}

    @cached_property
    def starts(self) -> frozenset[str]:
        """The first word of every phrase: tokens that are none need no closer look."""
        return frozenset(self._by_first)

    def seconds(self, first: str) -> frozenset[str]:
        """The second words of the longer phrases that start with a word."""
        return self._alone[first][0]

    def hits(self, lows: list[str]) -> list[int]:
        """The tokens at which a phrase may start."""
        starts = self._by_first
        return [i for i, low in enumerate(lows) if low in starts]

    def at(self, lows: list[str], i: int) -> tuple[int, str] | None:
        """The longest phrase that starts at token i: (length, value)."""
        entries = self._by_first.get(lows[i])
        if entries is None:
            return None
        seconds, alone = self._alone[lows[i]]
        if GAP not in seconds and (i + 1 >= len(lows) or lows[i + 1] not in seconds):
            return alone
        for words, value in entries:
            if len(words) == 1:
                return 1, value
            if tuple(lows[i : i + len(words)]) == words:
                return len(words), value
            if GAP in words and (length := _with_gap(words, lows, i)):
                return length, value
        return None

    def ending(self, lows: list[str], end: int) -> tuple[int, str] | None:
        """The longest phrase whose last token is end - 1: (length, value)."""
        entries = self._by_last.get(lows[end - 1]) if end > 0 else None
        if entries is None:
            return None
        for words, value in entries:
            if end >= len(words) and tuple(lows[end - len(words) : end]) == words:
                return len(words), value
        return None


def phrase_list(name: str, key: StrEnum, *, unique: bool = True) -> Phrases:
    """The phrases of the list `key` of NAME.toml, each with the key as its value.

    `unique`: whether no word may stand in two lists of the file, as `words_by_key` has it.
    """
    return Phrases(dict.fromkeys(words_by_key(name, type(key), unique=unique)[key], key.value))
