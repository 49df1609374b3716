"""A text as words with what stands between them, and the words that stand around names of places."""

import re
from enum import StrEnum

from transforms.claims.lexicon import by_language, words_by_key

TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’‘ʻ`.](?=[^\W\d_])[^\W\d_]+)*")


class PlaceWord(StrEnum):
    """The lists of place_words.toml."""

    WHERE = "where"
    FIRM = "firm"
    LOOSE = "loose"
    PEOPLE = "people"
    COUNTY = "county"
    ORIGIN = "origin"
    DIRECTION = "direction"
    KIND = "kind"
    REGION = "region"
    INSIDE = "inside"
    PART = "part"
    JOINS = "joins"
    POSSESSIVE = "possessive"
    DISTRICT = "district"
    BEFORE_UNKNOWN = "before_unknown"


@by_language
def place_words(kind: PlaceWord) -> frozenset[str]:
    """The words of one list of place_words.toml."""
    return frozenset(words_by_key("place_words", PlaceWord, unique=False)[kind])


@by_language
def possessive() -> tuple[str, ...]:
    """Endings of two letters that make a name a possessive."""
    return tuple(place_words(PlaceWord.POSSESSIVE))


@by_language
def list_gap() -> re.Pattern[str]:
    """What stands between two names of a list."""
    joins = "|".join(map(re.escape, sorted(place_words(PlaceWord.JOINS))))
    return re.compile(rf"^(?:,? (?:{joins}) |, |/)$")


@by_language
def dates() -> frozenset[str]:
    """Names of months and weekdays."""
    lists = words_by_key("calendar", ("months", "weekdays"))
    return frozenset(word for words in lists.values() for word in words)


class Text:
    """A text as words with what stands between them."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(TOKEN.finditer(text))
        self.starts = [m.start() for m in found]
        self.ends = [m.end() for m in found]
        self.words = [m[0] for m in found]
        self.capitals = [word[0].isupper() for word in self.words]
        self.upper = text.isupper()

    def gap(self, i: int) -> str:
        """What stands between the words i and i + 1."""
        return self.text[self.ends[i] : self.starts[i + 1]] if i + 1 < len(self.words) else "\n"

    def low(self, i: int) -> str:
        """The word in lower case; empty beyond either end."""
        return self.words[i].lower() if 0 <= i < len(self.words) else ""

    def capital(self, i: int) -> bool:
        """The word exists and starts with a capital."""
        return 0 <= i < len(self.words) and self.capitals[i]
