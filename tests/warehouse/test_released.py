"""A warehouse that any released version made is brought to today's schema with all its rows.

To add version 2, see `release.py`: one new file `released/0002.sql`, the older ones as they are.
"""

from pathlib import Path

import duckdb
import polars as pl
import pytest

from expectations.contracts import BY_NAME, TABLES
from rashomon.errors import WarehouseError
from tests.warehouse.release import dump
from warehouse.connect import reader, writer
from warehouse.ddl import SCHEMA_VERSION
from warehouse.layout import Layout
from warehouse.load import Loaded, merge
from warehouse.publish import publish, seed
from warehouse.sql import views

RELEASED = sorted((Path(__file__).parent / "released").glob("*.sql"))
EVERY_COLUMN = (Path(__file__).parent / "every_column.sql").read_text(encoding="utf-8")
SCOPES = {"claims": "article_id", "claim_pairs": "event_id", "discrepancies": "event_id", "event_estimates": "event_id"}

Rows = dict[str, pl.DataFrame]


def rows(con: duckdb.DuckDBPyConnection) -> Rows:
    names = [name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
    return {name: con.execute(f'SELECT * FROM "{name}" ORDER BY ALL').pl() for name in names}


@pytest.fixture(params=RELEASED, ids=lambda path: path.stem)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Layout, Rows]:
    """The published file as that version left it, and its rows."""
    layout = Layout(tmp_path / "r.duckdb")
    with duckdb.connect(str(layout.published)) as con:
        con.execute(request.param.read_text(encoding="utf-8"))
        return layout, rows(con)


def test_every_version_has_its_file_with_rows_in_each_table(released: tuple[Layout, Rows]) -> None:
    assert [int(path.stem) for path in RELEASED] == list(range(1, SCHEMA_VERSION + 1))
    assert [name for name, held in released[1].items() if held.is_empty()] == []


def test_all_rows_survive_and_the_schema_is_that_of_a_new_file(released: tuple[Layout, Rows], tmp_path: Path) -> None:
    layout, before = released
    seed(layout)
    with writer(layout.writer) as con:
        after, schema = rows(con), con.execute(EVERY_COLUMN).fetchall()
        versions = [v for (v,) in con.execute("SELECT schema_version FROM schema_versions ORDER BY ALL").fetchall()]
    with writer(tmp_path / "new.duckdb") as con:
        assert schema == con.execute(EVERY_COLUMN).fetchall()
    assert versions[-1] == SCHEMA_VERSION
    assert set(after) == {table.name for table in TABLES}
    for name, held in before.items():
        common = [column for column in held.columns if column in after[name].columns]
        kept = after[name].join(held.select(common), on=common, how="semi", nulls_equal=True)
        assert kept.height == held.height, name
        assert after[name].height == held.height + (len(versions) - 1 if name == "schema_versions" else 0), name


def test_a_run_goes_on_with_it(released: tuple[Layout, Rows]) -> None:
    layout, _ = released
    seed(layout)
    with writer(layout.writer) as con:
        held = rows(con)
        for table in (BY_NAME[name] for name in held if name in BY_NAME and not BY_NAME[name].log):
            scope = SCOPES.get(table.name)
            within = (scope, held[table.name][scope]) if scope else None
            same = held[table.name].drop("run_id", strict=False)
            assert merge(con, table, same, "next", scope=within) == Loaded(0, 0, 0), table.name
        articles = BY_NAME["articles"]
        revised = held["articles"].drop("run_id").with_columns(pl.col("revision") + 1, text=pl.lit("Ten died."))
        assert merge(con, articles, articles.conform(revised), "next") == Loaded(revised.height, 0, 0)
    publish(layout)
    with reader(layout.published) as con:
        found = con.execute("SELECT DISTINCT text FROM current_articles").fetchall()
        assert found == [("Ten died.",)]
        for name in views():
            con.execute(f'SELECT * FROM "{name}"').fetchall()


def test_a_reader_is_told_to_run_where_the_schema_is_older(released: tuple[Layout, Rows]) -> None:
    layout, held = released
    with duckdb.connect(str(layout.published)) as con:
        con.execute("UPDATE schema_versions SET schema_version = schema_version - 1")
    with pytest.raises(WarehouseError, match="bring it up with: rashomon run"), reader(layout.published):
        pass
    assert held["schema_versions"].height > 0


def test_what_is_dumped_builds_the_same_again(released: tuple[Layout, Rows]) -> None:
    layout, held = released
    with duckdb.connect(str(layout.published)) as con:
        con.execute("SET timezone = 'UTC'")
        script = dump(con)
    with duckdb.connect() as con:
        con.execute(script)
        again = rows(con)
    for name, frame in held.items():
        assert again[name].equals(frame, null_equal=True), name
