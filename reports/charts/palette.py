"""Colours and shapes of charts. The style sheet maps each colour to its dark counterpart, so both must change together.

Hues after Okabe and Ito (2008), darkened to 3:1 or better on white; no source is told apart by colour alone.
"""

INK = "#22201d"
MUTED = "#625c54"
GRID = "#e3dfd8"
BAND = "#f0e6c8"
ALERT = "#a3241b"
FONT = "sans-serif"

STAR = "M0,-1L0.35,-0.35L1,0L0.35,0.35L0,1L-0.35,0.35L-1,0L-0.35,-0.35Z"

FIXED = {"outlet's own voice": ("#6b6b6b", "circle"), "other source": ("#8a6d1f", "cross")}
SERIES = (
    ("#0b5c99", "square"),
    ("#b04a00", "triangle-up"),
    ("#00735a", "diamond"),
    ("#8c3a7c", "triangle-down"),
    ("#3b3f8f", STAR),
)


def assign(sources: list[str]) -> tuple[list[str], list[str]]:
    """Colours and shapes in the order of the sources; those of FIXED keep theirs on every chart."""
    free = iter(SERIES)
    pairs = [FIXED[source] if source in FIXED else next(free) for source in sources]
    return [colour for colour, _ in pairs], [shape for _, shape in pairs]
