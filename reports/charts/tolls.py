"""One toll over time: a row a mark, time running down, the figure across, hedges as bars, sources by shape and colour.

Time runs down and not along an axis because most figures are known to the day only: an axis would invent an hour.
The grammar is Vega-Lite's (Satyanarayan et al. 2017), through Altair; vl-convert renders it
without a browser or network.
"""

from collections.abc import Sequence
from typing import Any

import altair as alt
import vl_convert

from reports.charts import palette
from reports.charts.marks import Drawn
from reports.charts.svg import slim

WIDTH = 440
ROW = 19
LEFT = -82
FIGURE = 62
PADDING = {"left": 2, "right": 14, "top": 2, "bottom": 2}


def draw(
    kind: str,
    heading: str,
    summary: str,
    *,
    rows: Sequence[Drawn],
    band: tuple[int | None, int | None] | None,
    steps: Sequence[tuple[int, int]],
) -> str:
    """The chart as an SVG element with role, title and description.

    `band` is the consensus range, shaded; `steps` are corrections as (row of the higher figure, row of the lower one).
    """
    spec = _spec(rows, band, steps)
    return slim(vl_convert.vegalite_to_svg(spec), f"chart-{kind}", heading, summary)


def _spec(rows: Sequence[Drawn], band: tuple[int | None, int | None] | None, steps: Sequence[tuple[int, int]]) -> Any:
    start, end = _domain(rows, band)
    reach = 0.07 * (end - start)
    values = [
        _datum(i, row, shows_time=i == 0 or rows[i - 1].when != row.when, start=start, end=end, reach=reach)
        for i, row in enumerate(rows)
    ]
    x = alt.X("value:Q").scale(domain=[start, end], nice=False, zero=False).axis(_axis()).title(None)
    y = alt.Y("row:O").axis(None)
    sources = sorted({row.source for row in rows}, key=lambda s: (s not in palette.FIXED, s), reverse=True)
    colours, shapes = palette.assign(sources)
    colour = alt.Color("source:N").scale(domain=sources, range=colours).legend(_legend())
    shape = alt.Shape("source:N").scale(domain=sources, range=shapes).legend(_legend())
    base = alt.Chart(alt.Data(values=values))
    layers: list[alt.Chart] = []
    if band is not None and (band[0] is not None or band[1] is not None):
        low, high = (start if band[0] is None else band[0]), (end if band[1] is None else band[1])
        thin = 0.004 * (end - start) if low == high else 0.0
        layers.append(
            alt.Chart(alt.Data(values=[{"a": max(start, low - thin), "b": min(end, high + thin)}]))
            .mark_rect(color=palette.BAND, opacity=1)
            .encode(x=alt.X("a:Q").scale(domain=[start, end]), x2="b:Q")
        )
    layers.append(base.mark_rule(color=palette.GRID, strokeWidth=1).encode(y=y))
    ranged = [v for v in values if v["a"] != v["b"]]
    if ranged:
        bars = alt.Chart(alt.Data(values=ranged))
        layers.append(bars.mark_rule(strokeWidth=4, opacity=0.4).encode(x=alt.X("a:Q"), x2="b:Q", y=y, color=colour))
        for end_field, glyph in (("up", "triangle-right"), ("down", "triangle-left")):
            arrows = [v for v in ranged if v[end_field] is not None]
            if arrows:
                heads = alt.Chart(alt.Data(values=arrows))
                mark = heads.mark_point(shape=glyph, filled=True, size=55, opacity=0.75, aria=False)
                layers.append(mark.encode(x=alt.X(f"{end_field}:Q"), y=y, color=colour))
    if steps:
        moved = [
            {"step": n, "row": i, "value": values[i]["value"], "turn": turn}
            for n, pair in enumerate(steps)
            for turn, i in enumerate(pair)
        ]
        lines = alt.Chart(alt.Data(values=moved))
        layers.append(
            lines.mark_line(color=palette.ALERT, strokeWidth=1.5, strokeDash=[4, 3]).encode(
                x=x, y=y, detail="step:N", order="turn:Q"
            )
        )
    marks = base.mark_point(filled=True, size=62, opacity=1)
    layers.append(marks.encode(x=x, y=y, color=colour, shape=shape, description="say:N"))
    layers += _texts(base, y)
    chart = (
        alt.layer(*layers).properties(width=WIDTH, height=alt.Step(ROW), padding=PADDING).configure(font=palette.FONT)
    )
    return chart.configure_view(stroke=None).to_dict(validate=False)


def _texts(base: alt.Chart, y: alt.Y) -> list[alt.Chart]:
    """Time on the left, figure and outlet on the right: on a narrow screen time and marks are what is seen first."""

    def column(place: int, field: str, colour: str) -> alt.Chart:
        text = base.mark_text(align="left", fontSize=11, color=colour)
        return text.encode(y=y, x=alt.value(place), text=f"{field}:N")

    return [
        column(LEFT, "when", palette.MUTED),
        column(WIDTH + 14, "figure", palette.INK),
        column(WIDTH + 14 + FIGURE, "outlet", palette.MUTED),
    ]


def _datum(i: int, row: Drawn, *, shows_time: bool, start: float, end: float, reach: float) -> dict[str, Any]:
    """A mark with its interval as drawn; an open end is an arrow of fixed reach, an end out of view one at the edge."""
    low, high = row.low, row.high
    up = min(end, row.value + reach) if high is None else end if high > end else None
    down = max(start, row.value - reach) if low is None else start if low < start else None
    # 'More than 12' is 13 and up, but is drawn from 12: the number is what people compare.
    a = down if down is not None else min(row.value, low if low is not None else row.value)
    b = up if up is not None else max(row.value, high if high is not None else row.value)
    said = f"{row.when}, {row.outlet}: {row.figure} ({row.source}{'; ' + row.note if row.note else ''})"
    return {
        "row": i, "value": row.value, "a": a, "b": b, "up": up, "down": down, "source": row.source,
        "when": row.when if shows_time else "", "outlet": row.outlet, "figure": row.figure, "say": said,
    }  # fmt: skip


def _domain(rows: Sequence[Drawn], band: tuple[int | None, int | None] | None) -> tuple[float, float]:
    """From the smallest to the largest number reported (not the ends of vague intervals), with some air."""
    seen = [row.value for row in rows] + [float(end) for end in band or () if end is not None]
    low, high = min(seen), max(seen)
    air = max(1.0, 0.12 * (high - low))
    return max(0.0, low - air), high + air


def _axis() -> alt.Axis:
    return alt.Axis(
        orient="top", tickMinStep=1, tickCount=6, format=",d", grid=True, gridColor=palette.GRID, domain=False,
        ticks=False, labelColor=palette.MUTED, labelFontSize=11,
    )  # fmt: skip


def _legend() -> alt.Legend:
    return alt.Legend(
        orient="bottom", direction="horizontal", title=None, columns=4, labelLimit=150, labelFontSize=11, symbolSize=62,
        labelColor=palette.INK, symbolOpacity=1, offset=12, columnPadding=16,
    )  # fmt: skip
