"""Reasons in words: text expressions over the pair features, in one fixed form."""

import polars as pl


def as_written(text: str = "value_text", hedge: str = "hedge") -> pl.Expr:
    """The words of the value in quotation marks, after its hedge where the words are the bare number."""
    bare = pl.col(text).str.contains(r"^(?:[\d.,\s]+|\p{L}+)$")
    hedged = bare & pl.col(hedge).is_not_null() & ~pl.col(hedge).is_in(["exact", "vague", "range"])
    spelt = pl.concat_str(pl.col(hedge).str.replace_all("_", " "), pl.lit(" "), text)
    return pl.concat_str(pl.lit("'"), pl.when(hedged).then(spelt).otherwise(text), pl.lit("'"))


def figure(side: str) -> pl.Expr:
    """The value of that side as written."""
    return as_written(f"value_text_{side}", f"hedge_{side}")


def say(template: str) -> pl.Expr:
    """The template with {a} and {b} replaced by the two figures as written."""
    parts: list[pl.Expr] = []
    for piece in template.replace("{a}", "\x1fa\x1f").replace("{b}", "\x1fb\x1f").split("\x1f"):
        parts.append(figure(piece) if piece in ("a", "b") else pl.lit(piece))
    return pl.concat_str(parts)
