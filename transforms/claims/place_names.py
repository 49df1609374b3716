"""How the name of a place is compared: without case, accents, apostrophes and hyphens."""

import re
import unicodedata

# Romanised Arabic writes the article as al, el or, before some letters, with the letter that follows.
ARTICLES = frozenset({"al", "el", "ad", "ar", "as", "ash", "at", "ath", "az", "an"})
ARTICLE = re.compile(rf"(?:^|(?<=[ -]))(?:{'|'.join(sorted(ARTICLES))})-(?=\w)")
LATIN = re.compile(r"^[a-z0-9 ]+$")
SHORT = {"st": "saint", "ft": "fort", "mt": "mount", "el": "al"}
LETTERS = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
DROPPED = re.compile(r"['’‘ʻʼ`ʿʾ′.]")
PLAIN = re.compile(r"^[a-z ]+$")
GAPS = re.compile(r"[\s\-–,/()]+")


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
        return low[:-1] if low.endswith("ah") and len(low) > 4 else low
    if not PLAIN.match(low):
        low = GAPS.sub(" ", ARTICLE.sub("al ", DROPPED.sub("", low)))
    words = [w[:-1] if w.endswith("ah") and len(w) > 4 else w for w in low.split()]
    return " ".join(SHORT.get(w, w) for w in words) if len(words) > 1 else "".join(words)
