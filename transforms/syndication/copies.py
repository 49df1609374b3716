"""Copies of one text, by containment of word shingles.

Containment (Broder 1997) is the share of the smaller sketch that stands in the other. It finds a trimmed copy, which
Jaccard's resemblance misses. A text of which another is only a small part may be a round-up of several stories: such
a link counts where all small parts of it are one story.
"""

from dataclasses import dataclass

import polars as pl

from transforms.components import components
from transforms.syndication.sketches import SketchParams, sketches, thin

LINKS: dict[str, pl.DataType] = {
    "article_a": pl.String(),
    "article_b": pl.String(),
    "containment": pl.Float64(),
    "shared": pl.Int64(),
}
"""Two copies: article_a < article_b, containment (0–1), shared (shingles of both sketches; 0 where all is the same)."""


@dataclass(frozen=True, slots=True)
class CopyParams:
    """`shingle`, `short`, `modulus`: see SketchParams. `containment` (0–1) makes two texts copies if they share
    `least` shingles; below `whole` of the larger one it is only part of it. A shingle in at least `furniture` texts and
    `repeats` of each outlet on average is house furniture and counts for nothing. A shingle in many texts is looked up
    in the first `compared` of them.
    """

    shingle: int = 5
    short: int = 400
    modulus: int = 4
    containment: float = 0.45
    least: int = 6
    whole: float = 0.2
    furniture: int = 6
    repeats: float = 3.0
    compared: int = 30

    @property
    def sketch(self) -> SketchParams:
        """The part that sketches depend on."""
        return SketchParams(self.shingle, self.short, self.modulus)


def _ordered(articles: pl.DataFrame) -> pl.DataFrame:
    """place, article_id, outlet, content_hash, in order of publication (undated last), then of ids."""
    time = pl.col("published_at") if "published_at" in articles.columns else pl.lit(None)
    outlet = pl.col("outlet") if "outlet" in articles.columns else pl.col("article_id")
    return (
        articles.select("article_id", "content_hash", outlet=outlet, time=time)
        .sort("time", "article_id", nulls_last=True)
        .drop("time")
        .with_row_index("place")
    )


def _pairs(ordered: pl.DataFrame, sketch: pl.DataFrame, params: CopyParams) -> pl.DataFrame:
    """first, second (places), containment, cover (share of the larger sketch), shared: candidates with a link."""
    texts = ordered.join(sketch, on="content_hash").select("place", "outlet", "whole", "n_thin", "shingles")
    held = texts.select("place", "outlet", shingle="shingles").explode("shingle", empty_as_null=False, keep_nulls=False)
    met = held.filter(pl.col("shingle").is_duplicated())
    n, outlets = pl.len(), pl.col("outlet").n_unique()
    house = met.group_by("shingle").agg(
        house=(n >= params.furniture) & (n >= params.repeats * outlets), thin=thin(params.sketch).first()
    )
    met = met.join(house, on="shingle")
    gone = met.filter("house").group_by("place").agg(gone=pl.len(), gone_thin=pl.col("thin").sum())
    sizes = texts.join(gone, on="place", how="left").select(
        "place",
        "whole",
        n=pl.col("shingles").list.len() - pl.col("gone").fill_null(0),
        n_thin=pl.col("n_thin") - pl.col("gone_thin").fill_null(0),
    )
    kept = met.filter(~pl.col("house")).select("place", "shingle").sort("place")
    first = kept.filter(pl.int_range(pl.len()).over("shingle") < params.compared)
    shared = (
        first.join(kept, on="shingle", suffix="_b")
        .filter(pl.col("place") < pl.col("place_b"))
        .group_by(first="place", second="place_b")
        .agg(shared=pl.len())
        .filter(pl.col("shared") >= params.least)
    )
    both = shared.join(sizes, left_on="first", right_on="place").join(
        sizes, left_on="second", right_on="place", suffix="_b"
    )
    # Of a short and a long text only the thinned part of both can meet.
    full = pl.col("whole") & pl.col("whole_b")
    a, b = (pl.when(full).then(f"n{side}").otherwise(f"n_thin{side}") for side in ("", "_b"))
    return (
        both.with_columns(
            containment=(pl.col("shared") / pl.min_horizontal(a, b)).clip(0, 1),
            cover=(pl.col("shared") / pl.max_horizontal(a, b)).clip(0, 1),
            larger=pl.when(a >= b).then("first").otherwise("second"),
            smaller=pl.when(a >= b).then("second").otherwise("first"),
        )
        .filter(pl.col("containment") >= params.containment)
        .select("first", "second", "containment", "cover", "shared", "larger", "smaller")
    )


def _parts_of_one_story(parts: pl.DataFrame, roots: pl.DataFrame) -> pl.DataFrame:
    """Of links to a small part those whose larger text has small parts of one story only. `roots`: id, root."""
    stories = parts.join(roots, left_on="smaller", right_on="id")
    one = stories.group_by("larger").agg(n=pl.col("root").n_unique()).filter(pl.col("n") == 1)
    return parts.join(one.select("larger"), on="larger", how="semi")


def links(articles: pl.DataFrame, params: CopyParams | None = None, known: pl.DataFrame | None = None) -> pl.DataFrame:
    """LINKS that make groups, sorted. `articles`: article_id, content_hash, and text unless `known` holds the sketch of
    every content; outlet and published_at where there are any.

    Texts of the same content are copies whatever their length: each is linked with the first of them.
    """
    params = params or CopyParams()
    ordered = _ordered(articles)
    sketch = sketches(articles, params.sketch) if known is None else known
    first = ordered.unique("content_hash", keep="first", maintain_order=True)
    same = (
        ordered.join(first.select("content_hash", original="article_id"), on="content_hash", maintain_order="left")
        .filter(pl.col("original") != pl.col("article_id"))
        .select(first="original", second="article_id", containment=1.0, shared=0)
    )
    names = first.select("place", "article_id")
    found = _pairs(first, sketch, params).with_columns(
        pl.col(side).replace_strict(names["place"], names["article_id"], return_dtype=pl.String)
        for side in ("first", "second", "larger", "smaller")
    )
    part = pl.col("cover") < params.whole
    strong = found.filter(~part)
    roots = components(first["article_id"], strong.select("first", "second"))
    chosen = pl.concat([strong, _parts_of_one_story(found.filter(part), roots)])
    every = pl.concat([same.cast({"shared": pl.Int64}), chosen.cast({"shared": pl.Int64}).select(same.columns)])
    return every.select(
        article_a=pl.min_horizontal("first", "second"),
        article_b=pl.max_horizontal("first", "second"),
        containment="containment",
        shared="shared",
    ).sort("article_a", "article_b")


def groups(articles: pl.DataFrame, linked: pl.DataFrame) -> pl.DataFrame:
    """article_id, syndication_group: the article of its copies that was published first (undated ones last; of equals
    the smallest id); an article without copies is its own. `linked` has LINKS.
    """
    ordered = _ordered(articles)
    roots = components(ordered["article_id"], linked.select("article_a", "article_b"))
    joined = ordered.join(roots, left_on="article_id", right_on="id", maintain_order="left")
    return joined.select("article_id", syndication_group=pl.col("article_id").first().over("root")).sort("article_id")


def group_copies(articles: pl.DataFrame, params: CopyParams | None = None) -> pl.DataFrame:
    """`groups` of the `links` of articles: article_id, text, content_hash; outlet, published_at where known."""
    return groups(articles, links(articles, params))
