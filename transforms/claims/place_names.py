"""How the name of a place is compared: without case, accents, apostrophes and hyphens."""

import re
import unicodedata
from functools import lru_cache

from transforms.reference import load

# Romanised Arabic writes the article as al, el or, before some letters, with the letter that follows.
_SPELLING = load("place_spelling")
ARTICLES = frozenset(_SPELLING["article"])
ARTICLE = re.compile(rf"(?:^|(?<=[ -]))(?:{'|'.join(sorted(ARTICLES))})-(?=\w)")
SHORT: dict[str, str] = _SPELLING["short"]
((LONG, CLOSE),) = _SPELLING["ending"].items()
LATIN = re.compile(r"^[a-z0-9 ]+$")
LETTERS = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
DROPPED = re.compile(r"['’‘ʻʼ`ʿʾ′.]")
PLAIN = re.compile(r"^[a-z ]+$")
GAPS = re.compile(r"[\s\-–,/()]+")


@lru_cache(maxsize=16_384)
def folded(name: str) -> str:
    """The key of a name: 'Khuza'a' and 'Khuzaa', 'Hasakah' and 'Hasaka',
    'Deir el-Balah' and 'Deir al Balah', 'St. Louis' and 'Saint Louis' are one.

    A possessive is not taken off; what is left in other than Latin letters stays, and is in no list.
    """
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name.lower().translate(LETTERS))
        name = "".join(c for c in name if not unicodedata.combining(c))
    low = name.lower()
    if low.isalpha():
        return low[: -len(LONG)] + CLOSE if low.endswith(LONG) and len(low) > 4 else low
    if not PLAIN.match(low):
        low = GAPS.sub(" ", ARTICLE.sub(f"{_SPELLING['one']} ", DROPPED.sub("", low)))
    words = [w[: -len(LONG)] + CLOSE if w.endswith(LONG) and len(w) > 4 else w for w in low.split()]
    return " ".join(SHORT.get(w, w) for w in words) if len(words) > 1 else "".join(words)
