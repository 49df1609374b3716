"""Copies: what is one text, and what only shares a statement or furniture."""

from datetime import UTC, datetime
from random import Random

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.syndication import group_copies
from transforms.syndication.copies import groups, links
from transforms.syndication.sketches import SketchParams, sketches

WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in "lmnrst"]


def story(seed: int, words: int = 120) -> str:
    return " ".join(Random(seed).choices(WORDS, k=words))


def frame(
    texts: dict[str, str], outlets: dict[str, str] | None = None, days: dict[str, int] | None = None
) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "article_id": list(texts),
            "text": list(texts.values()),
            "content_hash": list(texts.values()),
            "outlet": [(outlets or {}).get(a, a) for a in texts],
            "published_at": [datetime(2025, 3, (days or {}).get(a, 1), tzinfo=UTC) for a in texts],
        }
    )


BASE = {
    "a": story(1),
    "b": " ".join(story(1).split()[:60]),
    "c": f"Other headline. {story(1)} Follow us for more.",
    "d": story(2),
    "e": "",
    "f": story(2, 900),
    "g": " ".join(story(2, 900).split()[:100]),
}


def test_trimmed_and_reheadlined_copies_are_one_group_and_other_texts_are_not() -> None:
    found = dict(group_copies(frame(BASE)).iter_rows())
    assert found["a"] == found["b"] == found["c"]
    assert found["f"] == found["g"]
    assert len({found[x] for x in "ade"}) == 3


def test_a_group_goes_by_its_first_published_article_and_later_copies_leave_it() -> None:
    days = {"a": 2, "b": 1, "c": 3}
    assert dict(group_copies(frame(BASE, days=days)).iter_rows())["a"] == "b"
    more = {**BASE, "0": story(1) + " again"}
    assert dict(group_copies(frame(more, days={**days, "0": 4})).iter_rows())["0"] == "b"


def test_a_round_up_does_not_glue_its_stories_together() -> None:
    parts = [story(n, 60) for n in range(10, 18)]
    texts = {"round-up": " ".join(parts), **{f"s{n}": part for n, part in enumerate(parts)}}
    found = dict(group_copies(frame(texts)).iter_rows())
    assert len(set(found.values())) == len(texts)


def test_furniture_of_one_outlet_makes_no_copies() -> None:
    furniture = story(99, 80)
    texts = {f"n{n}": f"{story(n + 20, 60)} {furniture}" for n in range(12)}
    found = dict(group_copies(frame(texts, outlets=dict.fromkeys(texts, "gazette"))).iter_rows())
    assert len(set(found.values())) == len(texts)
    wire = {f"w{n}": story(5) + f" {story(n + 50, 8)}" for n in range(40)}
    assert len(set(dict(group_copies(frame(wire)).iter_rows()).values())) == 1


@settings(max_examples=15, deadline=None)
@given(st.permutations(list(BASE)), st.integers(1, 6))
def test_neither_order_nor_what_was_sketched_before_changes_anything(order: list[str], held: int) -> None:
    whole = frame(BASE)
    mixed = frame({a: BASE[a] for a in order})
    kept = pl.concat([sketches(mixed[:held], SketchParams()), sketches(mixed[held:], SketchParams())])
    linked = links(mixed, known=kept)
    assert linked.equals(links(whole))
    assert groups(mixed, linked).equals(group_copies(whole))


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 1000), st.integers(0, 119))
def test_containment_is_the_same_whichever_article_is_the_shorter(seed: int, cut: int) -> None:
    longer, shorter = story(seed), " ".join(story(seed).split()[cut:])
    one = links(frame({"a": longer, "b": shorter}))
    other = links(frame({"a": shorter, "b": longer}))
    assert one.equals(other)
    assert one.height == 0 or one["containment"][0] == 1.0
