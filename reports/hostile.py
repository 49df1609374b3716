"""What comes from the network is hostile: text is neutralised, addresses are checked, names become safe paths.

Escaping itself is Jinja's autoescape; this is what escaping does not do.
"""

import re
import unicodedata
from hashlib import sha256
from urllib.parse import urlsplit

# Control characters but for tab and newline; line and paragraph separators; embeddings, overrides and isolates that
# reorder what stands around them (Boucher and Anderson, 'Trojan Source', 2021); tag characters and the byte order mark.
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u206a-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\^{|}]+", re.IGNORECASE)
_EVENT_ID = re.compile(r"[A-Za-z0-9_-]{1,128}")
_PLAIN_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]|\.(?=[a-z0-9])){0,60}")
LONGEST_ADDRESS = 2000


def neutral(text: str) -> str:
    """The text with each control or reordering character shown as U+FFFD instead of acting."""
    return _CONTROL.sub("\ufffd", text) if _CONTROL.search(text) else text


def safe_url(url: str | None) -> str | None:
    """The address if a page may link to it: absolute http or https, with a host, without user name; else None."""
    if url is None or len(url) > LONGEST_ADDRESS or not _ADDRESS.fullmatch(url) or _CONTROL.search(url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if host and "@" not in parts.netloc else None


def safe_event_id(event_id: str) -> bool:
    """Whether the id can name a file: letters, digits, hyphen and underscore, at most 128 of them."""
    return _EVENT_ID.fullmatch(event_id) is not None


def outlet_file(outlet: str) -> str:
    """The file name of an outlet's page: a lower-case domain as it is, else a slug, an underscore and a hash.

    No plain name holds an underscore, so the two sorts never meet; nothing of the name can leave the folder.
    """
    if _PLAIN_NAME.fullmatch(outlet):
        return f"{outlet}.html"
    ascii_only = unicodedata.normalize("NFKD", outlet).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only)[:40].strip("-") or "outlet"
    digest = sha256(outlet.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{slug}_{digest}.html"


def shortened(text: str, most: int) -> str:
    """At most `most` code points of the text, whitespace joined, an ellipsis where something was left out."""
    flat = " ".join(text[: most * 4].split())
    if len(flat) <= most:
        return flat
    cut = flat[: most - 1]
    word = cut.rpartition(" ")[0]
    return (word if len(word) > most // 2 else cut) + "…"
