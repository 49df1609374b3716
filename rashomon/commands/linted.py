"""Findings inside articles, with their places in the files that the user gave."""

from collections.abc import Sequence
from typing import Any

import polars as pl

from rashomon.commands.claims import gathered
from rashomon.commands.output import plain
from rashomon.inputs import documents
from transforms.readers import Spot, places, read
from transforms.readers.spots import place

SIDES = ("first", "second")


class Files:
    """Inputs that are held, so that places in them can be told. Raises InputError as `claims.records_of` does."""

    def __init__(self, inputs: Sequence[str]) -> None:
        self._held = dict(documents(inputs))
        self.records = gathered(inputs, (read(name, data) for name, data in self._held.items()))

    def placed(self, found: pl.DataFrame, articles: pl.DataFrame) -> list[dict[str, Any]]:
        """Findings (transforms.lint.SCHEMA) as dictionaries, each with its outlet, `source` and `row` of its article,
        and for both sides line, column and `counted_in`: file, or title or text of the article.
        """
        rows = found.to_dicts()
        told = {row["article_id"]: row for row in articles.to_dicts()}
        origin = self._origins(articles.filter(pl.col("article_id").is_in(found["article_id"].unique().implode())))
        wanted: dict[str, list[tuple[dict[str, Any], str, Spot]]] = {}
        for row in rows:
            article = told[row["article_id"]]
            row["source"], row["row"] = origin[row["article_id"]]
            row["outlet"] = article["outlet"]
            for side in SIDES:
                spot = _spot(row, side, article)
                row[f"line_{side}"], row[f"column_{side}"] = place(spot.value, spot.start)
                row[f"counted_in_{side}"] = spot.field
                wanted.setdefault(row["source"], []).append((row, side, spot))
        for source, asked in wanted.items():
            for (row, side, _), at in zip(
                asked, places(source, self._held[source], [s for *_, s in asked]), strict=True
            ):
                if at is not None:
                    row[f"line_{side}"], row[f"column_{side}"] = at
                    row[f"counted_in_{side}"] = "file"
        return rows

    def _origins(self, articles: pl.DataFrame) -> dict[str, tuple[str, int]]:
        """File and row of each article: of the same article twice the first."""
        title = pl.col("title").str.strip_chars().fill_null("")
        raw = self.records.rows.select("source", "row", "text", title, outlet=pl.col("outlet").str.strip_chars())
        same = articles.select("article_id", "outlet", "text", title).join(raw, on=["outlet", "text", "title"])
        return {row[0]: (row[1], row[2]) for row in same.select("article_id", "source", "row").reverse().iter_rows()}


def _spot(row: dict[str, Any], side: str, article: dict[str, Any]) -> Spot:
    field = row[f"field_{side}"]
    return Spot(
        row["row"],
        field,
        article[field] or "",
        row[f"evidence_start_{side}"],
        row[f"evidence_end_{side}"],
        row[f"value_start_{side}"],
    )


def printed(row: dict[str, Any]) -> str:
    """One line, as compilers write theirs; the place of the second figure stands at its end."""
    source = row["source"].rstrip(":")
    if row["counted_in_first"] == "file":
        where = f"{source}:{row['line_first']}:{row['column_first']}"
    else:
        where = f"{source}, article {row['row']}, {_words(row, 'first')}"
    second = "line {line_second}, column {column_second}".format(**row)
    other = second if row["counted_in_second"] == "file" else _words(row, "second")
    return f"{plain(where)}: {row['severity']}: {row['type']}: {plain(row['explanation'])} The other: {other}."


def _words(row: dict[str, Any], side: str) -> str:
    line, column = row[f"line_{side}"], row[f"column_{side}"]
    return f"line {line}, column {column} of the {row[f'counted_in_{side}']} as read"
