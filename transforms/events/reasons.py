"""Why an article belongs to its event: the strongest pieces of evidence that it shares with its likest member."""

from math import sqrt

import polars as pl

from transforms.claims.gazetteer import gazetteer
from transforms.events.compare import Coverage
from transforms.events.evidence import weights
from transforms.events.facts import Facts

STRONGEST = 3
FIGURE = r"^\d"


def reasons(joined: pl.DataFrame, whole: Coverage) -> pl.DataFrame:
    """event_id, article_id, reasons: which article it is likest, then the strongest pieces of evidence for it.

    `joined`: event_id, article_id, member (the likest article of the event, null where there is none).
    """
    shared = _shared(joined, whole.words)
    outlets = dict(whole.own.select("article_id", "outlet").iter_rows())
    code, paired = whole.like.code, joined.drop_nulls("member")
    known = whole.facts(whole.codes([*paired["article_id"], *paired["member"]]))
    told = []
    for event, article, member in joined.iter_rows():
        if member is None:
            told.append((event, article, ["opened the event"]))
            continue
        found = _evidence(known[code[article]], known[code[member]], shared.get(article, {}))
        strongest = [text for _, text in sorted(found, key=lambda piece: -piece[0])[:STRONGEST]]
        told.append((event, article, [f"like article {member} of {outlets[member]}", *strongest]))
    schema: dict[str, pl.DataType | type[pl.DataType]] = {
        "event_id": pl.String,
        "article_id": pl.String,
        "reasons": pl.List(pl.String),
    }
    return pl.DataFrame(told, schema=schema, orient="row")


def _shared(joined: pl.DataFrame, words: pl.DataFrame) -> dict[str, dict[str, tuple[float, list[str]]]]:
    """Article → names, figures and words that it shares with its likest member, heaviest first, with their weight."""
    kind = pl.when(pl.col("word").str.contains(FIGURE)).then(pl.lit("figures"))
    both = (
        joined.drop_nulls("member")
        .join(words, on="article_id")
        .join(words.select("article_id", "word", "weight"), left_on=["member", "word"], right_on=["article_id", "word"])
        .with_columns(
            part=pl.col("weight") * pl.col("weight_right"),
            kind=kind.when("named").then(pl.lit("names")).otherwise(pl.lit("words")),
        )
        .sort("article_id", "part", "word", descending=[False, True, False])
        .group_by("article_id", "kind", maintain_order=True)
        .agg(pl.col("part").sum(), pl.col("word").head(STRONGEST))
    )
    found: dict[str, dict[str, tuple[float, list[str]]]] = {}
    for article, name, part, heaviest in both.iter_rows():
        found.setdefault(article, {})[name] = (part, heaviest)
    return found


SAID = {"names": "both name {}", "figures": "same figures: {}", "words": "both say {}"}


def _evidence(a: Facts, b: Facts, shared: dict[str, tuple[float, list[str]]]) -> list[tuple[float, str]]:
    """(what it adds to the log-odds, in words) of each piece that speaks for the pair."""
    weight = weights()
    found = [
        (weight["names"] * sqrt(part), SAID[kind].format(", ".join(words))) for kind, (part, words) in shared.items()
    ]
    table = gazetteer()
    places = [
        label
        for level in ("cities", "regions", "countries")
        for label in sorted(table.label[row] for row in getattr(a, level) & getattr(b, level))
    ]
    if places:
        found.append((1.0, f"same place: {', '.join(places[:2])}"))
    if ages := sorted(a.ages & b.ages):
        found.append((weight["same_age"] * len(ages), f"same age: {', '.join(map(str, ages[:2]))}"))
    if a.published is not None and b.published is not None:
        apart = abs(a.published - b.published)
        found.append((weight["same_day"] if apart <= 1 else 0.0, f"published {apart} day{'s' * (apart != 1)} apart"))
    return found
