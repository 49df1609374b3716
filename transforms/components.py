"""Connected components."""

import polars as pl


def components(ids: pl.Series, edges: pl.DataFrame) -> pl.DataFrame:
    """id, root (the smallest id of its component), one row an id, sorted. `edges`: a, b, both among `ids`.

    Union–find with path halving (Tarjan & van Leeuwen, JACM 1984).
    """
    parent = {name: name for name in ids.to_list()}

    def find(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for a, b in edges.iter_rows():
        low, high = sorted((find(a), find(b)))
        parent[high] = low
    rows = sorted((name, find(name)) for name in parent)
    return pl.DataFrame(rows, schema={"id": pl.String, "root": pl.String}, orient="row")
