"""A published warehouse made by hand: rows that conform to the contracts, hostile ones among them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import polars as pl

from expectations.contracts import BY_NAME
from warehouse.connect import writer

START = datetime(2025, 4, 24, 6, tzinfo=UTC)
RUN = "run-2"


@dataclass
class Rows:
    """Rows by table, filled by `article`, `claim` and the rest, written by `save`."""

    tables: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {name: [] for name in BY_NAME})

    def add(self, table: str, **row: Any) -> None:
        """One row; what is not given is null, and the run the newer one."""
        self.tables[table].append({**dict.fromkeys(BY_NAME[table].schema), "run_id": RUN, **row})

    def article(
        self,
        article_id: str,
        outlet: str,
        text: str,
        *,
        event: str | None = "harbour",
        title: str | None = "Blast at the harbour",
        url: str | None = None,
        hours: float | None = 0,
        precision: str = "minute",
        credit: str | None = None,
        group: str | None = None,
    ) -> str:
        at = None if hours is None else START + timedelta(hours=hours)
        self.add(
            "articles",
            article_id=article_id,
            revision=1,
            outlet=outlet,
            url=url or f"https://news.example/{article_id}",
            title=title,
            text=text,
            published_at=at,
            published_precision=None if at is None else precision,
            fetched_at=START + timedelta(days=3),
            language="en",
            wire_credit=credit,
            syndication_group=group or article_id,
            content_hash=article_id,
        )
        if event is not None:
            self.add("event_articles", event_id=event, article_id=article_id, reasons=["same place, same day"])
        return article_id

    def claim(
        self,
        claim_id: str,
        article_id: str,
        kind: str,
        value: str,
        *,
        low: int | None = None,
        high: int | None = None,
        anchor: int | None = None,
        hedge: str | None = None,
        source: str | None = None,
        stance: str = "asserts",
        as_of: float | None = None,
        total: bool = True,
        population: str | None = None,
    ) -> str:
        """A claim whose quote is the sentence of the article's text in which `value` stands first."""
        article = next(a for a in self.tables["articles"] if a["article_id"] == article_id)
        text, at = article["text"], article["text"].index(value)
        start = text.rfind(". ", 0, at) + 2 if ". " in text[:at] else 0
        stop = text.find(". ", at)
        end = len(text) if stop < 0 else stop + 1
        event = next((r["event_id"] for r in self.tables["event_articles"] if r["article_id"] == article_id), None)
        self.add(
            "claims",
            claim_id=claim_id,
            article_id=article_id,
            revision=1,
            event_id=event,
            kind=kind,
            low=low,
            high=high,
            anchor=anchor,
            hedge=hedge,
            value_text=value,
            population=population,
            basis="stated",
            is_event_total=total,
            attributed_to=source,
            source_canonical=source,
            cue=None,
            stance=stance,
            as_of=None if as_of is None else START + timedelta(hours=as_of),
            as_of_precision=None if as_of is None else "minute",
            as_of_basis=None if as_of is None else "by six",
            change_cue=None,
            evidence_field="text",
            evidence_start=start,
            evidence_end=end,
            quote=text[start:end],
            value_start=at - start,
            value_end=at - start + len(value),
            confidence=0.9,
            rule="number",
        )
        return claim_id

    def event(self, event_id: str, title: str, *, into: str | None = None, place: str | None = "Port Town") -> None:
        """The event's row, counted from the articles that tell of it."""
        ids = {r["article_id"] for r in self.tables["event_articles"] if r["event_id"] == event_id}
        told = [a for a in self.tables["articles"] if a["article_id"] in ids]
        times = [a["published_at"] for a in told if a["published_at"]]
        self.add(
            "events",
            event_id=event_id,
            title=title,
            first_published=min(times, default=None),
            last_published=max(times, default=None),
            place=place,
            n_articles=max(1, len(told)),
            n_outlets=max(1, len({a["outlet"] for a in told})),
            n_independent_sources=max(1, len({a["syndication_group"] for a in told})),
            superseded_by=into,
        )

    def discrepancy(
        self, discrepancy_id: str, kind: str, type_: str, claims: list[str], *, severity: str = "high",
        status: str = "open", explanation: str = "Two figures.", event: str = "harbour",
    ) -> None:  # fmt: skip
        articles = {c["article_id"] for c in self.tables["claims"] if c["claim_id"] in claims}
        self.add(
            "discrepancies",
            discrepancy_id=discrepancy_id,
            event_id=event,
            kind=kind,
            type=type_,
            in_article=len(articles) == 1,
            severity=severity,
            confidence=0.8,
            claim_ids=sorted(claims),
            low=None,
            high=None,
            explanation=explanation,
            first_seen=START,
            last_seen=START,
            status=status,
            evidence_hash="h",
        )

    def pair(self, a: str, b: str, relation: str, reason: str, event: str = "harbour") -> None:
        a, b = sorted((a, b))
        self.add(
            "claim_pairs",
            event_id=event,
            claim_a=a,
            claim_b=b,
            similarity=0.5,
            relation=relation,
            reason=reason,
            in_article=False,
        )

    def estimate(self, kind: str, profile: str, low: int, best: int, high: int, event: str = "harbour") -> None:
        self.add(
            "event_estimates",
            event_id=event,
            kind=kind,
            profile=profile,
            low=low,
            best=best,
            high=high,
            rule=f"rule of {profile}",
            claim_ids=[],
        )

    def runs(self) -> None:
        """Two runs with their checks; in the newer one a warning failed and two rows were set aside."""
        stages = json.dumps([{"stage": "articles", "rows_in": 9, "rows_out": 8, "quarantined": 1, "seconds": 0.5}])
        for n, run in enumerate(("run-1", RUN)):
            at = START + timedelta(days=4, hours=n)
            self.add(
                "runs",
                run_id=run,
                started_at=at,
                ended_at=at + timedelta(seconds=30),
                state="completed",
                stages=stages,
                error=None,
                version="9.9.9",
            )
            checks = (
                ("articles", "articles", "has_words", "warning"),
                ("articles", "articles", "outlet_not_null", "critical"),
                ("claims", "residue", "share_unhandled", "info"),
                ("claims", "claims", "verbatim_span", "critical"),
                ("estimates", "event_estimates", "event_id_not_null", "critical"),
                ("estimates", "event_estimates", "key_unique", "critical"),
            )
            for stage, suite, name, severity in checks:
                failed = n == 1 and name in {"has_words", "share_unhandled"}
                self.add(
                    "quality_results",
                    run_id=run,
                    stage=stage,
                    suite=suite,
                    expectation=name,
                    severity=severity,
                    success=not failed,
                    observed="1 of 9" if failed else None,
                    unexpected_count=int(failed),
                    checked_rows=9,
                    checked_at=at,
                )
        for record, reasons in (("in.jsonl, row 3", ["no outlet", "no text"]), ("in.jsonl, row 4", ["no text"])):
            self.add("quarantine", stage="read", record_id=record, reasons=reasons, record="{}", quarantined_at=START)

    def save(self, path: Path) -> Path:
        with writer(path) as con:
            for name, rows in self.tables.items():
                if rows:
                    frame = pl.DataFrame(rows, schema=BY_NAME[name].schema)
                    con.register("incoming", frame.to_arrow())
                    con.execute(f"INSERT INTO {name} BY NAME SELECT * FROM incoming")
                    con.unregister("incoming")
        return path


def exactly(n: int) -> dict[str, Any]:
    """The bounds of an exact figure."""
    return {"low": n, "high": n, "anchor": n, "hedge": "exact"}


def harbour(rows: Rows) -> None:
    """One event as four outlets tell it: 9, 8 after a correction, more than 12; two carry one story; one undated."""
    rows.article("a1", "morning.example", "Nine people died. A blast hit the harbour. 30 were hurt.", precision="day")
    rows.article("a2", "evening.example", "The fire service revised the toll. It now counts 8 dead.", hours=5)
    rows.article(
        "a3", "night.example", "The mayor spoke. He said more than 12 people were killed.", hours=9, group="a3"
    )
    rows.article(
        "a4",
        "copy.example",
        "The mayor spoke. He said more than 12 people were killed.",
        hours=None,
        group="a3",
        credit="XYZ",
    )
    rows.event("harbour", "Blast at the harbour")
    rows.claim("c1", "a1", "killed", "Nine", **exactly(9))
    rows.claim("c2", "a2", "killed", "8", source="Fire Service", as_of=4, **exactly(8))
    over = {"low": 13, "anchor": 12, "hedge": "more_than", "source": "the mayor"}
    rows.claim("c3", "a3", "killed", "more than 12", **over)
    rows.claim("c4", "a4", "killed", "more than 12", **over)
    rows.claim("c5", "a1", "injured", "30", **exactly(30))
    rows.discrepancy("d-fall", "killed", "downward_correction", ["c1", "c2"], explanation="'Nine', then '8'.")
    rows.discrepancy("d-floor", "killed", "divergent_floors", ["c1", "c3", "c4"], severity="medium")
    rows.discrepancy("d-gone", "killed", "hard_conflict", ["c2", "c3"], severity="low", status="dismissed")
    rows.pair("c1", "c2", "downward_correction", "later and lower")
    rows.pair("c1", "c5", "not_comparable", "one counts the killed, the other the injured")
    rows.estimate("killed", "consensus", 8, 9, 13)
    rows.estimate("killed", "latest", 13, 13, 13)


CANARY = "<script>window.struck=1</script>\"><img src=x onerror=window.struck=1>'><svg onload=window.struck=1>"
OVERRIDE = "safe\u202egnp.exe\u2066\x07\x1b[31m"


def hostile(rows: Rows) -> None:
    """An event in which every text that comes from the network tries to break out."""
    text = f"{CANARY} 41 people died. {OVERRIDE} 99 people died. {'word ' * 2000}"
    for n, (outlet, url) in enumerate(
        (
            ("../../etc/passwd", "javascript:window.struck=1"),
            (CANARY, "data:text/html,<script>window.struck=1</script>"),
            (OVERRIDE, "https://user@evil.example/"),
            ("C:\\con", ' https://x.example/"onmouseover="window.struck=1'),
            ("good.example", "https://good.example/a?b=1&c='<"),
        )
    ):
        rows.article(f"h{n}", outlet, text, event="hostile", title=(CANARY + OVERRIDE) * 40, url=url, credit=CANARY)
        rows.claim(f"k{n}", f"h{n}", "killed", "41", source=CANARY + OVERRIDE, **exactly(41))
        rows.claim(f"l{n}", f"h{n}", "killed", "99", source=OVERRIDE, **exactly(99))
        rows.claim(f"m{n}", f"h{n}", "perpetrator", CANARY, source=CANARY)
    rows.event("hostile", CANARY + OVERRIDE, place=CANARY)
    kinds = {"d1": ("killed", ["k0", "l1"]), "d2": ("perpetrator", ["m0", "m1"])}
    for key, (kind, claims) in kinds.items():
        rows.discrepancy(key, kind, "hard_conflict", claims, explanation=CANARY + OVERRIDE, event="hostile")
    rows.pair("k0", "l1", "not_comparable", CANARY, event="hostile")
    rows.estimate("killed", "consensus", 41, 41, 99, event="hostile")
    rows.article("h9", "odd.example", "4 people died.", event="../../escape")
    rows.claim("k9", "h9", "killed", "4", **exactly(4))
    rows.event("../../escape", "An id that would leave the folder")
    rows.add("quarantine", stage="read", record_id=CANARY, reasons=[CANARY], record="{}", quarantined_at=START)


def singles(rows: Rows, n: int) -> None:
    """Events that one article alone tells of."""
    for i in range(n):
        rows.article(f"s{i}", f"local{i % 9}.example", f"{i + 2} people died on road {i}.", event=f"road-{i}", hours=-i)
        rows.claim(f"s{i}c", f"s{i}", "killed", str(i + 2), **exactly(i + 2))
        rows.event(f"road-{i}", f"Crash on road {i}")
