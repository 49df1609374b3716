"""Doers named by a surname alone: only the article as a whole tells that it is a person's name."""

import re

from transforms.claims.drafts import Draft
from transforms.claims.suspects import NAMED, SURNAME


def with_surnames(drafts: list[Draft], text: str) -> list[Draft]:
    """The drafts without doers named by one word that the article never gives with a first name before it."""
    alone = {d.text for d in drafts if d.rule == SURNAME}
    known = {word for word in alone if re.search(rf"[A-Z][\w.'’-]+ {re.escape(word)}\b", text)}
    kept = (d for d in drafts if d.rule != SURNAME or d.text in known)
    return [d.with_(rule=NAMED) if d.rule == SURNAME else d for d in kept]
