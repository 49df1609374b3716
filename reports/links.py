"""Which pages exist, and relative paths to them."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from reports.hostile import LONGEST_ADDRESS, outlet_file, safe_event_id, safe_url, shortened
from reports.parts import Link

LONGEST_TITLE = 160
LONGEST_OUTLET = 60


@dataclass(frozen=True, slots=True)
class Links:
    """Links from pages at `root` ('' or '../'), only to pages for which `has_event` or `has_outlet` is true."""

    root: str
    has_event: Callable[[str], bool]
    has_outlet: Callable[[str], bool]

    def event(self, event_id: str, text: str, fragment: str = "") -> Link:
        """A link to an event's page, its text shortened."""
        known = safe_event_id(event_id) and self.has_event(event_id)
        href = f"{self.root}events/{event_id}.html{fragment}" if known else None
        return Link(shortened(text, LONGEST_TITLE) or "Untitled event", href)

    def outlet(self, outlet: str) -> Link:
        """A link to an outlet's page."""
        href = f"{self.root}outlets/{quote(outlet_file(outlet))}" if self.has_outlet(outlet) else None
        return Link(shortened(outlet, LONGEST_OUTLET) or "unnamed outlet", href)


def original(url: str | None, text: str | None) -> Link:
    """A link to the outlet's own page where its address is safe; else the address (or text) without a link."""
    href = safe_url(url)
    shown = shortened(text or "", LONGEST_TITLE)
    if href is None and url:
        return Link(shown or shortened(url[:LONGEST_ADDRESS], LONGEST_TITLE), None)
    return Link(shown or "Original", href)
