"""Saved web pages: one article a page."""

import io
import re
from collections.abc import Iterator

from transforms.readers.model import Format, Records, from_mappings
from transforms.readers.page import Params, article

STARTS = re.compile(
    rb"<(?:!doctype\s+html|!--|\?xml\b[^>]*>\s*<(?:!doctype\s+html|html)|(?:html|head|body|article|main)\b)", re.I
)
"""How a page starts that has no name: what no plain text starts with (WHATWG MIME Sniffing, section 7.1, shortened)."""


def batches(name: str, data: io.BufferedReader) -> Iterator[Records]:
    """The one record of a page; no record where the file is blank. Raises InputError as `page.article` does."""
    content = data.read(Params().bytes + 1)
    if not content.strip(b" \t\r\n\xef\xbb\xbf"):
        return from_mappings(name, [], [])
    return from_mappings(name, [(1, article(name, content))], [])


FORMAT = Format("HTML", (".html", ".htm", ".xhtml", ".shtml"), batches)
