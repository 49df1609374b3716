"""A claim on its way: everything that one sentence says of it, before the article is looked at as a whole."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from expectations.contracts.vocabulary import Basis, Hedge, Kind, Precision, Residue, Stance
from transforms.claims.passages import Passage
from transforms.ids import stable_id


@dataclass(frozen=True, slots=True)
class Draft:
    """One claim. Offsets `start`, `end` are code points inside the passage, which is the quote."""

    passage: Passage
    kind: Kind
    start: int
    end: int
    low: int | None
    high: int | None
    anchor: int | None
    hedge: Hedge | None
    rule: str
    stance: Stance
    basis: Basis | None = None
    node: str | None = None
    population: str | None = None
    scope: str | None = None
    attributed_to: str | None = None
    cue: str | None = None
    as_of: datetime | None = None
    as_of_precision: Precision | None = None
    as_of_basis: str | None = None
    change_cue: str | None = None
    part: bool = False
    older: bool = False
    listed: bool = False
    of_them: bool = False
    harm_word: str | None = None
    reason: str | None = None
    canonical: str | None = None
    confidence: float = 0.5

    @property
    def text(self) -> str:
        """The figure or the words themselves."""
        return self.passage.text[self.start : self.end]

    @property
    def place(self) -> tuple[str, int, int]:
        """Where it stands in the article, for sorting."""
        return "" if self.passage.field == "title" else "text", self.passage.start, self.start

    def with_(self, **changes: Any) -> "Draft":
        """The same draft with some fields set; itself where they are so already, since copies are dear."""
        return (
            self if all(getattr(self, name) == value for name, value in changes.items()) else replace(self, **changes)
        )


@dataclass(frozen=True, slots=True)
class Remainder:
    """A number of a candidate passage that became no claim; `start` inside the passage."""

    passage: Passage
    start: int
    text: str
    reason: Residue


def row(draft: Draft, article_id: str, revision: int, ordinal: int) -> dict[str, object]:
    """The claim as a row of the contract's frame; its id knows the sentence, not where the sentence stands."""
    passage = draft.passage
    parts = (article_id, draft.kind, passage.field, passage.text, draft.start, draft.end, draft.rule, ordinal)
    return {
        "claim_id": stable_id("c", *parts),
        "article_id": article_id,
        "revision": revision,
        "event_id": None,
        "kind": draft.kind.value,
        "low": draft.low,
        "high": draft.high,
        "anchor": draft.anchor,
        "hedge": draft.hedge.value if draft.hedge else None,
        "value_text": draft.text,
        "value_class": draft.node,
        "population": draft.population,
        "scope": draft.scope,
        "basis": draft.basis.value if draft.basis else None,
        "is_event_total": draft.reason is None,
        "total_reason": draft.reason,
        "attributed_to": draft.attributed_to,
        "source_canonical": draft.canonical,
        "cue": draft.cue,
        "stance": draft.stance.value,
        "as_of": draft.as_of,
        "as_of_precision": draft.as_of_precision.value if draft.as_of_precision else None,
        "as_of_basis": draft.as_of_basis,
        "change_cue": draft.change_cue,
        "harm_word": draft.harm_word,
        "evidence_field": passage.field,
        "evidence_start": passage.start,
        "evidence_end": passage.start + len(passage.text),
        "quote": passage.text,
        "value_start": draft.start,
        "value_end": draft.end,
        "confidence": draft.confidence,
        "rule": draft.rule,
    }
