"""A fortnight of feeds, day by day into one warehouse: how a long story holds together, and who is drawn into what.

    python -m benchmarks.feeds CORPORA [--keep FOLDER] [--story PATTERN] [--read 50] [--seed 1]

Each day is one `rashomon run` in a process of its own, as a schedule would have it. There are no labels: printed are
the seconds and events of each day, over how many events the articles go whose headline or lead fits PATTERN (the
earthquakes of the first days, where none is given), the largest of those with the share of its members that fit, and
memberships drawn at random from events of two articles and more, to be read by eye: each as the headlines of the
article and of the member that it is likest, with the reasons.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb
import polars as pl

STORY = r"(?i)\b(?:earth)?quakes?\b"
SHOWN = 12


def run_days(articles: pl.DataFrame, folder: Path) -> Path:
    """The warehouse after a run for each day of `published`. Raises CalledProcessError where a run fails."""
    warehouse = folder / "feeds.duckdb"
    for (day,), rows in sorted(articles.group_by(pl.col("published").str.slice(0, 10))):
        file = folder / f"{day}.parquet"
        rows.write_parquet(file)
        command = [sys.executable, "-m", "rashomon.cli", "run", "-q", str(file)]
        started = time.perf_counter()
        subprocess.run([*command, "--warehouse", str(warehouse), "--reports", str(folder / "reports")], check=True)
        events = tables(warehouse, "events")["events"].filter(pl.col("superseded_by").is_null()).height
        print(f"{day}: {rows.height} articles, {time.perf_counter() - started:.0f} s, {events} events", flush=True)
    return warehouse


def tables(warehouse: Path, *names: str) -> dict[str, pl.DataFrame]:
    """These tables, whole."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return {name: connection.table(name).pl() for name in names}


def memberships(warehouse: Path) -> pl.DataFrame:
    """article_id, event_id, reasons, title, told (headline and lead), size (articles of the event), event_title."""
    found = tables(warehouse, "articles", "event_articles", "events")
    told = pl.concat_str(pl.col("title").fill_null(""), pl.lit(" "), pl.col("text").fill_null(""))
    articles = found["articles"].sort("revision").unique("article_id", keep="last")
    return (
        found["event_articles"]
        .join(articles.select("article_id", "title", "outlet", told=told), on="article_id")
        .join(found["events"].select("event_id", event_title="title"), on="event_id")
        .with_columns(size=pl.len().over("event_id"))
        .sort("article_id")
    )


def report(members: pl.DataFrame, story: str, read: int, seed: int) -> None:
    """Prints what the module says it does."""
    about = members.with_columns(fits=pl.col("told").str.contains(story))
    of_it = about.filter("fits")
    events = (
        about.filter(pl.col("event_id").is_in(of_it["event_id"].implode()))
        .group_by("event_id", "event_title")
        .agg(pl.len(), pl.col("fits").sum())
        .sort("fits", "event_id", descending=[True, False])
    )
    several = events.filter(pl.col("fits") > 1)
    print(f"\n{of_it.height} articles fit; {events.height} events hold them, {several.height} of them two or more")
    for event, title, size, fits in events.head(SHOWN).iter_rows():
        print(f"{event}: {fits} of {size} fit; {title}")
    titles = dict(members.select("article_id", "title").iter_rows())
    drawn = members.filter((pl.col("size") > 1) & (pl.col("reasons").list.len() > 1)).rows(named=True)
    print()
    for k, row in enumerate(random.Random(seed).sample(drawn, min(read, len(drawn))), 1):
        like = row["reasons"][0].split()[2]
        print(
            f"{k}. {row['title']}\n   {titles.get(like)}\n   {'; '.join(row['reasons'][1:])} ({row['size']} articles)"
        )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--keep", type=Path, help="keep the warehouse here; one that is there is read, not made")
    parser.add_argument("--story", default=STORY)
    parser.add_argument("--read", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = options.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        made = folder / "feeds.duckdb"
        if not made.exists():
            made = run_days(pl.read_parquet(options.corpora / "feeds_fortnight" / "articles.parquet"), folder)
        report(memberships(made), options.story, options.read, options.seed)


if __name__ == "__main__":
    main()
